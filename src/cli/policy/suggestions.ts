// What a tree says of itself that its policy does not: settings to write, each with what it was read from.
import { matchesAny } from "../../base/glob.ts";
import { nameMatcher } from "../../base/name-pattern.ts";
import type { RepoPath } from "../../base/repo-path.ts";

export interface Suggestion {
  /** In one word: `lua.scripts`. */
  readonly key: string;
  /** What to write there. */
  readonly value: unknown;
  /** What the policy in force says there. */
  readonly policy: unknown;
  /** For a list, what is new in `value`; empty for what replaces what was there. */
  readonly add: readonly string[];
  readonly from: string;
}

export interface Compared {
  /** As they are written. */
  readonly policy: unknown;
  readonly draft: unknown;
  readonly facts: readonly { readonly key: string; readonly says: string; readonly from: string }[];
  readonly luaPaths: readonly RepoPath[];
}

/** Lists whose items are globs of Lua: one is missing where it matches a file that none of the policy's does. */
const GLOBS = ["lua.scripts", "lua.vendored", "lua.generated", "pure"];
/** Lists of names. */
const NAMES = ["lua.moduleRoots", "lua.externals", "host.globals", "host.modules"];
/** Keys with one value; a draft without the key says nothing. */
const VALUES = [
  "root",
  "lua.version",
  "lua.packages",
  "lua.aliases",
  "namespace.canonical",
  "taskCode.patterns",
];

export function suggestionsFor(compared: Compared): readonly Suggestion[] {
  const { policy, draft } = compared;
  return [
    ...[...GLOBS, ...NAMES].flatMap((key) => {
      const has = listAt(policy, key);
      const wanted = listAt(draft, key).filter((item) => !isCovered(key, item, has, compared));
      return wanted.length === 0 ? [] : [suggestion(key, [...has, ...wanted], wanted, compared)];
    }),
    ...VALUES.flatMap((key) => {
      const value = valueAt(draft, key);
      const isSaid = value === undefined || JSON.stringify(value) === JSON.stringify(valueAt(policy, key));
      return isSaid || isCustom(key, policy) ? [] : [suggestion(key, value, [], compared)];
    }),
    ...agents(compared),
  ];
}

/** Whoever has patterns of titles has said how tasks are named. */
function isCustom(key: string, policy: unknown): boolean {
  return key === "taskCode.patterns" && listAt(policy, key).length > 0;
}

function isCovered(
  key: string,
  item: string,
  has: readonly string[],
  { luaPaths, policy }: Compared,
): boolean {
  if (has.includes(item)) return true;
  if (key === "host.globals")
    return nameMatcher(has)(item) || listAt(policy, "rules.no-globals.1.allow").includes(item);
  if (key === "lua.externals")
    return has.some(
      (name) => name === `${item}.*` || (name.endsWith(".*") && item.startsWith(name.slice(0, -1))),
    );
  if (!GLOBS.includes(key)) return false;
  const matched = luaPaths.filter((path) => matchesAny([item], path));
  return matched.every((path) => matchesAny(has, path));
}

function agents({ policy, facts }: Compared): readonly Suggestion[] {
  const fact = facts.find(({ key }) => key === "agentBranches");
  if (fact === undefined || !/^[\w-]+(?:, [\w-]+)*$/.test(fact.says)) return [];
  const has = listAt(policy, "agentBranches");
  const add = fact.says
    .split(", ")
    .map((name) => `${name}/**`)
    .filter((glob) => !has.includes(glob));
  if (add.length === 0) return [];
  return [{ key: "agentBranches", value: [...has, ...add], policy: has, add, from: fact.from }];
}

function suggestion(
  key: string,
  value: unknown,
  add: readonly string[],
  { policy, facts }: Compared,
): Suggestion {
  const [section = ""] = key.split(".");
  const fact = facts.find((each) => each.key === key) ?? facts.find((each) => each.key === section);
  return { key, value, policy: valueAt(policy, key) ?? null, add, from: fact?.from ?? "what the tree shows" };
}

function listAt(from: unknown, key: string): readonly string[] {
  const value = valueAt(from, key);
  return Array.isArray(value) ? value.map(String) : [];
}

function valueAt(from: unknown, key: string): unknown {
  return key
    .split(".")
    .reduce<unknown>(
      (at, part) =>
        typeof at === "object" && at !== null && Object.hasOwn(at, part) ? Reflect.get(at, part) : undefined,
      from,
    );
}
