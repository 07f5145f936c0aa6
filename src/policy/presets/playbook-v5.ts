// The playbook V5: its repository facts, boundaries and defaults. The numbers of a rule (budgets, counts) are that rule's
// own defaults, because they are the playbook's too.
import { AGENT_PREFIXES } from "../../model/agent-branch.ts";
import type { PolicyFile } from "../policy-file.ts";
import type { Preset } from "./preset.ts";

/** The playbook, "Shapes & coercion": the sequence that goes to the engine and the coordinator. */
const SEQUENCE = {
  rid: {},
  item_key: { allows: ["string", "nil"] },
  loop: { min: 1 },
  total_loops: { min: 1, notLess: "loop" },
};

export const playbookV5: Preset = {
  settings(file) {
    const root = file.root ?? "ARKITEKT";
    const scripts = file.features?.root ?? below(root, "scripts");
    return {
      root,
      lua: { moduleRoots: root === scripts ? [root] : [root, scripts] },
      // An empty section says that there is none.
      ...(file.namespace !== undefined && Object.keys(file.namespace).length === 0
        ? {}
        : { namespace: { canonical: "arkitekt", retired: ["rearkitekt", "ReArkitekt"] } }),
      features: {
        root: scripts,
        layers: ["core", "app", "engine", "storage", "views", "widgets", "components"],
      },
      pure: [below(scripts, "*/core/**"), "**/storage/persistence.lua", "**/selectors.lua"],
      agentBranches: AGENT_PREFIXES.map((prefix) => `${prefix}/**`),
      host: { globals: ["reaper", "gfx", "ImGui"], modules: ["imgui"] },
      shims: { maxDays: 30 },
      // The examples show these patterns; a policy with patterns of its own has examples of its own.
      taskCode: file.taskCode?.patterns === undefined ? taskCode : { ...taskCode, examples: [] },
    };
  },
  rules: {
    "lua-parse": "error",
    "path-fence": "error",
    "require-fence": "error",
    "purity-fence": "error",
    "no-globals": "error",
    "no-require-effects": "error",
    "module-shape": "error",
    "docs-fence": ["warn", { when: "mixed" }],
    "todo-fence": "warn",
    "diff-budget": "error",
    "retired-namespace": "error",
    "require-separators": "error",
    "canonical-shape": "error",
    "numeric-fields": ["error", { shape: SEQUENCE }],
    "proof-grep": "error",
    "require-graph": "error",
    "unmet-exports": "error",
    "shim-header": "error",
    "shim-expiry": "error",
    "shim-surface": "error",
    "task-code": "error",
    "task-branch": "error",
    "task-notes": "warn",
    "policy-change": "error",
    idempotence: "error",
    "status-trail": "error",
    suppression: "error",
  },
  overrides: [
    {
      branches: "agents",
      rules: { "docs-fence": ["error", { when: "always" }], "task-notes": "error" },
    },
  ],
};

const taskCode: NonNullable<PolicyFile["taskCode"]> = {
  patterns: [
    "^\\[(?<code>[A-Za-z][A-Za-z0-9]*-[0-9]+)\\]\\s+\\S",
    "^(?<code>[Pp]hase[ -]?[0-9]+[a-z]?):\\s+\\S",
    "^(?<code>[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+):\\s+\\S",
  ],
  examples: [
    "phase6_colors_util: move the palette into core",
    "[RP-12] Keep the order of regions",
    "Phase 7: remove the playlist shims",
  ],
};

function below(folder: string, path: string): string {
  return folder === "." ? path : `${folder}/${path}`;
}
