// Looks into trees through `Objects`, one folder at a time: what a path costs is its depth, not the size of the tree,
// and no process is started for it.
import { encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Entry, ObjectId } from "../../model/change.ts";
import { entryOf } from "./entry.ts";
import type { Objects } from "./objects.ts";

export type Node = { readonly mode: string; readonly id: ObjectId };

/** The tree object, and where in it each entry begins and its name ends. */
interface Folder {
  readonly bytes: Buffer;
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>;
}

export class Trees {
  readonly #objects: Objects;
  readonly #idLength: number;
  readonly #folders = new Map<string, Promise<Folder>>();

  /** `objectFormat` says how long the ids inside a tree are. */
  constructor(objects: Objects, objectFormat: "sha1" | "sha256") {
    this.#objects = objects;
    this.#idLength = objectFormat === "sha1" ? 20 : 32;
  }

  /** Which of `paths` the tree holds, with their entries. `root` is the id of a tree or of a commit. */
  async entries(root: ObjectId, paths: readonly RepoPath[]): Promise<Map<RepoPath, Entry>> {
    const found = await Promise.all(paths.map((path) => this.#entry(root, path)));
    const entries = new Map<RepoPath, Entry>();
    paths.forEach((path, index) => {
      const entry = found[index];
      if (entry !== undefined) entries.set(path, entry);
    });
    return entries;
  }

  async #entry(root: ObjectId, path: RepoPath): Promise<Entry | undefined> {
    const node = await this.#node(root, path);
    return node === undefined ? undefined : entryOf(node.mode, node.id);
  }

  /** What stands at a path: a file's mode as Git writes it, `40000` for a folder. */
  async node(root: ObjectId, path: RepoPath): Promise<Node | undefined> {
    return await this.#node(root, path);
  }

  /** The names in a folder of the tree, one character per byte; "" is the top folder. Empty where there is no such folder. */
  async names(root: ObjectId, folder: RepoPath): Promise<readonly string[]> {
    const node = folder === "" ? { mode: "40000", id: `${root}^{tree}` } : await this.#node(root, folder);
    if (node?.mode !== "40000") return [];
    return [...(await this.#folder(node.id)).places.keys()];
  }

  async #node(root: ObjectId, path: RepoPath): Promise<Node | undefined> {
    const segments = encodePath(path).toString("latin1").split("/");
    let id = `${root}^{tree}`;
    for (const [depth, segment] of segments.entries()) {
      const node = nodeIn(await this.#folder(id), segment, this.#idLength);
      if (node === undefined) return undefined;
      if (depth === segments.length - 1) return node;
      if (node.mode !== "40000") return undefined;
      id = node.id;
    }
    return undefined;
  }

  #folder(id: string): Promise<Folder> {
    const known = this.#folders.get(id);
    if (known !== undefined) return known;
    const folder = this.#objects
      .get(id)
      .then(({ bytes }) => readFolder(bytes ?? Buffer.alloc(0), this.#idLength));
    this.#folders.set(id, folder);
    return folder;
  }
}

/** A tree object: `<mode> <name>\0<id in bytes>`, again and again. Names are kept as one character per byte. */
function readFolder(bytes: Buffer, idLength: number): Folder {
  const places = new Map<string, readonly [number, number]>();
  const text = bytes.toString("latin1");
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\0", at);
    places.set(text.slice(text.indexOf(" ", at) + 1, end), [at, end]);
    at = end + 1 + idLength;
  }
  return { bytes, places };
}

function nodeIn({ bytes, places }: Folder, name: string, idLength: number): Node | undefined {
  const place = places.get(name);
  if (place === undefined) return undefined;
  const [start, end] = place;
  const id = bytes.toString("hex", end + 1, end + 1 + idLength);
  return { mode: bytes.toString("latin1", start, bytes.indexOf(0x20, start)), id };
}
