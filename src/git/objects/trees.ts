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
  /** By the tree and the path in it; undefined where there is no such folder. */
  readonly #places = new Map<string, Promise<Folder | undefined>>();

  /** `objectFormat` says how long the ids inside a tree are. */
  constructor(objects: Objects, objectFormat: "sha1" | "sha256") {
    this.#objects = objects;
    this.#idLength = objectFormat === "sha1" ? 20 : 32;
  }

  /** Which of `paths` the tree holds, with their entries. `root` is the id of a tree or of a commit. */
  async entries(root: ObjectId, paths: readonly RepoPath[]): Promise<Map<RepoPath, Entry>> {
    const places = paths.map((path) => placeOf(path));
    // Many paths lie in few folders: each folder is waited for once.
    const folders = new Map<string, Folder | undefined>();
    const wanted = [...new Set(places.map(({ folder }) => folder))];
    const found = await Promise.all(wanted.map((folder) => this.#folderAt(root, folder)));
    wanted.forEach((folder, index) => {
      folders.set(folder, found[index]);
    });
    const entries = new Map<RepoPath, Entry>();
    places.forEach(({ folder, name }, index) => {
      const node = nodeIn(folders.get(folder), name, this.#idLength);
      const entry = node === undefined ? undefined : entryOf(node.mode, node.id);
      if (entry !== undefined) entries.set(paths[index] as RepoPath, entry);
    });
    return entries;
  }

  /** What stands at a path: a file's mode as Git writes it, `40000` for a folder. */
  async node(root: ObjectId, path: RepoPath): Promise<Node | undefined> {
    const { folder, name } = placeOf(path);
    return nodeIn(await this.#folderAt(root, folder), name, this.#idLength);
  }

  /** The names in a folder of the tree, one character per byte; "" is the top folder. Empty where there is no such folder. */
  async names(root: ObjectId, folder: RepoPath): Promise<readonly string[]> {
    const found = await this.#folderAt(root, bytesOf(folder));
    return found === undefined ? [] : [...found.places.keys()];
  }

  /** The folder at a path, whose characters are bytes. */
  #folderAt(root: ObjectId, path: string): Promise<Folder | undefined> {
    const key = `${root} ${path}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const folder = this.#findFolder(root, path);
    this.#places.set(key, folder);
    return folder;
  }

  async #findFolder(root: ObjectId, path: string): Promise<Folder | undefined> {
    if (path === "") return await this.#folder(`${root}^{tree}`);
    const { folder, name } = cut(path);
    const node = nodeIn(await this.#folderAt(root, folder), name, this.#idLength);
    return node?.mode === "40000" ? await this.#folder(node.id) : undefined;
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

/** Where a path lies, one character a byte. */
function placeOf(path: RepoPath): { readonly folder: string; readonly name: string } {
  return cut(bytesOf(path));
}

function bytesOf(path: RepoPath): string {
  return encodePath(path).toString("latin1");
}

function cut(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf("/");
  // No tree holds what begins with a slash, nor an empty name.
  if (at === 0) return { folder: "", name: "" };
  return at < 0 ? { folder: "", name: path } : { folder: path.slice(0, at), name: path.slice(at + 1) };
}

function nodeIn(folder: Folder | undefined, name: string, idLength: number): Node | undefined {
  const place = folder?.places.get(name);
  if (folder === undefined || place === undefined) return undefined;
  const { bytes } = folder;
  const [start, end] = place;
  const id = bytes.toString("hex", end + 1, end + 1 + idLength);
  return { mode: bytes.toString("latin1", start, bytes.indexOf(0x20, start)), id };
}
