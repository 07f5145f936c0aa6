import type { Survey } from "./survey.ts";
import type { SurveyFact } from "./tree.ts";

/** A rule that stops more of the past than this share is not what people here hold themselves to: it starts as a warning. */
const MOST = 0.04;

/** Fewer commits say nothing about a custom. */
const ENOUGH = 20;

/** The same draft with those rules as warnings that would have stopped too much of the past, each with a line that says so. */
export function tune(found: Survey, judged: number, stoppedByRule: ReadonlyMap<string, number>): Survey {
  const loud = [...stoppedByRule].filter(([, count]) => count > judged * MOST);
  if (judged < ENOUGH || loud.length === 0) return found;
  const { policy } = found;
  const rules = { ...policy.rules };
  const facts: SurveyFact[] = [...found.facts];
  for (const [rule, count] of loud) {
    const entry = rules[rule];
    rules[rule] = Array.isArray(entry) ? ["warn", ...entry.slice(1)] : "warn";
    facts.push({
      key: rule,
      says: "a warning",
      from: `as an error it would have stopped ${count} of ${judged} commits`,
    });
  }
  return { policy: { ...policy, rules }, facts };
}
