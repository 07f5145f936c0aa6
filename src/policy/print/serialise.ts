import type { FolderVersions } from "../../model/lua-version.ts";
import type { Policy, RuleOverride, RuleSetting } from "../policy.ts";
import type { PolicyFile } from "../policy-file.ts";
import { isObject } from "../resolve/merge.ts";
import type { RuleEntry } from "../rule-entry.ts";

/** The policy as a file that says everything itself: read again, it gives an equal policy. Keys in the schema's order. */
export function serialise(policy: Policy): PolicyFile {
  const { project, rules, overrides, mayOverride, noVerify, push, limits, fixers, handoff } = policy;
  const { lua, namespace, features, pure, agentBranches, host, shims, taskCode, transforms = [] } = project;
  return {
    root: written(project.root),
    lua: {
      files: lua.files,
      version: writtenVersion(lua.versions),
      moduleRoots: lua.moduleRoots.map(written),
      packages: Object.fromEntries(
        (lua.packages ?? []).map(({ folder, roots }) => [folder, roots.map(written)]),
      ),
      aliases: Object.fromEntries((lua.aliases ?? []).map(({ name, folder }) => [name, written(folder)])),
      generated: lua.generated,
      vendored: lua.vendored,
      scripts: lua.scripts,
      unlistedScripts: lua.unlistedScripts ?? false,
      externals: lua.externals,
    },
    namespace: {
      ...(namespace.canonical === "" ? {} : { canonical: namespace.canonical }),
      retired: namespace.retired,
    },
    features: { root: written(features.root), layers: features.layers },
    pure,
    agentBranches,
    host: { globals: host.globals, modules: host.modules },
    shims: { maxDays: shims.maxDays, forbid: shims.forbid },
    taskCode: { patterns: taskCode.patterns, examples: taskCode.examples },
    rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, entryOf(setting)])),
    overrides: overrides.map(overrideOf),
    mayOverride: mayOverride.map(({ rules: names, branches }) => ({ rules: names, branches })),
    transforms: transforms.map(({ name, run, inputs, outputs, seconds }) => ({
      name,
      run,
      inputs,
      outputs,
      seconds,
    })),
    fixers,
    noVerify,
    push: { refs: push.refs },
    limits: { fileBytes: limits.fileBytes },
    handoff: { projects: handoff.projects, project: handoff.project },
  };
}

/** As the text of a file: JSON with two spaces, a list of plain values on one line if it fits. */
export function serialiseText(file: PolicyFile): string {
  return `${print(file, "", 0)}\n`;
}

const WIDTH = 110;

/** `taken` is how many columns of the first line are in use. */
function print(value: unknown, indent: string, taken: number): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
    if (!value.some(isObject) && taken + flat.length < WIDTH) return flat;
    return block(
      "[",
      value.map((item) => print(item, deeper, deeper.length)),
      "]",
      indent,
    );
  }
  const lines = Object.entries(value).map(([key, inner]) => {
    const name = `${JSON.stringify(key)}: `;
    return name + print(inner, deeper, deeper.length + name.length);
  });
  return lines.length === 0 ? "{}" : block("{", lines, "}", indent);
}

function block(open: string, lines: readonly string[], close: string, indent: string): string {
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(",\n")}\n${indent}${close}`;
}

function written(folder: string): string {
  return folder === "" ? "." : folder;
}

function overrideOf({ branches, files, rules, reason }: RuleOverride) {
  return {
    ...(branches === undefined ? {} : { branches }),
    ...(files === undefined ? {} : { files }),
    rules: Object.fromEntries(Object.entries(rules).map(([id, setting]) => [id, entryOf(setting)])),
    ...(reason === undefined ? {} : { reason }),
  };
}

function entryOf({ level, options }: Partial<RuleSetting> & Pick<RuleSetting, "level">): RuleEntry {
  return options === undefined || Object.keys(options).length === 0 ? level : [level, options];
}

function writtenVersion(versions: FolderVersions): NonNullable<NonNullable<PolicyFile["lua"]>["version"]> {
  const [first] = versions;
  if (first !== undefined && versions.length === 1) return first.version;
  return Object.fromEntries(versions.toReversed().map(({ folder, version }) => [written(folder), version]));
}
