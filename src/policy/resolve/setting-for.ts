import { matchesAny } from "../../base/glob.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { TaskLayer } from "../../model/task/task-layer.ts";
import type { PartialSetting, Policy, RuleSetting } from "../policy.ts";
import { isAmong } from "./branches.ts";
import { override } from "./resolve.ts";
import { underTask } from "./under-task.ts";

/** What a setting is asked for: the branches of a change, and a file of it or the change as a whole. */
export interface Scope {
  readonly branches: readonly string[];
  readonly path?: RepoPath;
  /** What the change's task says, and the patch for itself: laid over everything that the policy says, one after another. */
  readonly layers?: readonly TaskLayer[];
}

/**
 * The level and the options of a rule. On several branches at once the strictest counts, the first by name among equals.
 * For the change as a whole, overrides for only some files don't count. Equal questions get the same object.
 *
 * Throws for a rule that does not exist: only a bug asks for one.
 */
export function settingFor(policy: Policy, rule: string, scope: Scope): RuleSetting {
  const own = ofPolicy(policy, rule, scope);
  const { layers = [], branches } = scope;
  if (layers.length === 0) return own;
  // Files that the policy exempts from a rule stay exempt.
  const isExempt = own.level === "off" && ofPolicy(policy, rule, { branches }).level !== "off";
  return isExempt ? own : layers.reduce((setting, layer) => underTask(setting, rule, layer), own);
}

function ofPolicy(policy: Policy, rule: string, { branches, path }: Scope): RuleSetting {
  const plan = planFor(policy, rule, branches);
  if (path === undefined || !plan.hasFiles) return plan.settle([]);
  return plan.settle(plan.steps.map(({ files }) => files !== undefined && matchesAny(files, path)));
}

/** The overrides of one rule that can apply to some branches. */
interface SettingPlan {
  readonly steps: readonly OverrideStep[];
  readonly hasFiles: boolean;
  /** The setting if, of the steps for some files, the marked ones apply. */
  settle(matches: readonly boolean[]): RuleSetting;
}

interface OverrideStep {
  /** Which of the branches it is for. */
  readonly on: readonly boolean[];
  readonly files: readonly string[] | undefined;
  readonly setting: PartialSetting;
}

const plans = new WeakMap<Policy, Map<string, SettingPlan>>();

function planFor(policy: Policy, rule: string, branches: readonly string[]): SettingPlan {
  const key = [rule, ...branches].join("\0");
  const known = plans.get(policy);
  const plan = known?.get(key);
  if (plan !== undefined) return plan;
  const made = makePlan(policy, rule, branches);
  if (known === undefined) plans.set(policy, new Map([[key, made]]));
  else known.set(key, made);
  return made;
}

function makePlan(policy: Policy, rule: string, branches: readonly string[]): SettingPlan {
  const base = policy.rules[rule];
  if (base === undefined) throw new Error(`the policy knows no rule "${rule}"`);
  const lanes = branches.length === 0 ? [undefined] : [...branches].sort();
  const steps = stepsOf(policy, rule, lanes);
  const settled = new Map<string, RuleSetting>();
  return {
    steps,
    hasFiles: steps.some(({ files }) => files !== undefined),
    settle(matches) {
      const key = matches.map(Number).join("");
      const known = settled.get(key);
      if (known !== undefined) return known;
      const holds = steps.filter(({ files }, index) => files === undefined || matches[index] === true);
      const setting = strictest(lanes.map((_, lane) => settle(base, holds, lane)));
      settled.set(key, setting);
      return setting;
    },
  };
}

/** Without a branch, only what is for every branch applies. */
function stepsOf(
  policy: Policy,
  rule: string,
  lanes: readonly (string | undefined)[],
): readonly OverrideStep[] {
  const { agentBranches } = policy.project;
  return policy.overrides.flatMap(({ branches, files, rules }) => {
    const setting = rules[rule];
    if (setting === undefined) return [];
    const on = lanes.map(
      (lane) => branches === undefined || (lane !== undefined && isAmong(lane, branches, agentBranches)),
    );
    return on.includes(true) ? [{ on, files, setting }] : [];
  });
}

function settle(base: RuleSetting, steps: readonly OverrideStep[], lane: number): RuleSetting {
  return steps.filter(({ on }) => on[lane]).reduce((setting, step) => override(setting, step.setting), base);
}

const STRICTNESS = { off: 0, warn: 1, error: 2 } as const;

function strictest(settings: readonly RuleSetting[]): RuleSetting {
  return settings.reduce((best, next) => (STRICTNESS[next.level] > STRICTNESS[best.level] ? next : best));
}
