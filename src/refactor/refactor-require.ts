// Every importer of a module is to require another one (playbook, "Common tasks" 2).
import { type ByteText, encodeText } from "../base/byte-text.ts";
import { isUnder } from "../base/glob.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import type { Finding } from "../model/finding.ts";
import { isFromOutside } from "../modules/module-lookup.ts";
import { dotted } from "../modules/module-name.ts";
import { findingAt, findingIn, missingAt } from "./finding-in.ts";
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
  const [old, wanted] = [encodeText(dotted(from)), encodeText(dotted(to))];
  const root = liveRoot ?? tree.project.root;
  const { meanings, stops } = meaningsOf(tree, old, root);
  const paths = new ModulePaths((path) => tree.entries.has(path), tree.project);
  const target = paths.lead(wanted, NOWHERE)?.path;
  if (old === wanted)
    return refused(findingAt(undefined, `${from} and ${to} are one name`, "name two modules"));
  if (target === undefined && !isFromOutside(wanted, NOWHERE, tree.project)) {
    const hint = "correct the name, or make the module first";
    return refused(missingAt(`${to.replaceAll(".", "/")}.lua`, `there is no module ${to}`, hint));
  }
  const own = paths.lead(old, NOWHERE)?.path;
  const meant = new Map<RepoPath, RepoPath>();
  for (const path of own === undefined ? meanings : [own]) meant.set(path, target ?? OUTSIDE);
  const found = rename(tree, {
    moved: new Map(),
    meant,
    gone: new Set(),
    renamed: (name) => (name === old ? wanted : undefined),
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

/** A name that is looked up from the folder of each file may lead to several; then nobody can say which is meant. */
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

/** No file lies beside it. */
const NOWHERE = "\0/\0";

function refused(stop: Finding): Refactored {
  return { patch: NO_PATCH, notes: "", reports: [], stops: [stop], rewritten: [] };
}
