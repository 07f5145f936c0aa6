// New requires that no file of the repository answers.

import { type ByteText, readable } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import { nearest } from "../../base/nearest.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { candidates, type ModuleRoot, namesOf, standsForModule } from "../../lua/facts/module-names.ts";
import type { StaticRequire } from "../../lua/facts/requires.ts";
import type { LuaSource } from "../../lua/source.ts";
import type { Entry } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import type { Project } from "../../model/project.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { luaSearch } from "../../modules/importers.ts";
import { isLua } from "../../modules/lua-files.ts";
import { isFromOutside, type LookupSides } from "../../modules/module-lookup.ts";
import { rootsFor } from "../../modules/module-roots.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { placeIn } from "../../rule/place-in.ts";
import { type Changed, stoodThere, wasUnread } from "./changed.ts";
import { Families } from "./families.ts";
import { givenNames } from "./given-names.ts";
import type { GoneNames } from "./gone-names.ts";

/** A require that leads nowhere, in a file of the change. */
export interface LostRequire {
  readonly file: SourceFile;
  readonly require: StaticRequire;
}

/** What the change requires and nobody answers, whoever's it would be. */
export function lostIn(
  changed: readonly Changed[],
  names: GoneNames,
  { before, after }: LookupSides,
  project: Project,
): readonly LostRequire[] {
  return changed.flatMap(({ file, old }) => {
    const gone = names.knownTo(file.path);
    let known: ReadonlySet<string> | undefined;
    let asked: ReadonlyMap<string, number> | undefined;
    return after.read(file).requires.flatMap((require) => {
      if (require.kind === "dynamic" || require.isProtected) return [];
      const name = dotted(require.name);
      // `leftovers` reports what was required before and is gone.
      if (gone.has(name) || isFromOutside(require.name, file.path, project)) return [];
      // What nearly all that stood there lead to need not be looked up, and for nearly all others what was there before need not be read.
      if (stoodThere(require, { file, old }) || after.resolve(require.name, file.path) !== undefined)
        return [];
      if (wasUnread(require, { file, old })) return [];
      known ??= namesIn(old && before.read(old));
      if (known.has(name)) return [];
      asked ??= askedFor(file);
      if ((asked.get(name) ?? Number.POSITIVE_INFINITY) <= require.range.start) return [];
      return after.isMade(require.name, file.path) === false ? [{ file, require }] : [];
    });
  });
}

/** Those of them that would be ours. The tree after the change is needed only if something was not found, to say what was meant. */
export function unresolved(
  lost: readonly LostRequire[],
  changed: readonly Changed[],
  { after }: LookupSides,
  project: Project,
  facts: Facts,
): { readonly findings: readonly Finding[]; readonly needs: readonly Need[] } {
  if (lost.length === 0) return { findings: [], needs: [] };
  const list = facts.list("after");
  if (list === undefined) return { findings: [], needs: [{ kind: "list", side: "after" }] };
  const namesFor = (file: SourceFile) => allNames(list, rootsFor(file.path, project.lua), project);
  const families = new Families(
    new Set(lost.map(({ require }) => dotted(require.name))),
    after,
    project,
    facts,
  );
  const ours = lost.filter(
    ({ file, require }) =>
      pathAtTop(require.name, list) !== undefined || families.isOurs(require.name, namesFor(file)),
  );
  if (ours.length === 0) return { findings: [], needs: families.needs };
  const words = [...new Set(ours.flatMap(({ require: { name } }) => [`"${name}"`, `'${name}'`]))].sort();
  const given = givenNames([...changed.map(({ file }) => file), ...facts.found("after", words)]);
  const missed = ours.filter(({ require }) => !given.has(dotted(require.name)));
  return {
    findings: missed.map(({ file, require }) => {
      const meant = pathAtTop(require.name, list);
      const known = meant === undefined ? namesFor(file) : namesOf(meant, rootsFor(meant, project.lua));
      return missing(file, require, known, project, [...list.keys()]);
    }),
    needs: [...families.needs, luaSearch(words, project)],
  };
}

/** What the code tests before it requires it, `if pcall(require, "x") then return require("x") end`: each name with where the test ends. */
function askedFor({ lua, text }: SourceFile): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  for (const require of lua.requires) {
    if (require.kind === "dynamic" || !require.isProtected) continue;
    const { start, end } = require.range;
    if (!/\b(?:if|elseif|and|or|not)[\s(]+$/.test(text.slice(Math.max(0, start - 20), start))) continue;
    const name = dotted(require.name);
    asked.set(name, Math.min(end, asked.get(name) ?? end));
  }
  return asked;
}

/** The list stays the same in each round of questions. */
function allNames(
  list: ReadonlyMap<RepoPath, Entry>,
  roots: readonly ModuleRoot[],
  project: Project,
): readonly string[] {
  const ofList = inLists.get(list) ?? new WeakMap<readonly ModuleRoot[], readonly string[]>();
  inLists.set(list, ofList);
  let names = ofList.get(roots);
  if (names === undefined) {
    const modules = [...list.keys()].filter((path) => isLua(path, project) || standsForModule(path));
    names = modules.flatMap((path) => namesOf(path, roots));
    ofList.set(roots, names);
  }
  return names;
}

const inLists = new WeakMap<object, WeakMap<readonly ModuleRoot[], readonly string[]>>();

/** Only a name whose first part the repository has: others come from outside, and `require-fence` asks for them. */
function missing(
  file: SourceFile,
  { name, nameRange, scope }: StaticRequire,
  names: readonly string[],
  project: Project,
  paths: readonly RepoPath[],
): Finding {
  const near = nearest(dotted(name), names) ?? names.find((each) => dotted(name).endsWith(`.${each}`));
  return {
    place: placeIn(file, nameRange),
    message: `requires ${readable(name)}, and there is no such module`,
    hint:
      near === undefined
        ? "add it to the change, or correct the name; if it comes from outside, declare it in the policy: lua.externals"
        : `did you mean ${readable(near)}?`,
    anchor: { scope, code: `require ${dotted(name)}` },
    unless: ["require-fence", "purity-fence"],
    contract: { kind: "missing-file", path: pathFor(dotted(name), project, paths) },
  };
}

/** `A.core.keys` for `A/core/keys.lua`, which is `core.keys` below the module root `A`. */
function pathAtTop(name: ByteText, list: ReadonlyMap<RepoPath, Entry>): RepoPath | undefined {
  return candidates(name, ["" as RepoPath]).find((path) => list.has(path));
}

function namesIn(lua: LuaSource | undefined): ReadonlySet<string> {
  const requires = lua?.requires ?? [];
  return new Set(requires.flatMap((require) => (require.kind === "static" ? [dotted(require.name)] : [])));
}

/** Where the module would lie: below the root that holds others of its family. */
function pathFor(name: string, { lua }: Project, paths: readonly RepoPath[]): RepoPath {
  const relative = readable(`${name.replaceAll(".", "/")}.lua` as ByteText);
  const [family = ""] = relative.split("/");
  const roots = lua.moduleRoots.map((root) => (root === "." || root === "" ? "" : `${root}/`));
  const root = roots.find((each) => paths.some((path) => path.startsWith(`${each}${family}/`)));
  return `${root ?? roots[0] ?? ""}${relative}`;
}
