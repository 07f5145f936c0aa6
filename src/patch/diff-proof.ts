// What Git says of a plain diff that it has applied, without asking it: whether the diff could have been taken back before, and whether
// it is done now. Git tries a hunk where its header says, then elsewhere, and takes a place only if every byte is the same.

import type { RepoPath } from "../base/repo-path.ts";
import type { FileChange, ObjectId } from "../model/change.ts";
import type { HunkSide, PlainHunk, PlainSection } from "./plain-diff.ts";

/** The bytes of a blob, one character each; undefined if it is too large to look at. */
export type ReadText = (id: ObjectId) => Promise<string | undefined>;

/** `files` is what the diff has changed. */
export class DiffProof {
  readonly #sections: readonly PlainSection[];
  readonly #ids: ReadonlyMap<RepoPath, readonly [before: ObjectId, after: ObjectId]>;
  readonly #read: ReadText;

  constructor(sections: readonly PlainSection[], files: readonly FileChange[], read: ReadText) {
    this.#sections = sections;
    this.#ids = new Map(
      files.flatMap((file) =>
        file.kind === "modified" ? [[file.path, [file.before.id, file.after.id]] as const] : [],
      ),
    );
    this.#read = read;
  }

  /** Where every hunk went where its header says. Taken back, the diff does not apply to what it was applied to. */
  async wasNotDone(): Promise<boolean> {
    return await this.#isKeptOut(0, (hunk) => hunk.after);
  }

  /**
   * It does not apply again. Taken back it would: every hunk went where its header says, and they are in order, so that each is found
   * there when those before it are taken back.
   */
  async isDone(): Promise<boolean> {
    return await this.#isKeptOut(1, (hunk) => hunk.before);
  }

  /** No file held what any of the hunks makes: none was there already, wherever Git has put it. */
  async hadNoHunk(): Promise<boolean> {
    for (const { path, kind, hunks } of this.#sections) {
      if (kind !== "modified") continue;
      const id = this.#ids.get(path)?.[0];
      const text = id === undefined ? undefined : await this.#read(id);
      if (text === undefined || hunks.some(({ after }) => text.includes(after.text))) return false;
    }
    return true;
  }

  /** For one file of them Git finds no place for what it looks for first. All of a diff is applied or nothing. */
  async #isKeptOut(version: 0 | 1, sought: (hunk: PlainHunk) => HunkSide): Promise<boolean> {
    // A file that it has made was not there before, and is now.
    if (this.#sections.some(({ kind }) => kind !== "modified")) return true;
    for (const { path, hunks } of this.#sections) {
      const id = this.#ids.get(path)?.[version];
      const text = id === undefined ? undefined : await this.#read(id);
      const [first] = hunks;
      if (text === undefined || first === undefined) continue;
      if (!mayHold(text, sought(first), first.isFollowed)) return true;
    }
    return false;
  }
}

/** What begins with the first line of a file is looked for there alone, and what no line follows at the end. */
function mayHold(text: string, { start, text: lines }: HunkSide, isFollowed: boolean): boolean {
  if (start <= 1 && !text.startsWith(lines)) return false;
  return isFollowed ? text.includes(lines) : text.endsWith(lines);
}
