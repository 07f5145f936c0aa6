// The envelope of apply_patch: "*** Begin Patch", then files, each with hunks of whole lines that carry no numbers.
import { err, ok, type Result } from "../base/result.ts";
import type { HunkLine, LineHunk, Patch, PatchEdit, PatchMove } from "../model/patch.ts";
import { addHunks } from "./add-hunks.ts";
import { type PatchLines, patchLines } from "./patch-lines.ts";
import { stepPath } from "./step-path.ts";

/** `text` has one character per byte. */
export function readEnvelope(text: string): Result<Patch, string> {
  try {
    return ok(new Envelope(patchLines(text)).read());
  } catch (error) {
    if (error instanceof Unreadable) return err(error.message);
    throw error;
  }
}

class Unreadable extends Error {}

/**
 * What agents wrap an envelope in is not part of it: prose, the fence of a block of Markdown, a here-document for `apply_patch`. What looks
 * like more of a patch is.
 */
function isWrapping(line: string | undefined): boolean {
  return line !== undefined && !/^(?:\*\*\* |@@|diff --git |<{5,} SEARCH|[+-](?![ -]))/.test(line);
}

const HEAD = /^\*\*\* (Add|Update|Delete) File: (.*)$/;

class Envelope {
  readonly #lines: PatchLines;
  #at = 0;
  readonly #edits: PatchEdit[] = [];
  readonly #moves: PatchMove[] = [];
  readonly #deletions: string[] = [];

  constructor(lines: PatchLines) {
    this.#lines = lines;
  }

  read(): Patch {
    while (isWrapping(this.#line)) this.#at++;
    if (this.#line?.trimEnd() !== "*** Begin Patch") this.#stop('"*** Begin Patch" is expected here');
    this.#at++;
    for (this.#skipBlanks(); this.#line?.trimEnd() !== "*** End Patch"; this.#skipBlanks()) this.#file();
    this.#at++;
    while (isWrapping(this.#line)) this.#at++;
    if (this.#line !== undefined) this.#stop("the text goes on after its end");
    return { edits: this.#edits, moves: this.#moves, deletions: this.#deletions };
  }

  get #line(): string | undefined {
    return this.#lines[this.#at];
  }

  #file(): void {
    const [, verb, name = ""] =
      HEAD.exec(this.#line ?? "") ?? this.#stop('"*** Add|Update|Delete File: PATH" is expected here');
    const path = this.#path(name);
    this.#at++;
    if (verb === "Delete") this.#deletions.push(path);
    else if (verb === "Add") this.#add(path);
    else this.#update(path);
  }

  #add(path: string): void {
    const lines: string[] = [];
    for (; this.#line?.startsWith("+"); this.#at++) lines.push(`${this.#line.slice(1)}\n`);
    this.#edits.push({
      kind: "contents",
      path,
      contents: Buffer.from(lines.join(""), "latin1"),
      isNew: true,
    });
  }

  #update(from: string): void {
    const to = /^\*\*\* Move to: (.*)$/.exec(this.#line ?? "")?.[1];
    const path = to === undefined ? from : this.#path(to);
    if (to !== undefined) {
      this.#moves.push({ from, to: path });
      this.#at++;
    }
    if (/^(?:@@|\*\*\* )/.test(this.#lines[this.#pastBlanks()] ?? "")) this.#skipBlanks();
    const hunks: LineHunk[] = [];
    while (this.#line !== undefined && !this.#line.startsWith("*** ")) hunks.push(this.#hunk());
    if (hunks.length === 0 && to === undefined)
      this.#stop("a hunk is expected here: lines that begin with a space, - or +");
    if (hunks.length > 0) addHunks(this.#edits, path, hunks);
  }

  #hunk(): LineHunk {
    const anchors: string[] = [];
    for (; this.#line?.startsWith("@@"); this.#at++) {
      const anchor = this.#line
        .replace(/^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@|^@@/, "")
        .replace(/^ /, "")
        .replace(/\s*@@$/, "");
      if (anchor.trim() !== "") anchors.push(anchor);
    }
    const lines: HunkLine[] = [];
    for (; this.#line !== undefined && !/^(?:@@|\*\*\* )/.test(this.#line); this.#at++)
      lines.push(this.#hunkLine());
    if (lines.length === 0) this.#stop("lines that begin with a space, - or + are expected here");
    const isAtEnd = this.#line?.trimEnd() === "*** End of File";
    const blanksAfter = this.#blanksBefore(this.#at, lines);
    if (isAtEnd) this.#at++;
    return { anchors, lines, isAtEnd, ...(blanksAfter > 0 && { blanksAfter }) };
  }

  /** Blank lines at the end of a hunk without even the space of a kept line: they may be there for the eye alone. */
  #blanksBefore(end: number, lines: readonly HunkLine[]): number {
    if (lines.every(({ kind }) => kind === "kept")) return 0;
    let blanks = 0;
    while (this.#lines[end - 1 - blanks] === "") blanks++;
    return blanks;
  }

  #pastBlanks(): number {
    let at = this.#at;
    while (this.#lines[at]?.trim() === "") at++;
    return at;
  }

  #skipBlanks(): void {
    this.#at = this.#pastBlanks();
  }

  #hunkLine(): HunkLine {
    const line = this.#line ?? "";
    const text = line.slice(1);
    if (line.startsWith("+")) return { kind: "added", text };
    if (line.startsWith("-")) return { kind: "removed", text };
    // Many writers leave out the space of an empty line.
    if (line.startsWith(" ") || line === "") return { kind: "kept", text };
    return this.#stop("this line begins with neither a space nor - or +");
  }

  #path(bytes: string): string {
    const path = stepPath(bytes.trimEnd());
    return path.ok
      ? path.value
      : this.#stop(`${JSON.stringify(bytes)} is not a path of a repository: ${path.error}`);
  }

  #stop(message: string): never {
    const said = this.#line === undefined ? "the text ends too early" : message;
    throw new Unreadable(`line ${this.#at + 1}: ${said}`);
  }
}
