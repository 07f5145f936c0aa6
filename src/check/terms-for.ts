import type { Terms } from "../gate/terms.ts";
import type { Override } from "../model/override.ts";
import type { Policy } from "../policy/policy.ts";
import { mayOverride } from "../policy/resolve/may-override.ts";
import { settingFor } from "../policy/resolve/setting-for.ts";
import { rules } from "../rules/index.ts";

/** On what terms a change on `branches` is judged by `policy`, on a day, with the exceptions that it brings. */
export function termsFor(
  policy: Policy,
  branches: readonly string[],
  today: string,
  overrides: readonly Override[],
): Terms {
  return {
    rules,
    project: policy.project,
    today,
    setting: (rule, path) => settingFor(policy, rule, path === undefined ? { branches } : { branches, path }),
    mayOverride: (rule) => mayOverride(policy, rule, branches),
    overrides,
    sizeLimit: policy.limits.fileBytes,
    // Loaded on demand: few policies declare a transform, and none is run at a commit.
    runTransform: async (job) => (await import("../system/run-transform.ts")).runTransform(job),
  };
}
