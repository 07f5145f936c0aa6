// Edits, moves and deletions on a tree: all of them or none, moves first. What is there already is done, and said.
import { encodePath, type RepoPath, showPath } from "../base/repo-path.ts";
import { ok, type Result } from "../base/result.ts";
import type { ChangedEntry } from "../git/changes/tree.ts";
import { entryOf } from "../git/objects/entry.ts";
import { type Node, Trees } from "../git/objects/trees.ts";
import type { Quarantine, TreeEntry } from "../git/write/quarantine.ts";
import type { ObjectId } from "../model/change.ts";
import type { Patch, PatchEdit } from "../model/patch.ts";
import { isEmptied } from "./emptied-folder.ts";
import { fault, missing, type PatchFault, refused } from "./fault.ts";
import { applyHunks } from "./line-hunks.ts";
import { replace, replaceFault } from "./replace.ts";
import { clashes } from "./steps.ts";

export interface Applied {
  readonly tree: ObjectId;
  /** The steps that were done already, in words. */
  readonly done: readonly string[];
  /** What the tree differs in from its base, where that is known without asking Git. */
  readonly changes?: readonly ChangedEntry[];
}

/** `isRecorded` is asked only where the tree alone can't tell whether a step is done. The quarantine's index holds `base`. */
export async function applySteps(
  room: Quarantine,
  base: ObjectId,
  patch: Patch,
  isRecorded: boolean,
): Promise<Result<Applied, readonly PatchFault[]>> {
  const faults = clashes(patch);
  if (faults.length > 0) return refused(...faults);
  const work = new Work(room, base, isRecorded, patch);
  for (const move of patch.moves) await work.move(move.from, move.to);
  for (const edit of patch.edits) await work.edit(edit);
  for (const path of patch.deletions) await work.delete(path);
  await work.checkPlaces();
  if (work.faults.length > 0) return refused(...work.faults);
  return ok({ ...(await work.write()), done: work.done });
}

/** What a path is to hold: an entry that is there already, or contents that are still to be written. */
type Planned = Node | { readonly mode: string; readonly bytes: Buffer } | undefined;

class Work {
  readonly faults: PatchFault[] = [];
  readonly done: string[] = [];
  readonly #room: Quarantine;
  readonly #base: ObjectId;
  readonly #isRecorded: boolean;
  readonly #trees: Trees;
  /** The paths that the patch puts something at. */
  readonly #made: readonly RepoPath[];
  /** The paths that it takes something away from. */
  readonly #gone: ReadonlySet<RepoPath>;
  readonly #planned = new Map<RepoPath, Planned>();

  constructor(room: Quarantine, base: ObjectId, isRecorded: boolean, { edits, moves, deletions }: Patch) {
    this.#made = [...edits.map(({ path }) => path), ...moves.map(({ to }) => to)];
    this.#gone = new Set([...deletions, ...moves.map(({ from }) => from)]);
    this.#room = room;
    this.#base = base;
    this.#isRecorded = isRecorded;
    this.#trees = new Trees(room.repo.objects, room.repo.objectFormat);
  }

