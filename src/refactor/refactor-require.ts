// Makes every importer of a module require another one (playbook, "Common tasks" 2).
import { type ByteText, encodeText } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";
import { isUnder } from "../base/glob.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import type { Finding } from "../model/finding.ts";
import { isFromOutside } from "../modules/module-lookup.ts";
import { findingAt, findingIn, missingAt } from "./finding-in.ts";
import { isPath, pathOf } from "./move/typed-name.ts";
import { OUTSIDE } from "./names/module-mention.ts";
import { ModulePaths } from "./names/module-paths.ts";
import { rename } from "./names/renaming.ts";
import { newCycles } from "./new-cycles.ts";
import { notesOf } from "./notes-of.ts";
import { patchOf } from "./patch-of.ts";
import { NO_PATCH, type Refactored } from "./refactored.ts";
import type { RefactorRequire } from "./refactoring.ts";
import { luaText, type Tree } from "./tree.ts";

export function refactorRequire(tree: Tree, { from, to, liveRoot, strings }: RefactorRequire): Refactored {
  const root = liveRoot ?? tree.project.root;
  const [old, wanted] = [asked(tree, from), asked(tree, to)];
  const { meanings, stops } = old.name === undefined ? NO_MEANINGS : meaningsOf(tree, old.name, root);
  const isOutside = wanted.name !== undefined && isFromOutside(wanted.name, NOWHERE, tree.project);
  if (wanted.path === undefined && !isOutside) {
    const hint = "correct the name, or make the module first";
    const path = isPath(to) ? pathOf(to) : `${to.replaceAll(".", "/")}.lua`;
    return refused(missingAt(path, `there is no module ${to}`, hint));
  }
  const isSame = old.name === undefined ? old.path === wanted.path : old.name === wanted.name;
  if (isSame) return refused(findingAt(undefined, `${from} and ${to} are one module`, "name two modules"));
  const meant = new Map<RepoPath, RepoPath>();
  for (const path of old.path === undefined ? meanings : [old.path]) meant.set(path, wanted.path ?? OUTSIDE);
  const found = rename(tree, {
    moved: new Map(),
    meant,
    gone: new Set(),
    renamed: (name) => (name === old.name ? wanted.name : undefined),
    covers: (path) => isUnder(path, root),
    rewritesStrings: strings === true,
  });
  const cycles = newCycles(tree, found.rewritten);
  const notes = notesOf({
    impacted: found.rewritten.map(({ path }) => path),
    deltas: `import path only, ${from} → ${to}, in ${count(found.rewritten.length, "file")}`,
    undo: `refactor_require from ${to} to ${from} in these files`,
    reports: found.reports,
  });
  const patch = patchOf(tree, { rewritten: found.rewritten });
  return { patch, notes, ...found, stops: [...stops, ...found.stops, ...cycles] };
}

/** What was typed, as a name or as a path. */
function asked(tree: Tree, typed: string): { readonly name?: ByteText; readonly path: RepoPath | undefined } {
  if (isPath(typed)) return { path: tree.entries.has(pathOf(typed)) ? pathOf(typed) : undefined };
  const name = encodeText(dotted(typed));
  const paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
  return { name, path: paths.lead(name, NOWHERE)?.path };
}

/** A name that is looked up from each file's folder may lead to several; then nobody can say which is meant. */
function meaningsOf(
  tree: Tree,
  name: ByteText,
  root: RepoPath,
): { readonly meanings: ReadonlySet<RepoPath>; readonly stops: readonly Finding[] } {
  const paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
  const last = name.split(".").at(-1) ?? name;
  const places: { readonly path: RepoPath; readonly finding: Finding }[] = [];
  for (const path of [...tree.texts.keys()].sort()) {
    const file = luaText(tree, path);
    if (file === undefined || !isUnder(path, root) || !file.text.includes(last) || !file.lua.syntax.ok)
      continue;
    for (const mention of file.lua.mentions.literal) {
      if (mention.by !== "require" || dotted(mention.name) !== name) continue;
      const led = paths.lead(mention.name, path);
      if (led === undefined) continue;
      const why = `requires ${name}, which is ${showPath(led.path)} when it is looked up from here`;
      places.push({
        path: led.path,
        finding: findingIn(file, mention.range, why, "write the name out in full first"),
      });
    }
  }
  const meanings = new Set(places.map(({ path }) => path));
  return { meanings, stops: meanings.size > 1 ? places.map(({ finding }) => finding) : [] };
}

const NO_MEANINGS = { meanings: new Set<RepoPath>(), stops: [] };

/** A path with no file beside it. */
const NOWHERE = "\0/\0";

function refused(stop: Finding): Refactored {
  return { patch: NO_PATCH, notes: "", reports: [], stops: [stop], rewritten: [] };
}
