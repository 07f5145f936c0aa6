import type { Verdict } from "../model/finding.ts";

/** The verdict on a change that holds nothing to judge; what was found all the same stays. */
export function asSkip(verdict: Verdict): Verdict {
  return verdict.findings.length === 0 ? { ...verdict, outcome: "skip" } : verdict;
}
