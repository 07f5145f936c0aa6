import { pathTest } from "../../base/glob.ts";
import type { FolderVersions } from "../../model/lua-version.ts";
import { REQUESTS } from "../../model/project.ts";
import type { Transform } from "../../model/transform.ts";
import { TRANSFORM_DEFAULTS } from "../generated/settings.generated.ts";
import type { OptionValues, PartialSetting, Policy, RuleOverride, RuleSetting } from "../policy.ts";
import type { PolicyFile } from "../policy-file.ts";
import type { Settings } from "../settings.ts";
import { layersOf } from "./layers.ts";
import { merge } from "./merge.ts";
import { settingsOf } from "./settings.ts";

/** Fills in what a validated policy file leaves out. `ruleDefaults` holds every rule there is, with its default options. */
export function resolve(file: PolicyFile, ruleDefaults: Readonly<Record<string, OptionValues>>): Policy {
  const settings = settingsOf(file);
  const layers = layersOf(file);
  const general = layers.filter(({ index }) => index === undefined);
  const rules = Object.fromEntries(
    Object.entries(ruleDefaults).map(([id, options]) => [
      id,
      general.reduce<RuleSetting>((setting, { rules }) => override(setting, rules[id]), {
        level: "off",
        options,
      }),
    ]),
  );
  return {
    project: { ...projectOf(settings), requests: requestsFolder(rules) },
    rules,
    overrides: layers
      .filter(({ index }) => index !== undefined)
      .map(({ origin: _, index: __, ...entry }): RuleOverride => entry),
    mayOverride: settings.mayOverride,
    noVerify: settings.noVerify,
    push: settings.push,
    limits: settings.limits,
    fixers: settings.fixers,
    handoff: settings.handoff,
  };
}

/** A setting with another laid over it: its level, and those of its options that it names. */
export function override(setting: RuleSetting, over: PartialSetting | undefined): RuleSetting {
  if (over === undefined) return setting;
  if (over.options === undefined) return { level: over.level, options: setting.options };
  return { level: over.level, options: merge(setting.options, over.options) };
}

/** The rule that guards the trail says where requests lie, so that all who look for them mean the same ones. */
function requestsFolder(rules: Policy["rules"]): string {
  const folder = rules["status-trail"]?.options["folder"];
  const isPlain =
    typeof folder === "string" && folder.split("/").every((part) => !["", ".", ".."].includes(part));
  return isPlain ? folder : REQUESTS;
}

function projectOf(settings: Settings): Policy["project"] {
  const { lua, features, namespace, pure, agentBranches, host, shims, taskCode } = settings;
  return {
    root: folder(settings.root),
    lua: {
      files: luaGlobs(lua.files),
      versions: versionsOf(lua.version),
      moduleRoots: lua.moduleRoots.map(folder),
      packages: Object.entries(lua.packages).map(([path, roots]) => ({
        folder: path,
        roots: roots.map(folder),
      })),
      aliases: Object.entries(lua.aliases).map(([name, path]) => ({
        name: name.replaceAll("/", "."),
        folder: folder(path),
      })),
      generated: lua.generated,
      vendored: lua.vendored,
      scripts: lua.scripts,
      unlistedScripts: lua.unlistedScripts,
      externals: lua.externals,
    },
    namespace,
    features: { ...features, root: folder(features.root) },
    pure,
    agentBranches,
    host,
    shims,
    transforms: settings.transforms.map(transformOf),
    taskCode,
  };
}

/** A list of other endings adds to `.lua`: whoever names those does not mean any file to go unread. */
function luaGlobs(written: readonly string[]): readonly string[] {
  const isForLua = (glob: string) =>
    /[.{,]lua(?![\w.-])/i.test(glob) || pathTest(lastSegment(glob))("any.lua");
  return written.length === 0 || written.some(isForLua) ? written : [ANY_LUA, ...written];
}

const ANY_LUA = "**/*.lua";

function lastSegment(glob: string): string {
  return glob.slice(glob.lastIndexOf("/") + 1);
}

function versionsOf(written: Settings["lua"]["version"]): FolderVersions {
  if (typeof written === "string") return [{ folder: "", version: written }];
  return Object.entries({ ".": "5.3" as const, ...written })
    .map(([path, version]) => ({ folder: folder(path), version }))
    .sort((one, other) => other.folder.length - one.folder.length);
}

/** A policy writes `.` for the repository itself; everywhere else that is the empty path. */
function folder(written: string): string {
  return written === "." ? "" : written;
}

function transformOf(entry: NonNullable<PolicyFile["transforms"]>[number]): Transform {
  return { ...TRANSFORM_DEFAULTS, outputs: entry.inputs, ...entry };
}
