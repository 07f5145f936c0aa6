// What the branches of a remote were last seen to hold, as far as Git can show it offline. A ref below `refs/remotes` can be
// set to anything by anybody; so only what a fetch or a push of that remote has put there counts.
import { join } from "node:path";
import type { ObjectId } from "../../model/change.ts";
import { readIfThere } from "../open/head.ts";
import type { Repository } from "../open/repository.ts";
import { isLoose, type LogEntry, refLog } from "./ref-log.ts";
import { type Remote, type RemoteSettings, readRemoteSettings } from "./remote-settings.ts";
import { isSameRepository, isWrittenFor } from "./same-repository.ts";
import { sourceOf, type TrackingRef, trackingRefs } from "./tracking-refs.ts";
import { type KnownRemote, readUrlRecord, writeUrlRecord } from "./url-record.ts";

/** Where a push goes: the name of a remote (or its address once more), and the address. */
export interface PushTarget {
  readonly name: string | undefined;
  readonly url: string | undefined;
}

export interface SeenBranches {
  /** By the ref's name on the remote. */
  readonly branches: ReadonlyMap<string, ObjectId>;
  /** The branch that its `HEAD` was seen to name. */
  readonly main: string | undefined;
}

export async function seenBranches(repo: Repository, target: PushTarget): Promise<SeenBranches> {
  const settings = await readRemoteSettings(repo);
  const folder = repo.top ?? repo.gitDir;
  const remote = settings.remotes.find(({ name }) => name === target.name);
  const fetched =
    target.url === undefined ? new Map<string, ObjectId>() : lastFetch(repo, target.url, folder);
  // These refs say nothing about an address that is pushed to but not fetched from.
  if (remote === undefined || !isSameRepository(target.url ?? remote.url, remote.url, folder))
    return { branches: fetched, main: undefined };
  const { refs, main } = await trackingRefs(repo, remote, settings);
  const logs = await Promise.all(refs.map(async (ref) => ({ ref, log: await refLog(repo, ref.ref) })));
  const { before } = knownRemote(repo, remote, settings, folder, logs);
  const branches = new Map(fetched);
  for (const { ref, log } of logs) {
    const id = lastSeen(repo, ref, log, before[ref.ref], { remote, isLogging: settings.isLogging });
    if (id !== undefined) branches.set(ref.branch, id);
  }
  return { branches, main };
}

interface Logged {
  readonly ref: TrackingRef;
  readonly log: readonly LogEntry[] | undefined;
}

/** What was known about the remote's address so far; with a new one, all that is in the logs by now is about another repository. */
function knownRemote(
  repo: Repository,
  remote: Remote,
  { remotes }: RemoteSettings,
  folder: string,
  logs: readonly Logged[],
): KnownRemote {
  const read = readUrlRecord(repo.commonDir);
  const record = read === "damaged" ? {} : read;
  const known = Object.hasOwn(record, remote.name) ? record[remote.name] : undefined;
  const isSame = known !== undefined && isSameRepository(known.url, remote.url, folder);
  const before = Object.fromEntries(logs.map(({ ref, log }) => [ref.ref, log?.at(-1)?.mark ?? ref.id]));
  const isOther = read === "damaged" || (known !== undefined && !isSame);
  const now = isSame ? known : { url: remote.url, before: isOther ? before : {} };
  const others = remotes.filter(({ name }) => !Object.hasOwn(record, name));
  if (!isSame || others.length > 0) {
    const first = Object.fromEntries(others.map(({ name, url }) => [name, { url, before: {} }]));
    writeUrlRecord(repo.commonDir, { ...record, ...first, [remote.name]: now });
  }
  return now;
}

function lastSeen(
  repo: Repository,
  ref: TrackingRef,
  log: readonly LogEntry[] | undefined,
  before: string | undefined,
  { remote, isLogging }: { readonly remote: Remote; readonly isLogging: boolean },
): ObjectId | undefined {
  if (log === undefined || log.length === 0) {
    // A clone writes its first refs into one file and logs none of them; later ones are logged, unless that is switched off.
    const isFirst = log !== undefined || !isLogging || !isLoose(repo, ref.ref);
    return isFirst && before === undefined ? ref.id : undefined;
  }
  const from = before === undefined ? 0 : log.findIndex(({ mark }) => mark === before) + 1;
  if (before !== undefined && from === 0 && log[0]?.from !== before) return undefined;
  const names = namesOf(remote, log);
  const seen = log.slice(from).flatMap((entry) => (isSighting(entry, remote, names) ? [entry.to] : []));
  const first = before === undefined ? log[0]?.from : undefined;
  const all = first === undefined ? seen : [first, ...seen];
  return all.includes(ref.id) ? ref.id : all.at(-1);
}

/** `git remote rename` takes the logs along. */
function namesOf({ name }: Remote, log: readonly LogEntry[]): ReadonlySet<string> {
  const former = log.flatMap(({ message }) => {
    const [, old] = /^remote: renamed refs\/remotes\/([^/]+)\//.exec(message) ?? [];
    return old === undefined ? [] : [old];
  });
  return new Set([name, ...former]);
}

/**
 * Whether the entry says that the remote itself was asked. The words of `git fetch` are in it, so that one from elsewhere
 * (`git fetch . x:refs/remotes/origin/x`), and one about another ref, can be recognised.
 */
function isSighting({ message }: LogEntry, remote: Remote, names: ReadonlySet<string>): boolean {
  if (message === "update by push" || message.startsWith("clone: from ")) return true;
  const [, , words] =
    /^(fetch|pull|remote update)\b(.*?)(?::? *(?:storing head|fast-forward|forced-update))?$/.exec(message) ??
    [];
  if (words === undefined) return false;
  const [source, ...refspecs] = words.split(" ").filter((word) => word !== "" && !/^(-.*|\d+)$/.test(word));
  if (source !== undefined && !names.has(source)) return false;
  return refspecs.every((word) => isOwnRefspec(word, remote));
}

function isOwnRefspec(word: string, { fetch }: Remote): boolean {
  const [, from, to] = /^\+?([^:]*):(.+)$/.exec(word) ?? [];
  if (from === undefined || to === undefined) return true;
  const full = to.startsWith("refs/") ? to : `refs/${to.startsWith("remotes/") ? "" : "heads/"}${to}`;
  const named = from.startsWith("refs/") ? from : `refs/heads/${from}`;
  return !full.startsWith("refs/remotes/") || fetch.some((spec) => sourceOf(full, spec) === named);
}

/** What the last fetch from that very address found, under whatever name: Git keeps it in FETCH_HEAD. */
function lastFetch({ gitDir }: Repository, url: string, folder: string): Map<string, ObjectId> {
  const found = new Map<string, ObjectId>();
  for (const line of (readIfThere(join(gitDir, "FETCH_HEAD")) ?? "").split("\n")) {
    const [, id, branch, from] = /^([0-9a-f]{40,64})\t[^\t]*\tbranch '(.+)' of (.+)$/.exec(line) ?? [];
    if (id === undefined || branch === undefined || from === undefined) continue;
    if (isWrittenFor(url, from, folder)) found.set(`refs/heads/${branch}`, id);
  }
  return found;
}
