// What the launcher asks Git while Node starts (`hooks/prefetch.sh`, made from this file by tools/prefetch-script.ts): calls that this
// program would make, in the same pinned environment. Starting Git from here costs more than Git itself takes. Nothing of it
// counts unless it is whole and plain, and Git's own HEAD is the commit it was asked about; then Git is asked as ever.
import type { ObjectId } from "../../model/change.ts";
import { stagedDiff } from "../changes/index-diff.ts";
import { MESSAGE_SETTINGS } from "../message/message.ts";
import { readHeader } from "../objects/batch-answer.ts";
import type { GitObject } from "../objects/git-object.ts";

/**
 * The calls of each hook after the one that reads objects; each runs through the runner of `Repository` that it names. With another
 * exit code it is made again, by whoever can tell what is wrong.
 */
export const CALLS = {
  staged: { runner: "detached", args: stagedDiff, okCodes: [0] },
  message: { runner: "git", args: (_base: ObjectId) => MESSAGE_SETTINGS, okCodes: [0, 1] },
} as const;

export type PrefetchKind = keyof typeof CALLS;

/** What is asked of `git cat-file --batch`, in order: what HEAD is, its root, and `places` in it. */
export function prefetchNames(base: ObjectId, places: readonly string[]): readonly string[] {
  return ["HEAD^{commit}", `${base}^{tree}`, ...places.map((place) => `${base}:${place}`)];
}

export interface Prefetched {
  readonly base: ObjectId;
  /** By the names of `prefetchNames`; undefined for what is not there. */
  readonly objects: ReadonlyMap<string, GitObject | undefined>;
  /** The other call's exit code and output. */
  readonly code: number;
  readonly stdout: Buffer;
}

/**
 * Reads `prefetch 1 <base>\n`, the answers about objects, the exit code of that call and a line end, the output of the other call, a
 * NUL, its exit code and the base once more: a text that is cut short does not end like that. Undefined for anything else.
 */
export function readPrefetch(bytes: Buffer, places: readonly string[]): Prefetched | undefined {
  const [first, start] = lineAt(bytes, 0);
  const base = /^prefetch 1 ([0-9a-f]{40,64})$/.exec(first)?.[1];
  if (base === undefined) return undefined;
  const objects = new Map<string, GitObject | undefined>();
  let at = start;
  for (const name of prefetchNames(base, places)) {
    const [line, body] = lineAt(bytes, at);
    const header = readHeader(line);
    if (header === undefined && line !== `${name} missing`) return undefined;
    at = header === undefined ? body : body + header.size + 1;
    objects.set(name, header && { ...header, bytes: bytes.subarray(body, at - 1) });
  }
  const [code, rest] = lineAt(bytes, at);
  const end = bytes.lastIndexOf(0);
  const [, last, again] = /^(\d+) ([0-9a-f]+)\n$/.exec(bytes.toString("latin1", end + 1)) ?? [];
  if (code !== "0" || end < rest || again !== base) return undefined;
  if (objects.get("HEAD^{commit}")?.id !== base) return undefined;
  return { base, objects, code: Number(last), stdout: bytes.subarray(rest, end) };
}

/** The line that begins at `at`, and where the next one does; beyond the end everything is empty. */
function lineAt(bytes: Buffer, at: number): readonly [string, number] {
  const found = bytes.indexOf(10, at);
  const end = found < 0 ? bytes.length : found;
  return [bytes.toString("latin1", at, end), end + 1];
}
