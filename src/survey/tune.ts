import type { DraftRules } from "./draft-policy.ts";
import type { Survey } from "./survey.ts";

/** A rule that stops more of the past than this share is not what people here hold themselves to: it starts as a warning. */
const MOST = 0.04;

/** Fewer commits say nothing about a custom. */
const ENOUGH = 20;

export interface Tuned {
  readonly survey: Survey;
  /** The rules that became warnings. */
  readonly warnings: ReadonlySet<string>;
}

/** The same draft with those rules as warnings that would have stopped too much of the past, each with a line that says so. */
export function tune(found: Survey, judged: number, stoppedByRule: ReadonlyMap<string, number>): Tuned {
  const loud = [...stoppedByRule].filter(([, count]) => judged >= ENOUGH && count > judged * MOST);
  const warnings = new Set(loud.map(([rule]) => rule));
  const { rules, overrides } = found.policy;
  const policy = {
    ...found.policy,
    rules: { ...rules, ...Object.fromEntries([...warnings].map((rule) => [rule, asWarning(rules[rule])])) },
    // What holds for some files is milder with it; what holds on agents' branches was not tried.
    overrides: overrides.map((override) =>
      override.branches === undefined
        ? { ...override, rules: lowered(override.rules, warnings) }
        : { ...override, rules: { ...override.rules, ...kept(rules, warnings) } },
    ),
  };
  const facts = loud.map(([rule, count]) => ({
    key: rule,
    says: "a warning",
    from: `as an error it would have stopped ${count} of ${judged} commits`,
  }));
  return { survey: { policy, facts: [...found.facts, ...facts] }, warnings };
}

/** People may write as they always have; a forgotten local of an agent's is a fault all the same. */
function kept(rules: DraftRules, warnings: ReadonlySet<string>): DraftRules {
  return warnings.has("no-globals") ? { "no-globals": rules["no-globals"] } : {};
}

function lowered(rules: DraftRules, names: ReadonlySet<string>): DraftRules {
  const entries = Object.entries(rules);
  return Object.fromEntries(
    entries.map(([rule, entry]) => [rule, names.has(rule) ? asWarning(entry) : entry]),
  );
}

function asWarning(entry: unknown): unknown {
  return Array.isArray(entry) ? ["warn", ...entry.slice(1)] : "warn";
}
