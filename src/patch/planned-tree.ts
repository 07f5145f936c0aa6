// The tree that a patch will make, as its steps plan it: what a path holds so far, and in the end the tree itself.
import { encodePath, type RepoPath, showPath } from "../base/repo-path.ts";
import type { ChangedEntry } from "../git/changes/tree.ts";
import { entryOf } from "../git/objects/entry.ts";
import { type Node, Trees } from "../git/objects/trees.ts";
import type { Quarantine, TreeEntry } from "../git/write/quarantine.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import type { Patch } from "../model/patch.ts";
import { isEmptied } from "./emptied-folder.ts";
import { fault, type PatchFault } from "./fault.ts";

/** What a path will hold: an entry that exists already, or contents that are still to be written. */
export type Planned = Node | { readonly mode: string; readonly bytes: Buffer } | undefined;

export interface WrittenTree {
  readonly tree: ObjectId;
  /** How the tree differs from its base, if that is known. */
  readonly changes?: readonly ChangedEntry[];
  /** The same with the lines. */
  readonly files?: readonly FileChange[];
}

/** The quarantine's index holds `base`. */
export class PlannedTree {
  readonly #room: Quarantine;
  readonly #base: ObjectId;
  readonly #trees: Trees;
  /** The paths where the patch puts something. */
  readonly #made: readonly RepoPath[];
  /** The paths where it removes something. */
  readonly #gone: ReadonlySet<RepoPath>;
  readonly #planned = new Map<RepoPath, Planned>();

  constructor(room: Quarantine, base: ObjectId, { edits, moves, deletions }: Patch) {
    this.#made = [...edits.map(({ path }) => path), ...moves.map(({ to }) => to)];
    this.#gone = new Set([...deletions, ...moves.map(({ from }) => from)]);
    this.#room = room;
    this.#base = base;
    this.#trees = new Trees(room.repo.objects, room.repo.objectFormat);
  }

  plan(path: RepoPath, entry: Planned): void {
    this.#planned.set(path, entry);
  }

  /** A folder in its place that the patch itself has filled means that the file is gone. */
  async fileAt(path: RepoPath): Promise<Planned> {
    const found = await this.#at(path);
    return found?.mode === FOLDER && this.#made.some((other) => other.startsWith(`${path}/`))
      ? undefined
      : found;
  }

  /** A folder in its place does not count if the patch removes all of it. */
  async placeAt(path: RepoPath): Promise<Planned> {
    const found = await this.#at(path);
    const isRoom = found?.mode === FOLDER && (await isEmptied(this.#trees, this.#base, path, this.#gone));
    return isRoom ? undefined : found;
  }

  async #at(path: RepoPath): Promise<Planned> {
    return this.#planned.has(path) ? this.#planned.get(path) : await this.#node(path);
  }

  async #node(path: RepoPath): Promise<Node | undefined> {
    return await this.#trees.node(this.#base, path);
  }

  async bytesOf(entry: NonNullable<Planned>): Promise<Buffer> {
    if ("bytes" in entry) return entry.bytes;
    return (await this.#room.repo.objects.get(entry.id)).bytes ?? Buffer.alloc(0);
  }

  /** What is said of a path that is not there holds for the tree alone, not for what a link leads to or a submodule holds. */
  async refusalBehind(path: RepoPath): Promise<PatchFault | undefined> {
    for (const folder of foldersOf(path)) {
      const found = this.#made.includes(folder) ? undefined : await this.#node(folder);
      if (found?.mode === LINK || found?.mode === SUBMODULE) return below(path, folder, found.mode);
    }
    return undefined;
  }

  /** No file may stand where a folder is, or below a file or a link. */
  async clashes(): Promise<readonly PatchFault[]> {
    const faults: PatchFault[] = [];
    for (const [path, planned] of this.#planned) {
      if (planned === undefined) continue;
      if ([...this.#planned].some(([other, entry]) => entry !== undefined && other.startsWith(`${path}/`)))
        faults.push(
          fault(path, "it would be a file, and a folder for others too", "give one of them another name"),
        );
      for (const folder of foldersOf(path)) {
        const found = this.#planned.has(folder) ? undefined : await this.#node(folder);
        if (found === undefined || found.mode === FOLDER) continue;
        faults.push(below(path, folder, found.mode));
      }
    }
    return faults;
  }

  async write(): Promise<WrittenTree> {
    if (this.#planned.size === 0) return { tree: this.#base, changes: [] };
    const made = [...this.#planned].flatMap(([path, entry]) =>
      entry !== undefined && "bytes" in entry ? [{ path, ...entry }] : [],
    );
    const ids = await this.#room.writeBlobs(made.map(({ bytes }) => bytes));
    const entries = new Map<RepoPath, TreeEntry>();
    // What is removed makes room for what is added.
    for (const [path, entry] of this.#planned) if (entry === undefined) entries.set(path, undefined);
    for (const [path, entry] of this.#planned)
      if (entry !== undefined && "id" in entry) entries.set(path, entry);
    for (const [at, { path, mode }] of made.entries()) entries.set(path, { mode, id: ids[at] ?? "" });
    await this.#room.update(entries);
    return { tree: await this.#room.writeTree(), changes: await this.#changes(entries) };
  }

  /** In Git's order. A step may have planned what was there before. */
  async #changes(entries: ReadonlyMap<RepoPath, TreeEntry>): Promise<readonly ChangedEntry[]> {
    const changes: ChangedEntry[] = [];
    for (const [path, after] of entries) {
      const before = await this.#node(path);
      if (before?.id === after?.id && before?.mode === after?.mode) continue;
      changes.push({
        path,
        before: before === undefined ? undefined : entryOf(before.mode, before.id),
        after: after === undefined ? undefined : entryOf(after.mode, after.id),
      });
    }
    return changes.sort((one, other) => Buffer.compare(encodePath(one.path), encodePath(other.path)));
  }
}

export const FOLDER = "40000";
export const LINK = "120000";
export const SUBMODULE = "160000";

/** In words, with its article. */
export function nounOf(mode: string): string {
  if (mode === FOLDER) return "a folder";
  if (mode === LINK) return "a symbolic link";
  return mode === SUBMODULE ? "a submodule" : "a file";
}

function below(path: RepoPath, folder: RepoPath, mode: string): PatchFault {
  const hint = mode === LINK ? "name the place that the link leads to" : "write to another folder";
  return fault(path, `it lies below ${showPath(folder)}, which is ${nounOf(mode)}`, hint);
}

function foldersOf(path: RepoPath): readonly RepoPath[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
