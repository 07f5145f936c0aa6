// What a task says about rules, laid over what the policy says. The rule's own schema
// says how the two values of an option are joined (`joins`): a list that adds, the lesser of two numbers; without that it is replaced.
import type { Level } from "../../model/finding.ts";
import type { TaskLayer, TaskSetting } from "../../model/task/task-layer.ts";
import { RULE_JOINS } from "../generated/rules.generated.ts";
import type { OptionValues, RuleSetting } from "../policy.ts";
import { isObject, merge } from "./merge.ts";

/** Equal questions get the same object. */
export function underTask(setting: RuleSetting, rule: string, layer: TaskLayer): RuleSetting {
  const over = layer.rules[rule];
  if (over === undefined) return setting;
  const known = joined.get(over) ?? new WeakMap<RuleSetting, RuleSetting>();
  joined.set(over, known);
  const result = known.get(setting) ?? join(setting, over, RULE_JOINS[rule] ?? {});
  known.set(setting, result);
  return result;
}

const joined = new WeakMap<TaskSetting, WeakMap<RuleSetting, RuleSetting>>();

/** By the option's name; one inside another is named below it: `strict.files`. */
type Joins = Readonly<Record<string, "add" | "least">>;

function join(setting: RuleSetting, { level = setting.level, options, alone }: TaskSetting, joins: Joins) {
  if (STRICTNESS[level] <= STRICTNESS[setting.level])
    return { level: setting.level, options: joinOptions(setting.options, options, joins, "") };
  // What the policy says is advice, or nothing: it remains so next to what the task asks for.
  const under = Object.fromEntries(
    Object.entries(setting.options).map(([key, value]) => [key, asAdvice(value, setting.level, joins[key])]),
  );
  const lists = Object.fromEntries(Object.entries(joins).filter(([, how]) => how === "add"));
  return { level, options: merge(joinOptions(under, options, lists, ""), alone ?? {}) };
}

const STRICTNESS = { off: 0, warn: 1, error: 2 } as const;

function joinOptions(under: OptionValues, over: OptionValues, joins: Joins, prefix: string): OptionValues {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = under[key];
    const how = joins[prefix + key];
    if (how === "least") result[key] = Math.min(Number(below), Number(value));
    else if (how === "add") result[key] = together(listOf(below), listOf(value));
    else if (isObject(below) && isObject(value))
      result[key] = joinOptions(below, value, joins, `${prefix}${key}.`);
    else result[key] = value;
  }
  return result;
}

/** Items that only warn still only warn, and those of a rule that is off fall away. */
function asAdvice(value: unknown, level: Level, how: Joins[string] | undefined): unknown {
  if (how !== "add") return value;
  if (level === "off") return [];
  return listOf(value).map((item) => (isObject(item) ? { ...item, atMost: "warn" } : item));
}

/** Each once; what both ask for is held as the one above holds it. */
function together(under: readonly unknown[], over: readonly unknown[]): readonly unknown[] {
  const said = new Set(over.map(keyOf));
  return [...under.filter((item) => !said.has(keyOf(item))), ...over];
}

function keyOf(item: unknown): string {
  if (!isObject(item)) return JSON.stringify(item);
  const { atMost: _, message: __, matches: ___, rejects: ____, ...rest } = item as Record<string, unknown>;
  return JSON.stringify(Object.entries(rest).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