  async move(from: RepoPath, to: RepoPath): Promise<void> {
    const [source, target] = [await this.#fileAt(from), await this.#placeAt(to)];
    if (source === undefined) {
      const message = "it is to be moved, but there is no such file";
      if (target === undefined)
        this.faults.push(missing(from, message, "correct its path, or leave the move out"));
      else this.done.push(`${showPath(from)} is moved to ${showPath(to)} already`);
      return;
    }
    if (target !== undefined) {
      const hint = `delete what is there in a patch of its own, or move ${showPath(from)} elsewhere`;
      this.faults.push(fault(to, `${showPath(from)} is to be moved here, and there is a file already`, hint));
    } else if (this.#isFileOrLink(from, source, "moved")) {
      this.#planned.set(from, undefined);
      this.#planned.set(to, source);
    }
  }

  async edit(edit: PatchEdit): Promise<void> {
    const { path } = edit;
    const found = await this.#placeAt(path);
    if (found !== undefined && !this.#isFile(path, found)) return;
    if (edit.kind === "contents") return await this.#write(edit, found);
    if (found === undefined) {
      const hint = "correct its path; a new file is an edit with its contents";
      this.faults.push(missing(path, "it is to be edited, but there is no such file", hint));
      return;
    }
    const bytes = await this.#bytesOf(found);
    const after = edit.kind === "replacements" ? this.#replaced(edit, bytes) : this.#withHunks(edit, bytes);
    if (after === undefined) return;
    const mode = edit.mode ?? found.mode;
    if (after.equals(bytes) && mode === found.mode)
      this.done.push(`${showPath(path)} holds what it is to hold already`);
    else this.#planned.set(path, { mode, bytes: after });
  }

  async delete(path: RepoPath): Promise<void> {
    const found = await this.#fileAt(path);
    if (found === undefined) this.done.push(`${showPath(path)} is deleted already`);
    else if (this.#isFileOrLink(path, found, "deleted")) this.#planned.set(path, undefined);
  }

  /** No file stands where a folder is, none below a file or a link. */
  async checkPlaces(): Promise<void> {
    for (const [path, planned] of this.#planned) {
      if (planned === undefined) continue;
      if ([...this.#planned].some(([other, entry]) => entry !== undefined && other.startsWith(`${path}/`)))
        this.faults.push(
          fault(path, "it would be a file, and a folder for others too", "give one of them another name"),
        );
      for (const folder of foldersOf(path)) {
        const found = this.#planned.has(folder) ? undefined : await this.#node(folder);
        if (found === undefined || found.mode === FOLDER) continue;
        const what =
          found.mode === LINK ? "a symbolic link" : found.mode === SUBMODULE ? "a submodule" : "a file";
        const hint =
          found.mode === LINK ? "name the place that the link leads to" : "write to another folder";
        this.faults.push(fault(path, `it lies below ${showPath(folder)}, which is ${what}`, hint));
      }
    }
  }

  async write(): Promise<Omit<Applied, "done">> {
    if (this.#planned.size === 0) return { tree: this.#base, changes: [] };
    const made = [...this.#planned].flatMap(([path, entry]) =>
      entry !== undefined && "bytes" in entry ? [{ path, ...entry }] : [],
    );
    const ids = await this.#room.writeBlobs(made.map(({ bytes }) => bytes));
    const entries = new Map<RepoPath, TreeEntry>();
    // What goes makes room for what comes.
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

  async #write(edit: Extract<PatchEdit, { kind: "contents" }>, found: Planned): Promise<void> {
    const { path, contents, isNew } = edit;
    const mode = edit.mode ?? found?.mode ?? "100644";
    const bytes = found === undefined ? undefined : await this.#bytesOf(found);
    if (bytes?.equals(contents) && mode === found?.mode) {
      this.done.push(`${showPath(path)} holds what it is to hold already`);
    } else if (isNew && bytes !== undefined && bytes.length > 0) {
      const hint = "edit the file, or delete it first in a patch of its own";
      this.faults.push(
        fault(path, "it would be a new file, but there is one that holds something else", hint),
      );
    } else this.#planned.set(path, { mode, bytes: contents });
  }

  #replaced(
    { path, replacements }: Extract<PatchEdit, { kind: "replacements" }>,
    bytes: Buffer,
  ): Buffer | undefined {
    let text = bytes;
    for (const [at, step] of replacements.entries()) {
      const result = replace(text, step, this.#isRecorded);
      if (!result.ok) {
        const which = replacements.length === 1 ? undefined : at + 1;
        this.faults.push(replaceFault(path, step.find, which, result.error));
        return undefined;
      }
      text = result.value.bytes;
    }
    return text;
  }

  #withHunks({ path, hunks }: Extract<PatchEdit, { kind: "lines" }>, bytes: Buffer): Buffer | undefined {
    const result = applyHunks(bytes, hunks, this.#isRecorded);
    if (result.ok) return result.value.bytes;
    const { hunk, message } = result.error;
    const hint = "copy the lines as they are in the file, enough of them to be there once";
    this.faults.push(fault(path, `hunk ${hunk}: ${message}`, hint));
    return undefined;
  }

  /** A folder in its place that the patch itself has filled means that the file is gone. */
  async #fileAt(path: RepoPath): Promise<Planned> {
    const found = await this.#at(path);
    return found?.mode === FOLDER && this.#made.some((other) => other.startsWith(`${path}/`))
      ? undefined
      : found;
  }

  /** A folder in its place of which the patch takes all away is none. */
  async #placeAt(path: RepoPath): Promise<Planned> {
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

  async #bytesOf(entry: NonNullable<Planned>): Promise<Buffer> {
    if ("bytes" in entry) return entry.bytes;
    return (await this.#room.repo.objects.get(entry.id)).bytes ?? Buffer.alloc(0);
  }

  #isFile(path: RepoPath, { mode }: NonNullable<Planned>): boolean {
    if (mode.startsWith("100")) return true;
    const what = mode === FOLDER ? "a folder" : mode === LINK ? "a symbolic link" : "a submodule";
    const hint = mode === LINK ? "edit the file that the link leads to" : "name a file";
    this.faults.push(fault(path, `it is ${what}, and no file to be edited`, hint));
    return false;
  }

  #isFileOrLink(path: RepoPath, { mode }: NonNullable<Planned>, verb: string): boolean {
    if (mode !== FOLDER && mode !== SUBMODULE) return true;
    const what = mode === FOLDER ? "a folder" : "a submodule";
    const hint = mode === FOLDER ? "name each file" : "do it with git submodule, by hand";
    this.faults.push(fault(path, `it is ${what}, and only files and links are ${verb}`, hint));
    return false;
  }
}

const FOLDER = "40000";
const LINK = "120000";
const SUBMODULE = "160000";

function foldersOf(path: RepoPath): readonly RepoPath[] {
  const segments = path.split("/");
  return segments.slice(1).map((_, at) => segments.slice(0, at + 1).join("/"));
}
