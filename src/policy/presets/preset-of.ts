import type { PolicyFile } from "../policy-file.ts";
import type { PresetName } from "./names.ts";
import { playbookV5 } from "./playbook-v5.ts";
import type { Preset } from "./preset.ts";

/** What applies without a preset. */
const bare: Preset = {
  settings: () => ({}),
  rules: { "lua-parse": "error", "policy-change": "error", suppression: "error" },
  overrides: [],
};

const presets: Readonly<Record<PresetName, Preset>> = { "playbook-v5": playbookV5 };

export function presetOf({ extends: name }: PolicyFile): Preset {
  return name === undefined ? bare : presets[name];
}
