import { joined } from "../gate/verdict.ts";
import { type Lineage, readLineage } from "../git/history/lineage.ts";
import type { RefUpdate } from "../git/history/push-lines.ts";
import { type Push, type PushedUpdate, readPush } from "../git/history/pushed.ts";
import type { CommitRange } from "../git/history/range.ts";
import type { Repository } from "../git/open/repository.ts";
import { knownAt, type PushDestination } from "../git/remote/known-at.ts";
import type { Verdict } from "../model/finding.ts";
import { isBranchRef, isJudgedRef, JUDGED_REFS } from "../model/judged-refs.ts";
import { Policies } from "../policy-source/policies.ts";
import { expectLongRun } from "../system/engine.ts";
import { CommitJudge, type CommitsOptions } from "./commits.ts";
import { lostOverrides } from "./history/lost-overrides.ts";
import { loadLuaReader } from "./lua-reader.ts";
import { judgeTree } from "./tree.ts";

/**
 * Judges a push: every commit that is new to the remote, one by one, and what each update does as a whole.
 */
export async function judgePush(
  repo: Repository,
  updates: readonly RefUpdate[],
  destination: PushDestination,
  options: CommitsOptions,
): Promise<Verdict> {
  const { code, others } = await sortUpdates(repo, updates, destination);
  const push = await readPush(repo, code, destination);
  const ranges = distinct(
    push.updates.flatMap((pushed) => (pushed.kind === "commits" ? [pushed.range] : [])),
  );
  if (push.fresh.all.length > FEW) {
    loadLuaReader();
    expectLongRun();
  }
  const judge = new CommitJudge(repo, options);
  const judged = await judge.each(push.fresh, await lineagesOf(repo, push));
  const verdicts = [joined(judged.verdicts)];
  const told = new Set<string>();
  for (const [at, range] of ranges.entries()) {
    if (range.base !== range.tip)
      verdicts.push(withoutTold(await judge.whole(range, judged, push.mainLine), told));
    options.report?.(at + 1, ranges.length, "updates judged");
  }
  for (const pushed of push.updates) verdicts.push(await judgeOther(repo, pushed, options));
  const verdict = joined([...verdicts, ...others.map(notCode)]);
  if (verdict.outcome !== "block") return verdict;
  return { ...verdict, notes: [...verdict.notes, ...(await lostOverrides(repo, verdict, code))] };
}

/** More commits than these are worth another way of collecting garbage. */
const FEW = 20;

interface Sorted {
  readonly code: readonly RefUpdate[];
  readonly others: readonly RefUpdate[];
}

/** What holds no code, by the policy of the remote's main line, is left alone; that policy is asked only about what is not a branch. */
async function sortUpdates(
  repo: Repository,
  updates: readonly RefUpdate[],
  destination: PushDestination,
): Promise<Sorted> {
  if (updates.every(({ remoteRef }) => isBranchRef(remoteRef))) return { code: updates, others: [] };
  const { mainLine } = await knownAt(repo, destination, [], []);
  const place = mainLine ?? (repo.head.kind === "unborn" ? undefined : repo.head.id);
  const policy = place === undefined ? undefined : await new Policies(repo).at(place);
  const refs = policy?.push.refs ?? JUDGED_REFS;
  return {
    code: updates.filter(({ remoteRef }) => isJudgedRef(remoteRef, refs)),
    others: updates.filter(({ remoteRef }) => !isJudgedRef(remoteRef, refs)),
  };
}

function notCode({ remoteRef }: RefUpdate): Verdict {
  return { ...NOTHING, outcome: "skip", notes: [{ kind: "ref-without-code", ref: remoteRef }] };
}

/** Many refs may be set to one commit; those that held the same before take it the same way. */
async function lineagesOf(repo: Repository, { updates, fresh, mainLine }: Push): Promise<readonly Lineage[]> {
  const lineages = new Map<string, Lineage>();
  for (const pushed of updates) {
    if (pushed.kind !== "commits" || !fresh.has(pushed.range.tip)) continue;
    const { range, held } = pushed;
    const key = `${held} ${range.tip}`;
    if (!lineages.has(key)) lineages.set(key, await readLineage(repo, fresh, range.tip, { held, mainLine }));
  }
  return [...lineages.values()];
}

/** Many refs may be set to one commit; what they do as a whole is looked at once. */
function distinct(ranges: readonly CommitRange[]): readonly CommitRange[] {
  const byEnds = new Map(
    ranges.map((range) => [`${range.base} ${range.tip} ${range.branches.join(" ")}`, range]),
  );
  return [...byEnds.values()];
}

/** Branches that stand on each other bring the same: what is said about one of them is not repeated, word for word, for the next. */
function withoutTold(judged: Verdict, told: Set<string>): Verdict {
  const findings = judged.findings.filter(({ rule, level, standing, commit, place, message, details }) => {
    const key = JSON.stringify([rule, level, standing, commit, place, message, details]);
    const isNew = !told.has(key);
    told.add(key);
    return isNew;
  });
  return { ...judged, findings };
}

const NOTHING: Verdict = { outcome: "pass", findings: [], notes: [], commits: [] };

async function judgeOther(repo: Repository, pushed: PushedUpdate, options: CommitsOptions): Promise<Verdict> {
  if (pushed.kind === "tree") return judgeTree(repo, pushed.tree, options);
  if (pushed.kind !== "blob") return NOTHING;
  return { ...NOTHING, outcome: "skip", notes: [{ kind: "ref-to-file", ref: pushed.update.remoteRef }] };
}
