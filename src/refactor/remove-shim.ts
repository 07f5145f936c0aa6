// A shim goes, and its callers use what it stood for (playbook, "Parity & shims").

import { type ByteText, readable } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { replaceRanges } from "../base/replace-ranges.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import type { Finding } from "../model/finding.ts";
import { isLua } from "../modules/lua-files.ts";
import { aliasOf } from "./alias-of.ts";
import { fieldSites } from "./field-sites.ts";
import { findingAt, findingIn, missingAt } from "./finding-in.ts";
import { ModulePaths } from "./names/module-paths.ts";
import { rename } from "./names/renaming.ts";
import { notesOf } from "./notes-of.ts";
import { askOther, otherField } from "./other-module.ts";
import { patchOf } from "./patch-of.ts";
import { type NameEdit, NO_PATCH, type Refactored, type RewrittenText } from "./refactored.ts";
import type { RemoveShim } from "./refactoring.ts";
import { luaText, type Tree, type TreeText } from "./tree.ts";

export function removeShim(tree: Tree, { path, name }: RemoveShim): Refactored {
  const file = luaText(tree, path);
  // A file that does not exist has been removed.
  if (file === undefined && name === undefined && isLua(path, tree.project)) return nothing();
  if (file === undefined)
    return stopped(
      missingAt(path, "there is no such file of Lua", "correct the path; that of a module ends in .lua"),
    );
  if (!file.lua.syntax.ok) return stopped(findingAt(path, "it does not parse", "mend it first"));
  return name === undefined ? removeFile(tree, file) : removeFunction(tree, file, name);
}

/** A file that does nothing but re-export another module. */
function removeFile(tree: Tree, file: TreeText): Refactored {
  const { path, lua } = file;
  const { ending } = lua.module;
  const target =
    ending.kind === "module" ? pathsOf(tree).leadAsWritten(ending.module, path)?.path : undefined;
  const body = lua.syntax.ok ? lua.syntax.value.body.map(({ type }) => type) : [];
  const isPlain = body.length === 1 || (body.length === 2 && body[0] === "LocalStatement");
  const isMarked = lua.shims.some((shim) => shim.target.kind === "file");
  if (!isMarked) return stopped(findingAt(path, "it is not marked as a shim", MARK));
  if (target === undefined || !isPlain)
    return stopped(
      findingAt(
        path,
        "it does more than hand on another module of the repository",
        "name the function: --name",
      ),
    );
  const found = rename(tree, {
    moved: new Map(),
    meant: new Map([[path, target]]),
    gone: new Set([path]),
    renamed: () => undefined,
    covers: () => true,
    rewritesStrings: false,
  });
  return whole(tree, found.rewritten, [path], found.stops, found.reports);
}

function removeFunction(tree: Tree, file: TreeText, name: string): Refactored {
  const { path, lua } = file;
  const field = (name.split(/[.:]/).at(-1) ?? name) as ByteText;
  const exported = lua.module.exports.filter((each) => each.name === field);
  const [first] = exported;
  if (first === undefined) return nothing();
  const shim = lua.shims.find(
    ({ target }) =>
      (target.kind === "function" || target.kind === "assignment") &&
      target.range.start === first.range.start,
  );
  if (shim === undefined || exported.length > 1)
    return stopped(findingIn(file, first.nameRange, `${name} is not marked as a shim`, MARK));
  const { ending } = lua.module;
  const alias = aliasOf(file, first.range, ending.kind === "table" ? ending.local : undefined);
  const isOwn = alias !== undefined && lua.module.exports.some((each) => each.name === alias);
  const other = isOwn ? undefined : otherField(file, first.range, pathsOf(tree));
  if (alias === field || (!isOwn && (other === undefined || other.module === path))) {
    const hint = "let it hand on its arguments to one other function, or remove it by hand";
    return stopped(findingIn(file, first.range, `${name} does more than call another function`, hint));
  }
  const removed = { start: shim.range.start, end: first.range.end };
  const rewritten: RewrittenText[] = [];
  const stops: Finding[] = [];
  for (const each of [...tree.texts.keys()].sort()) {
    const user = luaText(tree, each);
    if (user === undefined || !user.text.includes(field)) continue;
    const found = fieldSites(tree, user, path, field, each === path ? removed : undefined);
    const edits =
      other === undefined
        ? found.sites.map(
            (range): NameEdit => ({ range, text: alias as ByteText, from: field, to: alias as ByteText }),
          )
        : askOther(user, found.wholes, other, pathsOf(tree));
    const unclear = edits === undefined ? [...found.unclear, ...found.sites] : found.unclear;
    stops.push(
      ...unclear.map((range) =>
        findingIn(user, range, `may use ${readable(field)} of ${showPath(path)}`, "change it by hand first"),
      ),
    );
    if (edits === undefined) continue;
    if (each === path) rewritten.push(withoutShim(user, edits, removed));
    else if (edits.length > 0)
      rewritten.push({ path: each, before: versionOf(user), edits, after: replaceRanges(user.text, edits) });
  }
  return whole(tree, rewritten, [], stops, []);
}

/** The statement with its header, and one of the empty lines around it. */
function withoutShim(file: TreeText, edits: readonly NameEdit[], removed: ByteRange): RewrittenText {
  const { text } = file;
  const start = text.lastIndexOf("\n", removed.start - 1) + 1;
  const isOwnLine = /^[ \t]*$/.test(text.slice(start, removed.start));
  const rest = /^[ \t]*;?[ \t]*(?:--[^\r\n]*)?(\r\n|\n|\r|$)/.exec(text.slice(removed.end));
  let end = removed.end + (isOwnLine && rest !== null ? rest[0].length : 0);
  const from = isOwnLine && rest !== null ? start : removed.start;
  const blank = /^[ \t]*(?:\r\n|\n)/.exec(text.slice(end))?.[0];
  if (from === start && blank !== undefined && /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, start)))
    end += blank.length;
  const cut: NameEdit = {
    range: { start: from, end },
    text: "" as ByteText,
    from: "" as ByteText,
    to: "" as ByteText,
  };
  const after = replaceRanges(text, [...edits, cut]);
  return { path: file.path, before: versionOf(file), edits, after, removed: { start: from, end } };
}

function whole(
  tree: Tree,
  rewritten: readonly RewrittenText[],
  deletions: readonly RepoPath[],
  stops: readonly Finding[],
  reports: readonly Finding[],
): Refactored {
  const notes = notesOf({
    impacted: [...deletions, ...rewritten.map(({ path }) => path)],
    deltas: `callers use what the shim stood for, in ${count(rewritten.length, "file")}`,
    undo: "git revert",
    reports,
  });
  return { patch: patchOf(tree, { rewritten, deletions }), notes, reports, stops, rewritten };
}

const MARK = "only what is marked @deprecated is removed; arkitekt shims lists those there are";

function versionOf({ lua: { text, version } }: TreeText): RewrittenText["before"] {
  return { text, version };
}

function pathsOf({ entries, project }: Tree): ModulePaths {
  return new ModulePaths((path) => entries.has(path), project);
}

function nothing(): Refactored {
  return { patch: NO_PATCH, notes: "Nothing to do.\n", reports: [], stops: [], rewritten: [] };
}

function stopped(stop: Finding): Refactored {
  return { ...nothing(), notes: "", stops: [stop] };
}
