import { showPath } from "../base/repo-path.ts";
import { type Failure, failure } from "../model/failure.ts";
import { showPointer } from "../policy/faults/pointer.ts";
import type { FoundPolicy, Policy } from "../policy/policy.ts";
import { rules } from "../rules/index.ts";

/** What only a rule can tell about its options: a proof-grep that can't be used would find nothing, and seem to pass. */
export function faultOfOptions({ policy, path }: FoundPolicy): Failure | undefined {
  for (const rule of rules) {
    if (rule.faultIn === undefined) continue;
    for (const { pointer, options = {} } of settingsOf(rule.id, policy)) {
      const fault = rule.faultIn(options);
      if (fault === undefined) continue;
      const place = showPointer([...pointer, ...fault.keys]);
      return failure("bad-policy", `${place}: ${fault.message}`, fault.next, showPath(path));
    }
  }
  return undefined;
}

/** The options that each place of the policy gives to a rule. */
function settingsOf(id: string, { rules: general, overrides }: Policy) {
  return [
    { pointer: ["rules", id], options: general[id]?.options },
    ...overrides.map((entry, index) => ({
      pointer: ["overrides", index, "rules", id],
      options: entry.rules[id]?.options,
    })),
  ];
}
