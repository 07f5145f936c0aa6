// Replacements of bytes, so that doing them again does nothing.

import type { RepoPath } from "../base/repo-path.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Replacement } from "../model/patch.ts";
import { fault, type PatchFault } from "./fault.ts";

export interface Replaced {
  readonly bytes: Buffer;
  /** It was there already. */
  readonly isDone: boolean;
}

/**
 * The text that is looked for must be there once; with `all` any number of times. It is done if its replacement is there instead,
 * and so is an occurrence inside its replacement: text is inserted at an anchor by finding the anchor. If neither
 * of the two is there, only a record tells (`isRecorded`). The error says how often it is there.
 */
export function replace(bytes: Buffer, step: Replacement, isRecorded: boolean): Result<Replaced, number> {
  const { find, all } = step;
  if (find.equals(step.with)) return bytes.includes(find) ? ok({ bytes, isDone: true }) : err(0);
  const found = occurrences(bytes, find);
  const results = occurrences(bytes, step.with);
  const isInside = (at: number) =>
    results.some((start) => start <= at && at + find.length <= start + step.with.length);
  const open = found.filter((at) => !isInside(at));
  if (open.length === 0)
    return found.length > 0 || results.length > 0 || isRecorded ? ok({ bytes, isDone: true }) : err(0);
  if (all) return ok({ bytes: replaced(bytes, apart(open, find.length), step), isDone: false });
  return found.length === 1 ? ok({ bytes: replaced(bytes, open, step), isDone: false }) : err(found.length);
}

/** Where `part` begins, including overlaps; nowhere if it is empty. */
function occurrences(bytes: Buffer, part: Buffer): readonly number[] {
  const found: number[] = [];
  if (part.length === 0) return found;
  for (let at = bytes.indexOf(part); at >= 0; at = bytes.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** From left to right, without those that begin inside the one before. */
function apart(starts: readonly number[], length: number): readonly number[] {
  const kept: number[] = [];
  for (const at of starts) if (at >= (kept.at(-1) ?? -length) + length) kept.push(at);
  return kept;
}

function replaced(bytes: Buffer, starts: readonly number[], { find, with: text }: Replacement): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (const at of starts) {
    pieces.push(bytes.subarray(from, at), text);
    from = at + find.length;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** `which` of several replacements it is, and how often its text is there. */
export function replaceFault(
  path: RepoPath,
  find: Buffer,
  which: number | undefined,
  times: number,
): PatchFault {
  const what = which === undefined ? "the text to be replaced" : `the text of replacement ${which}`;
  const often = times === 0 ? "is nowhere in the file" : `is in the file ${times} times`;
  const hint =
    times === 0
      ? "copy the text as it is in the file, byte for byte"
      : "take in more of what is around it, or say all: true";
  return fault(path, `${what} ${often}: ${excerpt(find)}`, hint);
}

function excerpt(bytes: Buffer): string {
  const line =
    bytes
      .toString("utf8")
      .split("\n")
      .find((text) => text.trim() !== "") ?? "";
  return JSON.stringify(line.length > 60 ? `${line.slice(0, 60)}…` : line);
}
