// Edits, moves and deletions on a tree: all of them or none, moves first. What is there already is done, and reported.
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { ok, type Result } from "../base/result.ts";
import type { IndexSide } from "../git/objects/source.ts";
import type { Quarantine } from "../git/write/quarantine.ts";
import type { ObjectId } from "../model/change.ts";
import type { Patch, PatchEdit } from "../model/patch.ts";
import { fault, missing, type PatchFault, refused } from "./fault.ts";
import { applyHunks } from "./line-hunks.ts";
import {
  FOLDER,
  LINK,
  nounOf,
  type Planned,
  PlannedTree,
  SUBMODULE,
  type WrittenTree,
} from "./planned-tree.ts";
import { replace, replaceFault } from "./replace.ts";
import { clashes } from "./steps.ts";

export interface Applied extends Omit<WrittenTree, "tree"> {
  /** What came of it. A diff leaves it in the quarantine's index, and it is written when it is asked for. */
  tree(): Promise<ObjectId>;
  /** The same without being written, as long as the index holds it. */
  readonly staged?: IndexSide;
  /** The steps that were done already, in words. */
  readonly done: readonly string[];
  /** Whether what came of it shows that doing it again does nothing; false where it has to be done to know. */
  isDone?(): Promise<boolean>;
}

/** `isRecorded` is asked only if the tree alone can't tell whether a step is done. The quarantine's index holds `base`. */
export async function applySteps(
  room: Quarantine,
  base: ObjectId,
  patch: Patch,
  isRecorded: boolean,
): Promise<Result<Applied, readonly PatchFault[]>> {
  const faults = clashes(patch);
  if (faults.length > 0) return refused(...faults);
  const tree = new PlannedTree(room, base, patch);
  const work = new Work(tree, isRecorded);
  for (const move of patch.moves) await work.move(move.from, move.to);
  for (const edit of patch.edits) await work.edit(edit);
  for (const path of patch.deletions) await work.delete(path);
  const all = [...work.faults, ...(await tree.clashes())];
  if (all.length > 0) return refused(...all);
  const { tree: written, ...changed } = await tree.write();
  return ok({ ...changed, tree: async () => written, done: work.done });
}

class Work {
  readonly faults: PatchFault[] = [];
  readonly done: string[] = [];
  readonly #tree: PlannedTree;
  readonly #isRecorded: boolean;

  constructor(tree: PlannedTree, isRecorded: boolean) {
    this.#tree = tree;
    this.#isRecorded = isRecorded;
  }

  async move(from: RepoPath, to: RepoPath): Promise<void> {
    const [source, target] = [await this.#tree.fileAt(from), await this.#tree.placeAt(to)];
    if (source === undefined) {
      if (await this.#isBehind(from)) return;
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
      this.#tree.plan(from, undefined);
      this.#tree.plan(to, source);
    }
  }

  async edit(edit: PatchEdit): Promise<void> {
    const { path } = edit;
    const found = await this.#tree.placeAt(path);
    if (found !== undefined && !this.#isFile(path, found)) return;
    if (edit.kind === "contents") return await this.#write(edit, found);
    if (found === undefined) {
      const hint = "correct its path; a new file is an edit with its contents";
      this.faults.push(missing(path, "it is to be edited, but there is no such file", hint));
      return;
    }
    const bytes = await this.#tree.bytesOf(found);
    const after = edit.kind === "replacements" ? this.#replaced(edit, bytes) : this.#withHunks(edit, bytes);
    if (after === undefined) return;
    const mode = edit.mode ?? found.mode;
    if (after.equals(bytes) && mode === found.mode)
      this.done.push(`${showPath(path)} holds what it is to hold already`);
    else this.#tree.plan(path, { mode, bytes: after });
  }

  async delete(path: RepoPath): Promise<void> {
    const found = await this.#tree.fileAt(path);
    if (found === undefined && (await this.#isBehind(path))) return;
    if (found === undefined) this.done.push(`${showPath(path)} is deleted already`);
    else if (this.#isFileOrLink(path, found, "deleted")) this.#tree.plan(path, undefined);
  }

  async #write(edit: Extract<PatchEdit, { kind: "contents" }>, found: Planned): Promise<void> {
    const { path, contents, isNew } = edit;
    const mode = edit.mode ?? found?.mode ?? "100644";
    const bytes = found === undefined ? undefined : await this.#tree.bytesOf(found);
    if (bytes?.equals(contents) && mode === found?.mode) {
      this.done.push(`${showPath(path)} holds what it is to hold already`);
    } else if (isNew && bytes !== undefined && bytes.length > 0) {
      const hint = "edit the file, or delete it first in a patch of its own";
      this.faults.push(
        fault(path, "it would be a new file, but there is one that holds something else", hint),
      );
    } else this.#tree.plan(path, { mode, bytes: contents });
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

  async #isBehind(path: RepoPath): Promise<boolean> {
    const refusal = await this.#tree.refusalBehind(path);
    if (refusal !== undefined) this.faults.push(refusal);
    return refusal !== undefined;
  }

  #isFile(path: RepoPath, { mode }: NonNullable<Planned>): boolean {
    if (mode.startsWith("100")) return true;
    const hint = mode === LINK ? "edit the file that the link leads to" : "name a file";
    this.faults.push(fault(path, `it is ${nounOf(mode)}, and only files can be edited`, hint));
    return false;
  }

  #isFileOrLink(path: RepoPath, { mode }: NonNullable<Planned>, verb: string): boolean {
    if (mode !== FOLDER && mode !== SUBMODULE) return true;
    const hint = mode === FOLDER ? "name each file" : "do it with git submodule, by hand";
    this.faults.push(fault(path, `it is ${nounOf(mode)}, and only files and links are ${verb}`, hint));
    return false;
  }
}
