// A range that one machine can't judge in time is judged by several: each judges every n-th commit, and the last one also the range as
// a whole.
import { createHash } from "node:crypto";
import { version } from "../../base/version.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { Verdict } from "../../model/finding.ts";
import type { RangePart, RangeTerms, Shard } from "../../model/shard/range-part.ts";
import { judgeCommits, namedRange, type RangeOptions, rangeVerdict } from "../range.ts";

/** What is said about a part follows the same wishes as what is said about the whole. */
export type Unsaid = Pick<RangeTerms, "rules" | "isQuiet">;

export interface JudgedPart {
  readonly part: RangePart;
  /** On this part alone. */
  readonly verdict: Verdict;
}

export async function judgePart(
  repo: Repository,
  text: string,
  { index, of }: Shard,
  unsaid: Unsaid,
  options: RangeOptions,
): Promise<JudgedPart> {
  const range = await namedRange(repo, text, options);
  const isOwn = (at: number) => at % of === index - 1;
  const { judged, whole } = await judgeCommits(repo, range, options, {
    isWanted: isOwn,
    isForWhole: index === of,
  });
  const places = range.commits.map((_, at) => at).filter(isOwn);
  const commits = judged.verdicts.map((verdict, nth) => ({ at: places[nth] ?? 0, verdict }));
  const { today, policy } = options;
  const terms: RangeTerms = {
    program: version,
    range: text,
    base: range.base ?? null,
    tip: range.tip,
    commits: digestOf(range.commits),
    branches: range.branches,
    today,
    policy: policy === undefined ? null : digestOf([JSON.stringify(policy)]),
    ...unsaid,
  };
  const ofWhole = index === of ? await whole() : null;
  const part = { index, of, terms, commits, total: range.commits.length, whole: ofWhole };
  return { part, verdict: rangeVerdict(judged.verdicts, ofWhole ?? NOTHING) };
}

const NOTHING: Verdict = { outcome: "pass", findings: [], notes: [], commits: [] };

function digestOf(lines: readonly string[]): string {
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}
