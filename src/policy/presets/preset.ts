import type { PolicyFile } from "../generated/policy-file.generated.ts";
import type { PresetName } from "./names.ts";
import { playbookV5 } from "./playbook-v5.ts";

/** What stands in for the keys that a policy leaves out. */
export interface Preset {
  /** Everything but rules; may follow what the policy says about its folders. */
  settings(file: PolicyFile): Partial<PolicyFile>;
  readonly rules: NonNullable<PolicyFile["rules"]>;
  readonly overrides: NonNullable<PolicyFile["overrides"]>;
}

/** What holds without a preset. */
const bare: Preset = {
  settings: () => ({}),
  rules: { "lua-parse": "error", "policy-change": "error", suppression: "error" },
  overrides: [],
};

const presets: Readonly<Record<PresetName, Preset>> = { "playbook-v5": playbookV5 };

export function presetOf({ extends: name }: PolicyFile): Preset {
  return name === undefined ? bare : presets[name];
}
