// The policy that a repository starts with when it has none: its folders as the tree shows them, the rules of the playbook.
import { basename, join } from "node:path";
import { byteTextOf } from "../../base/byte-text.ts";
import { nulList } from "../../git/process/nul-list.ts";
import { readTree } from "../../json/text.ts";
import { memberOf } from "../../json/tree.ts";
import { POLICY_FILES, POLICY_PLACES } from "../../model/policy-places.ts";
import { RULE_DEFAULTS } from "../../policy/generated/rules.generated.ts";
import { serialiseText } from "../../policy/print/serialise.ts";
import { HOSTS } from "../../survey/hosts.ts";
import { isLinterSetting } from "../../survey/linters/linter-settings.ts";
import { type Survey, survey as surveyTree } from "../../survey/survey.ts";
import type { LuaText } from "../../survey/tree.ts";
import { type PastStop, tune } from "../../survey/tune.ts";
import { readFileIfThere, replaceFile } from "../../system/files.ts";
import { findPolicyFiles } from "../../system/find-policy-files.ts";
import { isFolder, isThere } from "../../system/folders.ts";
import type { Clone } from "./clone.ts";

export type { PastStop } from "../../survey/tune.ts";

export type PolicyPlan =
  /** There is one: `path` relative to the repository. */
  | { readonly kind: "kept"; readonly path: string }
  /** A bare repository has no working tree to write one to. */
  | { readonly kind: "bare" }
  | { readonly kind: "write"; readonly path: string; readonly text: string; readonly survey: Survey };

export type PolicyWritten = Extract<PolicyPlan, { kind: "write" }>;

/**
 * Replaces the draft that was just written with one a step milder, if that would have stopped too much; undefined
 * if it fits, or somebody has changed it meanwhile.
 */
export function rewritePolicy(
  plan: PolicyWritten,
  judged: number,
  stops: ReadonlyMap<string, readonly PastStop[]>,
): PolicyWritten | undefined {
  const survey = tune(plan.survey, judged, stops);
  if (survey === undefined || readFileIfThere(plan.path)?.toString("utf8") !== plan.text) return undefined;
  const text = policyText(survey.policy, plan.text.includes('"$schema"'), basename(plan.path));
  replaceFile(plan.path, Buffer.from(text));
  return { ...plan, text, survey };
}

export function planPolicy(clone: Clone): PolicyPlan {
  const place = policyPlaceOf(clone);
  if (place !== undefined) return { kind: "kept", path: place };
  if (clone.workTree === undefined) return { kind: "bare" };
  const found = surveyOf(clone);
  const hasPackage = isThere(join(clone.workTree, "package.json"));
  const isFree = (each: string) => !isIgnored(clone, each);
  const name = [".arkitektrc.json", ".arkitektrc.yaml"].find(isFree) ?? ".arkitektrc.json";
  const path = join(clone.workTree, name);
  return { kind: "write", path, text: policyText(found.policy, hasPackage, name), survey: found };
}

/** Where the policy lies, in the working tree or in the last commit; `undefined` if there is none. */
export function policyPlaceOf({ workTree, git }: Clone): string | undefined {
  if (workTree !== undefined) {
    const found = findPolicyFiles(workTree, POLICY_PLACES).find((place) => isPolicy(place, workTree));
    if (found !== undefined) return found;
  }
  const committed = git("ls-tree", "-z", "--name-only", "--full-tree", "HEAD", "--", ...POLICY_FILES);
  return committed.code === 0 ? nulList(committed.stdout)[0] : undefined;
}

/** What the clone says about itself: its tracked files as they stand, its history's titles, its branches. */
export function surveyOf(clone: Clone): Survey {
  const { lua, paths } = luaTexts(clone);
  const all = trackedPaths(clone);
  const tree = {
    lua,
    luaPaths: paths,
    paths: all,
    settings: settingsOf(clone, all),
    titles: recentTitles(clone),
    branches: branchesOf(clone),
  };
  const { constructors } = RULE_DEFAULTS["no-require-effects"] as {
    readonly constructors: readonly string[];
  };
  return surveyTree(tree, constructors);
}

