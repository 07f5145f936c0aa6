// On what terms a fixture is judged: only its own rule is on, in a project laid out as the playbook describes it.
import type { Terms } from "../../../src/gate/terms.ts";
import type { Level } from "../../../src/model/finding.ts";
import { readOverride } from "../../../src/model/override.ts";
import type { Project } from "../../../src/model/project.ts";
import { rules } from "../../../src/rules/index.ts";
import { runTransform } from "../../../src/system/run-transform.ts";
import type { CasePolicy, FixtureCase } from "./fixture-case.ts";

export const TODAY = "2026-03-01";

export const PROJECT: Project = {
  root: "ARKITEKT",
  lua: {
    files: ["**/*.lua"],
    versions: [{ folder: "", version: "5.3" }],
    moduleRoots: ["ARKITEKT", "ARKITEKT/scripts"],
    generated: [],
    vendored: [],
    scripts: [],
    externals: [],
  },
  namespace: { canonical: "arkitekt", retired: ["rearkitekt"] },
  features: {
    root: "ARKITEKT/scripts",
    layers: ["core", "app", "engine", "storage", "views", "widgets", "components"],
  },
  pure: ["ARKITEKT/scripts/*/core/**", "**/storage/persistence.lua", "**/selectors.lua"],
  agentBranches: ["codex/**"],
  host: { globals: ["reaper", "gfx", "ImGui"], modules: ["imgui"] },
  shims: { maxDays: 30, forbid: false },
  taskCode: {
    patterns: [
      "^\\[(?<code>[A-Z]+-[0-9]+)\\]\\s+\\S",
      "^(?<code>[Pp]hase ?[0-9]+):\\s+\\S",
      "^(?<code>\\w+_\\w+):\\s+\\S",
    ],
    examples: ["phase6_colors_util: move the palette", "[RP-12] Keep the order", "Phase 7: remove the shims"],
  },
};

export function termsOf(
  { rule, policy, settings }: Pick<FixtureCase, "rule" | "policy" | "settings">,
  tasks: Pick<Terms, "code" | "task"> = {},
): Terms {
  const on = new Map(
    Object.entries(policy.rules ?? { [rule]: "error" }).map(([id, value]) => [id, readSetting(id, value)]),
  );
  return {
    rules,
    project: projectOf(policy),
    today: settings.today ?? TODAY,
    setting: (id) => on.get(id) ?? { level: "off", options: undefined },
    mayOverride: () => settings.overrides ?? true,
    overrides: (settings.claims ?? []).flatMap((text) => {
      const read = readOverride(text);
      return read.ok ? [read.value] : [];
    }),
    ...tasks,
    sizeLimit: 16 * 1024 * 1024,
    runTransform,
  };
}

function readSetting(id: string, value: unknown): { level: Level; options: unknown } {
  const defaults: object = rules.find((each) => each.id === id)?.options.fallback ?? {};
  if (!Array.isArray(value)) return { level: value as Level, options: defaults };
  const [level, options] = value as [Level, object];
  return { level, options: { ...defaults, ...options } };
}

function projectOf({ project = {} }: CasePolicy): Project {
  const merged = Object.entries(project).map(([key, value]) => {
    const standard: unknown = (PROJECT as unknown as Record<string, unknown>)[key];
    return [key, isSection(value) && isSection(standard) ? { ...standard, ...value } : value];
  });
  return { ...PROJECT, ...(Object.fromEntries(merged) as Partial<Project>) };
}

function isSection(value: unknown): value is object {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
