// Where two texts first differ in more than require paths and one renaming.
import { readable } from "../../../base/byte-text.ts";
import type { ByteRange } from "../../../base/position.ts";
import type { SourceFile } from "../../../modules/source-file.ts";
import { type CodeToken, codeOf } from "./code.ts";
import { isTaken, lengthAt, possibleRenamings, type TokenRenaming } from "./renaming.ts";

export interface Difference {
  /** The token in the text after the change; the last one if one is missing after it. */
  readonly range: ByteRange;
  /** What is wrong there, naming both tokens. */
  readonly message: string;
}

/** Undefined if every token is what it was. */
export function firstDifference(before: SourceFile, after: SourceFile): Difference | undefined {
  const [old, now] = [codeOf(before), codeOf(after)];
  const first = compare(old, now, undefined);
  if (first === undefined) return undefined;
  const tried = possibleRenamings(old, now, first.index).map((renaming) => attempt(old, now, renaming));
  if (tried.includes(undefined)) return undefined;
  // The renaming that explains most is the one that was meant.
  const last = tried.reduce(
    (best, each) => (each !== undefined && best !== undefined && each.index > best.index ? each : best),
    tried[0],
  );
  const { index, message } = last ?? first;
  const token = now[index] ?? now.at(-1);
  const start = token?.start ?? 0;
  return { range: { start, end: start + (token?.text.length ?? 0) }, message };
}

interface Mismatch {
  /** The index of a token in the text after the change. */
  readonly index: number;
  readonly message: string;
}

function attempt(
  old: readonly CodeToken[],
  now: readonly CodeToken[],
  renaming: TokenRenaming,
): Mismatch | undefined {
  const mismatch = compare(old, now, renaming);
  if (mismatch !== undefined || !isTaken(old, renaming)) return mismatch;
  const index = now.findIndex((_, at) => lengthAt(now, at, { ...renaming, from: renaming.to }) > 0);
  const [from, to] = [path(renaming.from), path(renaming.to)];
  return { index, message: `${from} becomes ${to}, which is another name there already` };
}

function compare(
  old: readonly CodeToken[],
  now: readonly CodeToken[],
  renaming: TokenRenaming | undefined,
): Mismatch | undefined {
  let index = 0;
  for (let at = 0; at < old.length; ) {
    const length = renaming === undefined ? 0 : lengthAt(old, at, renaming);
    if (length > 0 && renaming !== undefined) {
      const isDone = lengthAt(now, index, { ...renaming, from: renaming.to }) > 0;
      if (!isDone) return { index, message: describe(old[at], now[index], renaming) };
      at += length;
      index += renaming.isPath ? renaming.to.length * 2 - 1 : 1;
    } else {
      if (!isSame(old[at], now[index])) return { index, message: describe(old[at], now[index], undefined) };
      at++;
      index++;
    }
  }
  return index < now.length ? { index, message: describe(undefined, now[index], undefined) } : undefined;
}

function isSame(was: CodeToken | undefined, is: CodeToken | undefined): boolean {
  if (was === undefined || is === undefined) return false;
  return was.text === is.text || (was.isRequired && is.isRequired);
}

function describe(
  was: CodeToken | undefined,
  is: CodeToken | undefined,
  renaming: TokenRenaming | undefined,
): string {
  if (was?.text === is?.text && renaming !== undefined)
    return `${path(renaming.from)} stays here, and is ${path(renaming.to)} elsewhere`;
  if (was === undefined) return `${quote(is?.text ?? "")} is added`;
  if (is === undefined) return `${quote(was.text)} is taken away`;
  return `${quote(was.text)} becomes ${quote(is.text)}`;
}

function path(names: readonly string[]): string {
  return readable(names.join("."));
}

function quote(token: string): string {
  const text = readable(token);
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