/** As the policy's schema has it. Where Git ignores JSON it goes into a YAML file as it is, since all JSON is YAML. */
export function policyText(policy: object, hasPackage: boolean, name = ".arkitektrc.json"): string {
  const schema = hasPackage ? { $schema: "./node_modules/arkitekt/schemas/policy.schema.json" } : {};
  const text = serialiseText({ ...schema, ...policy });
  return name.endsWith(".json") ? text : `# A policy may be written as JSON here too.\n${text}`;
}

/** By a `.gitignore` or another setting of Git, so that `git add` refuses it. */
export function isIgnored({ git }: Clone, name: string): boolean {
  return git("check-ignore", "-q", "--no-index", "--", name).code === 0;
}

const MOST_FILES = 4000;
const MOST_BYTES = 32 << 20;

/** Including what hosts take for Lua under other endings. */
const LUA_LIKE = [
  "*.lua",
  "*.LUA",
  ...HOSTS.flatMap(({ endings = [] }) => endings.map((each) => `*.${each}`)),
];

/** The Lua files that Git tracks or could track, spread evenly if there are too many to read. */
function luaTexts(clone: Clone): {
  readonly lua: readonly LuaText[];
  readonly paths: readonly string[];
} {
  const paths = surveyedPaths(clone);
  const { workTree } = clone;
  if (workTree === undefined) return { lua: [], paths: [] };
  const every = Math.ceil(paths.length / MOST_FILES);
  let left = MOST_BYTES;
  const lua = paths.flatMap((path, at) => {
    const place = join(workTree, path);
    if (at % every !== 0 || left <= 0 || isFolder(place)) return [];
    const bytes = readFileIfThere(place);
    if (bytes === undefined) return [];
    left -= bytes.length;
    return [{ path, text: byteTextOf(bytes) }];
  });
  return { lua, paths };
}

/** The Lua files that a survey is about. */
export function surveyedPaths({ workTree, git }: Clone): readonly string[] {
  if (workTree === undefined) return [];
  const listed = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", ...LUA_LIKE);
  return [...new Set(nulList(listed.stdout))].sort();
}

function trackedPaths({ workTree, git }: Clone): readonly string[] {
  if (workTree === undefined) return [];
  return nulList(git("ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout);
}

/** The settings of linters, editors and package managers, if they are small enough to be written by people. */
function settingsOf({ workTree }: Clone, all: readonly string[]): ReadonlyMap<string, string> {
  if (workTree === undefined) return new Map();
  const texts = all
    .filter(isLinterSetting)
    .slice(0, MOST_SETTINGS)
    .map((path) => {
      const bytes = isFolder(join(workTree, path)) ? undefined : readFileIfThere(join(workTree, path));
      return [
        path,
        bytes === undefined || bytes.length > LARGEST_SETTING ? "" : bytes.toString("utf8"),
      ] as const;
    });
  return new Map(texts);
}

const MOST_SETTINGS = 200;
const LARGEST_SETTING = 1 << 18;

/** Local ones and those of remotes, without the remote's name. */
function branchesOf({ git }: Clone): readonly string[] {
  const refs = git("for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes").stdout.toString();
  return [
    ...new Set(refs.split("\n").map((ref) => ref.replace(/^refs\/(?:heads|remotes\/[^/]+)\//, ""))),
  ].filter(Boolean);
}

function recentTitles({ git }: Clone): readonly string[] {
  const log = git("log", "-z", "-100", "--no-merges", "--format=%s");
  return log.code === 0 ? nulList(log.stdout).filter((title) => title !== "") : [];
}

/** A `package.json` counts only with the key. */
function isPolicy(place: string, workTree: string): boolean {
  if (place !== "package.json") return true;
  const read = readTree(String(readFileIfThere(join(workTree, place)) ?? ""));
  return read.ok && read.value.root.kind === "object" && memberOf(read.value.root, "arkitekt") !== undefined;
}
