// What the launcher asks Git while Node starts (`hooks/prefetch.sh`, made from this file by tools/prefetch-script.ts): calls that this
// program would make, in the same pinned environment. Starting Git from here costs more than Git itself takes. None of it
// counts unless it is complete and plain, and Git's own HEAD is the commit it was asked about; otherwise Git is asked as usual.
import type { ObjectId } from "../../model/change.ts";
import { stagedDiff } from "../changes/index-diff.ts";
import { MESSAGE_SETTINGS } from "../message/message.ts";
import { readHeader } from "../objects/batch-answer.ts";
import type { GitObject } from "../objects/git-object.ts";
import type { Incoming } from "./incoming.ts";

interface Call {
  /** Of `Repository`, through which it runs. */
  readonly runner: "git" | "detached";
  readonly args: (base: ObjectId) => readonly string[];
  /** With another exit code the call is made again, by whoever can tell what is wrong. */
  readonly okCodes: readonly number[];
}

const SETTINGS: Call = { runner: "git", args: () => MESSAGE_SETTINGS, okCodes: [0, 1] };

/** The calls of each hook, before the one that reads objects. How the message will be cleaned is asked for the hooks that follow. */
export const CALLS = {
  staged: [{ runner: "detached", args: stagedDiff, okCodes: [0] }, SETTINGS],
  message: [SETTINGS],
} as const satisfies Readonly<Record<string, readonly Call[]>>;

export type PrefetchKind = keyof typeof CALLS;

/** In bytes, from the end of the index: its checksum, or what of it says enough. */
export const INDEX_END = 20;

/** What is asked of `git cat-file --batch`, in order: what HEAD is, its root, and `places` in it. */
export function prefetchNames(base: ObjectId, places: readonly string[]): readonly string[] {
  return ["HEAD^{commit}", `${base}^{tree}`, ...places.map((place) => `${base}:${place}`)];
}

export interface Prefetched {
  readonly base: ObjectId;
  /** By the names of `prefetchNames`; undefined for what is not there. */
  readonly objects: ReadonlyMap<string, GitObject | undefined>;
  /** How the index ended before anything was asked about it; undefined where nobody looked. */
  readonly indexEnd: Buffer | undefined;
  readonly answers: readonly Answer[];
  /** The descriptor on which the Git that gave the objects is asked for more; undefined where it has ended. */
  readonly more: number | undefined;
}

interface Answer {
  readonly code: number;
  readonly stdout: Buffer;
}

/**
 * Reads `prefetch 3 <base> <more> <nonce>\n`; the end of the index (for `staged`) and the output of each call, each with a NUL, the exit
 * code, the nonce and a line end behind it; and the answers about objects: whatever the output holds, nobody could have put the nonce there. It waits for no byte that need not come. Undefined
 * for anything else, and for what is cut short. A Git that waits for more questions may hold its answers back till the last of them:
 * they are read by `patiently`, which gives up in time.
 */
export function readPrefetch(
  kind: PrefetchKind,
  incoming: Incoming,
  places: readonly string[],
  patiently: (piece: Buffer) => number,
): Prefetched | undefined {
  const start = incoming.find("\n", 0);
  const first = start === undefined ? "" : incoming.text(0, start);
  const [, base, more, nonce] = /^prefetch 3 ([0-9a-f]{40,64}) (\d|-) (.{16,})$/.exec(first) ?? [];
  if (start === undefined || base === undefined || nonce === undefined) return undefined;
  const answers: Answer[] = [];
  let at = start + 1;
  for (let left = CALLS[kind].length + (kind === "staged" ? 1 : 0); left > 0; left--) {
    const read = readAnswer(incoming, at, ` ${nonce}\n`);
    if (read === undefined) return undefined;
    answers.push(read.answer);
    at = read.behind;
  }
  const index = kind === "staged" ? answers.shift() : undefined;
  const isWhole = index?.code === 0 && index.stdout.length === INDEX_END;
  if (more !== "-") incoming.goOnWith(patiently);
  const objects = readObjects(incoming, at, prefetchNames(base, places));
  if (objects?.get("HEAD^{commit}")?.id !== base) return undefined;
  return {
    base,
    objects,
    indexEnd: isWhole ? index.stdout : undefined,
    answers,
    more: more === "-" ? undefined : Number(more),
  };
}

/** `last` stands behind the exit code. */
function readAnswer(
  incoming: Incoming,
  start: number,
  last: string,
): { readonly answer: Answer; readonly behind: number } | undefined {
  const told = incoming.find(last, start);
  if (told === undefined) return undefined;
  const end = incoming.bytes.lastIndexOf(0, told);
  const code = end < start ? undefined : /^\d+$/.exec(incoming.text(end + 1, told))?.[0];
  if (code === undefined) return undefined;
  const stdout = incoming.bytes.subarray(start, end);
  return { answer: { code: Number(code), stdout }, behind: told + last.length };
}

function readObjects(
  incoming: Incoming,
  start: number,
  names: readonly string[],
): ReadonlyMap<string, GitObject | undefined> | undefined {
  const objects = new Map<string, GitObject | undefined>();
  let at = start;
  for (const name of names) {
    const end = incoming.find("\n", at);
    if (end === undefined) return undefined;
    const line = incoming.text(at, end);
    const header = readHeader(line);
    if (header === undefined && line !== `${name} missing`) return undefined;
    at = end + 1;
    if (header !== undefined) {
      const behind = at + header.size;
      if (!incoming.reach(behind + 1)) return undefined;
      objects.set(name, { ...header, bytes: incoming.bytes.subarray(at, behind) });
      at = behind + 1;
    } else objects.set(name, undefined);
  }
  return objects;
}
