// Names that a file works out from its own: `local base = (...):match("(.-)[^%.]+$")`.
import type { ByteText } from "../base/byte-text.ts";
import { replaceRanges } from "../base/replace-ranges.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { namesOf } from "../lua/facts/module-names.ts";
import { compileLuaPattern, type LuaMatch } from "../lua/patterns/pattern.ts";
import type { LuaSource } from "../lua/source.ts";
import { ABOVE, type LoadedAs } from "../lua/values/loaded-as.ts";
import { type FoldedTexts, whole } from "../lua/values/text-functions.ts";
import type { Project } from "../model/project.ts";
import { folderOf } from "./importers.ts";
import { isScript } from "./lua-files.ts";
import { type RootsOf, rootsFor } from "./module-roots.ts";
import { startsItself } from "./programs.ts";
import type { SourceFile } from "./source-file.ts";

/** What has names, and where those start. */
export interface Named {
  readonly lua: RootsOf & Pick<Project["lua"], "scripts">;
}

/**
 * A file as it reads by the one of its names under which most of what it requires is there. Nobody knows what name it was required by, nor the names of
 * the folders above the repository. A script has no name.
 */
export function asLoaded(
  { lua, path, text }: Pick<SourceFile, "lua" | "path" | "text">,
  named: Named,
  resolve: (name: ByteText) => RepoPath | "unknown" | undefined,
): LuaSource {
  if (!mayReadItsName(lua) || isScript(path, named) || startsItself(text)) return lua;
  let best = lua;
  let most = 0;
  for (const name of ownNames(path, named)) {
    const source = lua.as(loadedAs(name));
    const made = source.requires.flatMap((each) => (each.kind === "static" && !each.literal ? [each] : []));
    // `"commands." .. (...)`: not a file's name, but what somebody passes to it.
    if (made.some((each) => each.name.includes(ABOVE))) return lua;
    const targets = made.map((each) => resolve(each.name));
    // Until it has been looked for, nothing can be said.
    if (targets.includes("unknown")) return lua;
    const found = targets.filter((target) => target !== undefined).length;
    // More that exists, then more that is known at all.
    const count = found * MOST_REQUIRES + made.length;
    if (count > most) [best, most] = [source, count];
  }
  return best;
}

/** Whether what it requires may depend on the name that it is required by. */
export function mayReadItsName(lua: LuaSource): boolean {
  return (
    lua.text.includes("...") && lua.requires.some(({ kind }) => kind === "dynamic") && looksAtOwnName(lua)
  );
}

const MOST_REQUIRES = 10_000;
/** Each further one costs a reading of the file. */
const MOST_NAMES = 6;

/** `a.init` is `a`. */
function ownNames(path: RepoPath, { lua }: Named): readonly ByteText[] {
  const roots = rootsFor(path, lua);
  const folders = new Set(roots.map((root) => (typeof root === "string" ? root : root.folder)));
  const above = [...folders, folderOf(path)].map((folder) => ({ name: ABOVE, folder }));
  const names = namesOf(path, [...above, ...roots]);
  return names.filter((name) => !/(?:^|\.)init$/.test(name)).slice(0, MOST_NAMES);
}

/** A file is asked about in each round of questions. */
const known = new WeakMap<LuaSource, boolean>();

/** Whether it looks at what it was loaded as. */
export function looksAtOwnName(lua: LuaSource): boolean {
  if (!lua.text.includes("...")) return false;
  const found = known.get(lua) ?? holdsOwnVararg(lua);
  known.set(lua, found);
  return found;
}

/** Whether `...` stands in it outside of every function. */
function holdsOwnVararg({ syntax }: LuaSource): boolean {
  if (!syntax.ok) return false;
  const open: unknown[] = [syntax.value.body];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    const type = "type" in node ? node.type : undefined;
    if (type === "VarargLiteral") return true;
    if (type !== "FunctionDeclaration") open.push(...Object.values(node));
  }
  return false;
}

export function loadedAs(name: ByteText): LoadedAs {
  return { name, call };
}

function call(name: string, given: readonly FoldedTexts[]): FoldedTexts | undefined {
  const make = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const texts = given.flatMap(([first, ...others]) =>
    first?.isWhole === true && others.length === 0 ? first.text : [],
  );
  return make === undefined || texts.length < given.length ? undefined : make(texts);
}

/** An empty list stands for what is not text: no match. */
const FUNCTIONS: Readonly<Record<string, (given: readonly ByteText[]) => FoldedTexts | undefined>> = {
  select: ([at, first]) => (at === "1" && first !== undefined ? [whole(first)] : undefined),
  match: ([text = NO_TEXT, pattern = NO_TEXT, ...more]) => {
    const found = more.length > 0 ? undefined : matches(text, pattern);
    if (found === undefined) return undefined;
    const [first] = found;
    return first === undefined ? upToTheClone(text, pattern) : caughtIn(text, first);
  },
  gsub: ([text = NO_TEXT, pattern = NO_TEXT, by = NO_TEXT, most]) => {
    const found = matches(text, pattern);
    if (found === undefined || (most !== undefined && !/^\d{1,9}$/.test(most))) return undefined;
    const changed = found.slice(0, most === undefined ? found.length : Number(most));
    const edits = changed.map((match) => ({ range: match, text: replacement(text, match, by) }));
    return [whole(replaceRanges(text, edits))];
  },
};

const NO_TEXT = "" as ByteText;

function caughtIn(text: ByteText, { captures, start, end }: LuaMatch): FoldedTexts {
  const [caught = text.slice(start, end)] = captures;
  return typeof caught === "string" ? [whole(caught)] : [];
}

/** `.*bling` in a clone that is called so: it lies above the repository, and what lies above has any name. */
function upToTheClone(text: ByteText, pattern: ByteText): FoldedTexts {
  const clone = /^\^?\(?\.[*+-]([\w-]+)\)?$/.exec(pattern)?.[1];
  return clone !== undefined && text.startsWith(`${ABOVE}.`) ? [whole(ABOVE)] : [];
}

function matches(text: ByteText, pattern: ByteText): readonly LuaMatch[] | undefined {
  const compiled = compileLuaPattern(pattern);
  const found = compiled.ok ? compiled.value.all(text, { left: ENOUGH }) : "spent";
  return found === "spent" ? undefined : found;
}

/** `%0` to `%9` of what stands in for a match. */
function replacement(text: ByteText, { start, end, captures }: LuaMatch, by: ByteText): ByteText {
  const all = text.slice(start, end);
  return by.replaceAll(/%(.)/gs, (_, sign: string) => {
    if (!/\d/.test(sign)) return sign;
    return sign === "0" ? all : String(captures[Number(sign) - 1] ?? (sign === "1" ? all : ""));
  }) as ByteText;
}

/** More steps of matching than any module's name needs. */
const ENOUGH = 10_000;
