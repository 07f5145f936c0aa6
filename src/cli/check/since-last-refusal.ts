import { keepRefusal, lastRefusal } from "../../git/open/refusals.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { Verdict } from "../../model/finding.ts";
import { keysOf } from "../../report/finding-key.ts";

/**
 * What was refused when the same was asked here before; this verdict takes its place. A look at the working tree writes
 * nothing to the Git folder: it is compared with what the end of the agent's turn was told.
 */
export function sinceLastRefusal(
  repo: Pick<Repository, "gitDir">,
  verdict: Verdict,
  question: string,
): readonly string[] | undefined {
  if (question === "working") return lastRefusal(repo, "end");
  const own = `check ${question}`;
  const before = lastRefusal(repo, own);
  keepRefusal(repo, own, verdict.outcome === "block" ? keysOf(verdict) : undefined);
  return before;
}
