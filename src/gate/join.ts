import type { Verdict } from "../model/finding.ts";

/** One verdict over several changes, in their order: it blocks when one of them does, and is a skip when all of them are. */
export function join(verdicts: readonly Verdict[]): Verdict {
  const blocks = verdicts.some(({ outcome }) => outcome === "block");
  const isSkip = verdicts.length > 0 && verdicts.every(({ outcome }) => outcome === "skip");
  return {
    outcome: blocks ? "block" : isSkip ? "skip" : "pass",
    findings: verdicts.flatMap(({ findings }) => findings),
    skipped: verdicts.flatMap(({ skipped }) => skipped),
    commits: verdicts.flatMap(({ commits }) => commits),
  };
}
