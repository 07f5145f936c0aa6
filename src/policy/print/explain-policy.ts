// Loaded on demand: what is in force somewhere, and where each value of it comes from.
import { matchesAny } from "../../base/glob.ts";
import type { Position } from "../../base/position.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { KeyPath } from "../faults/fault.ts";
import { mapText, placeOf, withinFile } from "../faults/locate.ts";
import { showPointer } from "../faults/pointer.ts";
import { RULE_DEFAULTS } from "../generated/rules.generated.ts";
import type { Branches, FoundPolicy, RuleSetting } from "../policy.ts";
import type { PolicyFile } from "../policy-file.ts";
import type { PresetName } from "../presets/names.ts";
import { presetOf } from "../presets/preset-of.ts";
import { isAmong } from "../resolve/branches.ts";
import { type Layer, layersOf } from "../resolve/layers.ts";
import { isObject } from "../resolve/merge.ts";
import { override } from "../resolve/resolve.ts";
import { settingsOf } from "../resolve/settings.ts";

export interface Explanation {
  readonly path: RepoPath;
  readonly extends: PresetName | undefined;
  readonly branch: string | undefined;
  readonly file: RepoPath | undefined;
  /** In the order of the schema; a rule is followed by its options. */
  readonly rows: readonly Row[];
  /** Overrides that hold on other branches or for other files. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface Elsewhere {
  readonly from: Provenance;
  readonly branches: Branches | undefined;
  readonly files: readonly string[] | undefined;
  readonly rules: readonly string[];
}

export interface Row {
  /** `lua.files`, `rules.diff-budget`, `rules.diff-budget.files`. */
  readonly key: string;
  readonly value: unknown;
  readonly from: Provenance;
}

/** `override` is the index in `overrides`, if the value comes from there. */
export type Provenance =
  | { readonly kind: "default" }
  | { readonly kind: "preset"; readonly name: string; readonly override?: number }
  | {
      readonly kind: "policy";
      readonly path: RepoPath;
      readonly at?: Position;
      readonly override?: number;
    };

export interface Where {
  readonly branch?: string;
  readonly file?: RepoPath;
}

/** Without a branch, only what applies to every branch is in force; without a file, what applies to every file. */
export function explainPolicy(found: FoundPolicy, where: Where = {}): Explanation {
  const trace = tracer(found);
  const all = layersOf(found.file);
  const layers = all.filter((layer) => holds(layer, found, where));
  const rules = Object.entries(RULE_DEFAULTS).flatMap(([id, options]) =>
    ruleRows(id, { level: "off", options }, layers, found.file, trace),
  );
  return {
    path: found.path,
    extends: found.file.extends,
    branch: where.branch,
    file: where.file,
    rows: [...settingRows(found, trace), ...rules],
    elsewhere: all.filter((layer) => !layers.includes(layer)).map((layer) => elsewhere(layer, trace)),
  };
}

type Tracer = (origin: Layer["origin"], pointer: KeyPath, index?: number) => Provenance;

function tracer({ path, file, format, text }: FoundPolicy): Tracer {
  const map = mapText(text, format);
  return (origin, pointer, index) => {
    const at = index === undefined ? {} : { override: index };
    if (origin === "preset") {
      return file.extends === undefined ? { kind: "default" } : { kind: "preset", name: file.extends, ...at };
    }
    const place = placeOf(map, withinFile(format, pointer));
    return { kind: "policy", path, ...(place === undefined ? {} : { at: place }), ...at };
  };
}

function holds({ branches, files }: Layer, { policy }: FoundPolicy, { branch, file }: Where): boolean {
  const { agentBranches } = policy.project;
  const onBranch =
    branches === undefined || (branch !== undefined && isAmong(branch, branches, agentBranches));
  return onBranch && (files === undefined || (file !== undefined && matchesAny(files, file)));
}

function elsewhere({ origin, index, branches, files, rules }: Layer, trace: Tracer): Elsewhere {
  const pointer: KeyPath = index === undefined ? ["rules"] : ["overrides", index];
  return { from: trace(origin, pointer, index), branches, files, rules: Object.keys(rules) };
}

function settingRows(found: FoundPolicy, trace: Tracer): readonly Row[] {
  const own = leavesOf(found.file);
  const preset = leavesOf(presetOf(found.file).settings(found.file));
  return [...leavesOf(settingsOf(found.file))].map(([key, { pointer, value }]) => {
    if (own.has(key)) return { key, value, from: trace("policy", pointer) };
    return { key, value, from: preset.has(key) ? trace("preset", pointer) : { kind: "default" } };
  });
}

function ruleRows(
  id: string,
  base: RuleSetting,
  layers: readonly Layer[],
  file: PolicyFile,
  trace: Tracer,
): readonly Row[] {
  let setting = base;
  let level: Provenance = { kind: "default" };
  const options = new Map<string, Provenance>();
  for (const { origin, index, rules } of layers) {
    const over = rules[id];
    if (over === undefined) continue;
    setting = override(setting, over);
    const at: KeyPath = index === undefined ? ["rules", id] : ["overrides", index, "rules", id];
    level = trace(origin, isList(file, id, index) ? [...at, 0] : at, index);
    for (const [key, { pointer }] of leavesOf(over.options ?? {})) {
      options.set(key, trace(origin, [...at, 1, ...pointer], index));
    }
  }
  const key = showPointer(["rules", id]);
  return [
    { key, value: setting.level, from: level },
    ...[...leavesOf(setting.options)].map(([name, { value }]): Row => {
      return { key: `${key}.${name}`, value, from: options.get(name) ?? { kind: "default" } };
    }),
  ];
}

/** Whether the policy writes the setting as a list: then the level is its first item. */
function isList(file: PolicyFile, id: string, index: number | undefined): boolean {
  const rules = index === undefined ? file.rules : file.overrides?.[index]?.rules;
  return Array.isArray(rules?.[id]);
}

interface Leaf {
  readonly pointer: KeyPath;
  readonly value: unknown;
}

/** The values of nested objects by their keys; a list is one value. */
function leavesOf(value: object, around: KeyPath = []): ReadonlyMap<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  for (const [key, inner] of Object.entries(value)) {
    const pointer = [...around, key];
    if (isObject(inner) && Object.keys(inner).length > 0) {
      for (const [name, leaf] of leavesOf(inner, pointer)) leaves.set(name, leaf);
    } else leaves.set(showPointer(pointer), { pointer, value: inner });
  }
  return leaves;
}
