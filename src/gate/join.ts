import type { Verdict } from "../model/finding.ts";

/** One verdict over several changes, in their order: it blocks when one of them does. */
export function join(verdicts: readonly Verdict[]): Verdict {
  const blocks = verdicts.some(({ outcome }) => outcome === "block");
  return {
    outcome: blocks ? "block" : "pass",
    findings: verdicts.flatMap(({ findings }) => findings),
    skipped: verdicts.flatMap(({ skipped }) => skipped),
    commits: verdicts.flatMap(({ commits }) => commits),
  };
}
