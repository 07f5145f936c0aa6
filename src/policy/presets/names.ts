/** The presets that a policy can extend. */
export const PRESET_NAMES = ["playbook-v5"] as const;

export type PresetName = (typeof PRESET_NAMES)[number];
