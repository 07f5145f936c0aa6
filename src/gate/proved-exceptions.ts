// Overrides that claim an exception which a rule proves itself: the rule hears them, and they silence nothing.
import type { Override } from "../model/override.ts";
import type { Rule } from "../rule/rule.ts";
import type { Terms } from "./terms.ts";

/** Whether this is a claim (`diff-budget: mechanical: …`) and not a plain exception. */
export function isClaim({ rule, reason }: Override, rules: readonly Rule[]): boolean {
  const word = rules.find(({ id }) => id === rule)?.claim;
  return word !== undefined && new RegExp(`^${word}\\b`, "i").test(reason);
}

export function isClaimed(rule: Rule, { overrides, taskClaims = [] }: Terms): boolean {
  return [...overrides, ...taskClaims].some((each) => each.rule === rule.id && isClaim(each, [rule]));
}
