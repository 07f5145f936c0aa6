import { NO_OPTIONS } from "../rule/no-options.ts";
import type { GateRule } from "../rule/rule.ts";

/**
 * In-file suppressions (`-- arkitekt-off <rule>: <reason>`) name a rule that exists, give a reason, and silence
 * something. On a branch where the policy allows no exceptions a change can't bring its own.
 */
export const suppression: GateRule = {
  id: "suppression",
  kind: "gate",
  summary: "an in-file suppression names a rule, gives a reason and silences something",
  options: NO_OPTIONS,
};
