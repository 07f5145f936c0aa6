import type { Repository } from "../git/open/repository.ts";
import type { CommitName, ObjectId } from "../model/change.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { JudgedFinding, Verdict } from "../model/finding.ts";
import type { Policy } from "../policy/policy.ts";
import type { CommitsOptions } from "./commits.ts";
import { judgeRange, type RangeOptions } from "./range.ts";

/** What a policy would have done to commits of the past. */
export interface Trial {
  /** How many commits were judged; merges bring nothing of their own and are not among them. */
  readonly judged: number;
  readonly stopped: readonly StoppedCommit[];
  /** Commits that could not be judged, because an object that they need is missing or damaged. */
  readonly unread: readonly UnreadCommit[];
}

export interface UnreadCommit {
  readonly id: ObjectId;
  readonly why: string;
}

export interface StoppedCommit extends CommitName {
  /** The first error of each rule that stops it. */
  readonly findings: readonly JudgedFinding[];
}

/** Judges the commits of a range by a policy that none of them knew, each on its own, as on the branch that is checked out. */
export async function tryPolicy(
  repo: Repository,
  policy: Policy,
  range: string,
  options: Pick<CommitsOptions, "today" | "report">,
): Promise<Trial> {
  const { verdicts, unread } = await judged(repo, range, { ...options, policy });
  const commits = verdicts.flatMap((verdict) => verdict.commits);
  const findings = verdicts.flatMap((verdict) => verdict.findings);
  const errors = findings.filter(({ level, standing }) => level === "error" && standing.kind === "new");
  const stopped = commits.map((commit) => ({
    ...commit,
    findings: errors.filter(
      (error, at) =>
        error.commit === commit.id &&
        errors.findIndex((other) => other.commit === commit.id && other.rule === error.rule) === at,
    ),
  }));
  return {
    judged: commits.length,
    stopped: stopped.filter((commit) => commit.findings.length > 0),
    unread,
  };
}

interface Judged {
  readonly verdicts: readonly Verdict[];
  readonly unread: readonly UnreadCommit[];
}

/** All at once; where an object is missing or damaged, one by one, without those that need it. */
async function judged(repo: Repository, range: string, options: RangeOptions): Promise<Judged> {
  try {
    return { verdicts: [await judgeRange(repo, range, options)], unread: [] };
  } catch (error) {
    if (!isMissing(error)) throw error;
    const found = await oneByOne(repo, range, options);
    if (found.verdicts.length === 0) throw error;
    return found;
  }
}

async function oneByOne(repo: Repository, range: string, options: RangeOptions): Promise<Judged> {
  const verdicts: Verdict[] = [];
  const unread: UnreadCommit[] = [];
  const listed = await repo.detached.run(["rev-list", "--reverse", "--no-merges", range, "--"]);
  const ids = listed.stdout.toString("latin1").trim().split("\n");
  for (const [at, id] of ids.entries()) {
    try {
      verdicts.push(await judgeRange(repo, `${id}^..${id}`, { ...options, report: () => {} }));
    } catch (error) {
      if (!isMissing(error)) throw error;
      unread.push({ id, why: error.failure.message });
    }
    options.report?.(at + 1, ids.length, "commits judged");
  }
  return { verdicts, unread };
}

function isMissing(error: unknown): error is CannotLook {
  return error instanceof CannotLook && error.failure.kind === "missing-object";
}

/** The last commits of the branch that is checked out, as a range; undefined if there are fewer than two. */
export async function lastCommits(repo: Repository, most: number): Promise<string | undefined> {
  if (repo.head.kind === "unborn") return undefined;
  const args = ["rev-list", "--first-parent", `--max-count=${most + 1}`, repo.head.id, "--"];
  const ids = (await repo.detached.run(args)).stdout.toString("latin1").trim().split("\n");
  const base = ids.at(-1);
  return ids.length < 2 || base === undefined ? undefined : `${base}..${repo.head.id}`;
}

export function nothingToTry(): CannotLook {
  const next = "commit first, or name a range: arkitekt policy try --range A..B";
  return new CannotLook(failure("bad-range", "there is no history to try a policy on", next));
}

/** How many commits each rule stops, most first. */
export function stoppedByRule({ stopped }: Trial): ReadonlyMap<string, readonly StoppedCommit[]> {
  const found = new Map<string, StoppedCommit[]>();
  for (const commit of stopped)
    for (const { rule } of commit.findings) found.set(rule, [...(found.get(rule) ?? []), commit]);
  return new Map([...found].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1)));
}
