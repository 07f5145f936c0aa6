// The refs that stand here for branches of a remote, by the remote's own fetch settings read backwards. What could stand
// for something else as well stands for nothing.
import type { ObjectId } from "../../model/change.ts";
import type { Repository } from "../open/repository.ts";
import type { Refspec, Remote, RemoteSettings } from "./remote-settings.ts";

export interface TrackingRef {
  /** `refs/remotes/origin/main`. */
  readonly ref: string;
  /** `refs/heads/main`. */
  readonly branch: string;
  readonly id: ObjectId;
}

export interface Tracking {
  readonly refs: readonly TrackingRef[];
  /** The branch that the remote's `HEAD` was seen to name. */
  readonly main: string | undefined;
}

export async function trackingRefs(repo: Repository, remote: Remote, all: RemoteSettings): Promise<Tracking> {
  const answer = await repo.git.run([
    "for-each-ref",
    "--format=%(refname)%00%(objectname)%00%(symref)",
    "refs/remotes/",
  ]);
  const refs: TrackingRef[] = [];
  let main: string | undefined;
  for (const line of answer.stdout.toString("utf8").split("\n")) {
    const [ref = "", id = "", link = ""] = line.split("\0");
    // A link says what another ref holds, which may be a branch of this clone.
    if (link === "") {
      const branch = branchBehind(ref, remote, all);
      if (branch !== undefined) refs.push({ ref, branch, id });
    } else if (ref === `refs/remotes/${remote.name}/HEAD`) main = branchBehind(link, remote, all);
  }
  return { refs, main };
}

/** The branch of `remote` whose state the ref is said to hold; undefined if it could have any other source as well. */
function branchBehind(ref: string, remote: Remote, { remotes }: RemoteSettings): string | undefined {
  if (!ref.startsWith("refs/remotes/")) return undefined;
  const sources = remotes.flatMap(({ name, fetch }) =>
    fetch.flatMap((spec) => {
      const from = sourceOf(ref, spec);
      return from === undefined ? [] : [{ name, from }];
    }),
  );
  const [first] = sources;
  if (first === undefined || sources.some(({ name, from }) => name !== remote.name || from !== first.from))
    return undefined;
  const isLeftOut = remote.leftOut.some((from) => matchOf(from, first.from) !== undefined);
  return first.from.startsWith("refs/heads/") && !isLeftOut ? first.from : undefined;
}

/** What a ref of this name was fetched from by a refspec. */
export function sourceOf(ref: string, { from, to }: Refspec): string | undefined {
  const middle = matchOf(to, ref);
  return middle === undefined ? undefined : from.replace("*", () => middle);
}

/** What the `*` of a pattern stands for; empty for a pattern without one. */
function matchOf(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf("*");
  if (star < 0) return pattern === text ? "" : undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  const isMatch =
    text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
  return isMatch ? text.slice(before.length, text.length - after.length) : undefined;
}
