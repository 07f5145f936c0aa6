import { asSkip, joined } from "../gate/verdict.ts";
import { readLineage } from "../git/history/lineage.ts";
import { type NamedRange, readRange } from "../git/history/range.ts";
import type { Repository } from "../git/open/repository.ts";
import { CannotLook } from "../model/failure.ts";
import type { Verdict } from "../model/finding.ts";
import { CommitJudge, type CommitsOptions, type JudgedCommits, type Wanted } from "./commits.ts";

export interface RangeOptions extends CommitsOptions {
  /** The branches it is judged for; those that are checked out when left out. */
  readonly branches?: readonly string[];
}

/** Judges every commit of a range `A..B`, one by one, and the range as a whole. For a range without commits it is a skip. */
export async function judgeRange(repo: Repository, text: string, options: RangeOptions): Promise<Verdict> {
  const range = await namedRange(repo, text, options);
  const { judged, whole } = await judgeCommits(repo, range, options);
  return rangeVerdict(judged.verdicts, await whole());
}

/** A range as somebody named it, on the branches that it is judged for. Throws `CannotLook`. */
export async function namedRange(
  repo: Repository,
  text: string,
  { branches }: Pick<RangeOptions, "branches">,
): Promise<NamedRange> {
  const read = await readRange(repo, text);
  if (!read.ok) throw new CannotLook(read.error);
  return branches === undefined ? read.value : { ...read.value, branches };
}

/** The commits that are wanted, and how the range as a whole is judged. */
export async function judgeCommits(
  repo: Repository,
  range: NamedRange,
  options: CommitsOptions,
  wanted?: Wanted,
): Promise<{ readonly judged: JudgedCommits; whole(): Promise<Verdict> }> {
  const { fresh, held, tip, branches } = range;
  fresh.mark(tip, branches);
  const judge = new CommitJudge(repo, options);
  const judged = await judge.each(fresh, [await readLineage(repo, fresh, tip, { held })], wanted);
  return { judged, whole: () => judge.whole(range, judged) };
}

/** The verdict on a range, from those on its commits and the one on it as a whole. */
export function rangeVerdict(commits: readonly Verdict[], whole: Verdict): Verdict {
  const verdict = joined([joined(commits), whole]);
  return commits.length === 0 ? asSkip(verdict) : verdict;
}
