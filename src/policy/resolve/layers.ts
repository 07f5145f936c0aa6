import type { Level } from "../../model/finding.ts";
import type { PartialSetting, RuleOverride } from "../policy.ts";
import type { PolicyFile } from "../policy-file.ts";
import { presetOf } from "../presets/preset-of.ts";
import type { RuleEntry } from "../rule-entry.ts";
import { settingsOf } from "./settings.ts";

/** Settings of rules from one place of one text. */
export interface Layer extends RuleOverride {
  readonly origin: "preset" | "policy";
  /** The index in `overrides` of that origin; undefined for its `rules`. */
  readonly index?: number;
}

/**
 * What is said about rules, the weakest first: the rules of the preset and of the policy, then the overrides of both.
 * A rule that the policy sets is taken out of the overrides of the preset, so that the order alone decides.
 */
export function layersOf(file: PolicyFile): readonly Layer[] {
  const preset = presetOf(file);
  const own = file.rules ?? {};
  const hasAgents = settingsOf(file).agentBranches.length > 0;
  const layers: readonly Layer[] = [
    { origin: "preset", rules: partial(preset.rules) },
    { origin: "policy", rules: partial(own) },
    ...preset.overrides
      .filter(({ branches }) => branches !== "agents" || hasAgents)
      .map((entry, index) => layer("preset", index, entry, (id) => !(id in own))),
    ...(file.overrides ?? []).map((entry, index) => layer("policy", index, entry, () => true)),
  ];
  return layers.filter(({ rules }) => Object.keys(rules).length > 0);
}

type OverrideEntry = NonNullable<PolicyFile["overrides"]>[number];

function layer(
  origin: Layer["origin"],
  index: number,
  { branches, files, rules, reason }: OverrideEntry,
  keeps: (id: string) => boolean,
): Layer {
  return {
    origin,
    index,
    ...(branches === undefined ? {} : { branches }),
    ...(files === undefined ? {} : { files }),
    rules: partial(Object.fromEntries(Object.entries(rules).filter(([id]) => keeps(id)))),
    ...(reason === undefined ? {} : { reason }),
  };
}

function partial(rules: Readonly<Record<string, RuleEntry>>): Readonly<Record<string, PartialSetting>> {
  return Object.fromEntries(Object.entries(rules).map(([id, entry]) => [id, settingOf(entry)]));
}

function settingOf(entry: RuleEntry): PartialSetting {
  if (isLevel(entry)) return { level: entry };
  const [level, options = {}] = entry;
  return Object.keys(options).length === 0 ? { level } : { level, options };
}

function isLevel(entry: RuleEntry): entry is Level {
  return typeof entry === "string";
}
