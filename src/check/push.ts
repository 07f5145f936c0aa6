import { joined } from "../gate/verdict.ts";
import type { RefUpdate } from "../git/history/push-lines.ts";
import { type Pushed, readPush } from "../git/history/pushed.ts";
import type { CommitRange } from "../git/history/range.ts";
import type { Repository } from "../git/open/repository.ts";
import type { PushTarget } from "../git/remote/seen-branches.ts";
import type { ObjectId } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";
import { CommitJudge, type CommitsOptions } from "./commits.ts";
import { judgeTree } from "./tree.ts";

/**
 * Judges a push: every commit that is new to the remote, one by one, and what each update does as a whole.
 */
export async function judgePush(
  repo: Repository,
  updates: readonly RefUpdate[],
  target: PushTarget,
  options: CommitsOptions,
): Promise<Verdict> {
  const push = await readPush(repo, updates, target);
  const ranges = distinct(
    push.updates.flatMap((pushed) => (pushed.kind === "commits" ? [pushed.range] : [])),
  );
  const judge = new CommitJudge(repo, options);
  const judged = await judge.each({
    commits: push.commits,
    tipsOf: tipsAmong(ranges),
    branchesOf: (commit) => push.branchesOf(commit),
  });
  const verdicts = [judged.verdict];
  for (const range of ranges)
    if (range.base !== range.tip) verdicts.push(await judge.whole(range, judged, push.mainLine));
  for (const pushed of push.updates) verdicts.push(await judgeOther(repo, pushed, options));
  return joined(verdicts);
}

/** Worked out when it is asked for: only commits without any policy need it. */
function tipsAmong(ranges: readonly CommitRange[]): (commit: ObjectId) => readonly ObjectId[] {
  let histories: readonly { readonly tip: ObjectId; readonly commits: ReadonlySet<ObjectId> }[] | undefined;
  return (commit) => {
    histories ??= ranges.map(({ tip, commits }) => ({ tip, commits: new Set(commits) }));
    return histories.flatMap(({ tip, commits }) => (commits.has(commit) ? [tip] : []));
  };
}

/** Many refs may be set to one commit; what they do as a whole is looked at once. */
function distinct(ranges: readonly CommitRange[]): readonly CommitRange[] {
  const byEnds = new Map(
    ranges.map((range) => [`${range.base} ${range.tip} ${range.branches.join(" ")}`, range]),
  );
  return [...byEnds.values()];
}

const NOTHING: Verdict = { outcome: "pass", findings: [], notes: [], commits: [] };

async function judgeOther(repo: Repository, pushed: Pushed, options: CommitsOptions): Promise<Verdict> {
  if (pushed.kind === "tree") return judgeTree(repo, pushed.tree, options);
  if (pushed.kind !== "blob") return NOTHING;
  return { ...NOTHING, outcome: "skip", notes: [{ kind: "ref-to-file", ref: pushed.update.remoteRef }] };
}
