import { asSkip, joined } from "../gate/verdict.ts";
import { readLineage } from "../git/history/lineage.ts";
import { readRange } from "../git/history/range.ts";
import type { Repository } from "../git/open/repository.ts";
import { CannotLook } from "../model/failure.ts";
import type { Verdict } from "../model/finding.ts";
import { CommitJudge, type CommitsOptions } from "./commits.ts";

export interface RangeOptions extends CommitsOptions {
  /** The branches it is judged for; those that are checked out when left out. */
  readonly branches?: readonly string[];
}

/** Judges every commit of a range `A..B`, one by one, and the range as a whole. Of a range without commits it is a skip. */
export async function judgeRange(repo: Repository, text: string, options: RangeOptions): Promise<Verdict> {
  const read = await readRange(repo, text);
  if (!read.ok) throw new CannotLook(read.error);
  const { fresh, held } = read.value;
  const range = options.branches === undefined ? read.value : { ...read.value, branches: options.branches };
  const { commits, tip, branches } = range;
  fresh.mark(tip, branches);
  const judge = new CommitJudge(repo, options);
  const judged = await judge.each(fresh, [await readLineage(repo, fresh, tip, { held })]);
  const verdict = joined([judged.verdict, await judge.whole(range, judged)]);
  return commits.length === 0 ? asSkip(verdict) : verdict;
}
