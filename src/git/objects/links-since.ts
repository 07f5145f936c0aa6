// The links of a tree, from those of an earlier one: only the folders in which the two differ are read. Reading an index of a hundred
// thousand entries for them takes longer than judging a small commit.
import { decodePath, encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook } from "../../model/failure.ts";
import type { GitObject } from "./git-object.ts";
import { type LinkOrFolder, linksAndFolders } from "./tree-entries.ts";

/** The links of a tree, in the order of their paths' bytes. */
export interface KnownLinks {
  readonly tree: ObjectId;
  readonly links: readonly (readonly [path: RepoPath, id: ObjectId])[];
}

export interface FolderSource {
  find(name: string, limit: number): Promise<GitObject | undefined>;
}

/** `idLength` in bytes. Undefined where a folder can't be read, or where they come to more than `most` bytes; each counts for a thousand more. */
export async function linksSince(
  known: KnownLinks,
  tree: ObjectId,
  folders: FolderSource,
  idLength: number,
  most: number,
): Promise<KnownLinks | undefined> {
  if (known.tree === tree) return known;
  const step = new Step(known, folders, idLength, most);
  if (!(await step.take("", known.tree, tree))) return undefined;
  return { tree, links: step.links() };
}

/** What one answer costs, whatever it says; as many bytes would take as long. */
const AN_ANSWER = 1024;

class Step {
  /** By the path, one character per byte. */
  readonly #links: Map<string, ObjectId>;
  readonly #folders: FolderSource;
  readonly #idLength: number;
  #left: number;

  constructor({ links }: KnownLinks, folders: FolderSource, idLength: number, most: number) {
    this.#links = new Map(links.map(([path, id]) => [encodePath(path).toString("latin1"), id]));
    this.#folders = folders;
    this.#idLength = idLength;
    this.#left = most;
  }

  links(): KnownLinks["links"] {
    const sorted = [...this.#links].sort(([one], [other]) => (one < other ? -1 : 1));
    return sorted.map(([path, id]) => [decodePath(Buffer.from(path, "latin1")), id]);
  }

  /** Makes of the links below `above` those that there are once `from` has become `to`; false where that can't be told. */
  async take(above: string, from: ObjectId | undefined, to: ObjectId): Promise<boolean> {
    const [before, after] = await Promise.all([
      from === undefined ? NOTHING : this.#read(from),
      this.#read(to),
    ]);
    if (after === undefined || before === undefined) return false;
    for (const [key, { name, isFolder, id }] of before) {
      if (after.get(key)?.id === id) continue;
      if (!isFolder) this.#links.delete(above + name);
      else if (!after.has(key)) this.#empty(`${above}${name}/`);
    }
    const below: Promise<boolean>[] = [];
    for (const [key, { name, isFolder, id }] of after) {
      const old = before.get(key)?.id;
      if (old === id) continue;
      if (isFolder) below.push(this.take(`${above}${name}/`, old, id));
      else this.#links.set(above + name, id);
    }
    return (await Promise.all(below)).every((isTold) => isTold);
  }

  /** Git ends at an object that a partial clone lacks. */
  async #find(id: ObjectId): Promise<GitObject | undefined> {
    try {
      return await this.#folders.find(id, this.#left);
    } catch (error) {
      if (error instanceof CannotLook) return undefined;
      throw error;
    }
  }

  #empty(folder: string): void {
    for (const path of this.#links.keys()) if (path.startsWith(folder)) this.#links.delete(path);
  }

  /** The links and folders in a folder, by their kind and name. */
  async #read(id: ObjectId): Promise<Folder | undefined> {
    this.#left -= AN_ANSWER;
    if (this.#left < 0) return undefined;
    const found = await this.#find(id);
    this.#left -= found?.size ?? 0;
    if (found?.type !== "tree" || found.bytes === undefined) return undefined;
    const entries = [...linksAndFolders(found.bytes, this.#idLength)];
    return new Map(entries.map((entry) => [`${entry.isFolder ? "folder" : "link"} ${entry.name}`, entry]));
  }
}

type Folder = ReadonlyMap<string, LinkOrFolder>;

const NOTHING: Folder = new Map();
