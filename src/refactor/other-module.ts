// A function that passes on to one of another module, and its callers, which from then on use that module themselves.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { replaceRanges } from "../base/replace-ranges.ts";
import type { RepoPath } from "../base/repo-path.ts";
import type { FieldUse } from "../lua/facts/uses.ts";
import { LuaSource } from "../lua/source.ts";
import { handedOn } from "./alias-of.ts";
import type { ModulePaths } from "./names/module-paths.ts";
import type { NameEdit } from "./refactored.ts";
import type { TreeText } from "./tree.ts";

export interface OtherField {
  readonly module: RepoPath;
  /** The name by which the shim requires it. */
  readonly name: ByteText;
  readonly field: ByteText;
}

/** `range` is the statement that sets the shim. Undefined if it does more, or something else. */
export function otherField(file: TreeText, range: ByteRange, paths: ModulePaths): OtherField | undefined {
  const found = handedOn(file, range);
  if (found === undefined || found.isMethod || found.member.indexer !== ".") return undefined;
  const [start, end] = found.member.range;
  for (const { use, name, module } of fieldUses(file.lua, file.path, paths))
    if (use.range.start === start && use.range.end === end && use.isCertain)
      return { module, name, field: use.name };
  return undefined;
}

/**
 * The edits that let a file use the other module: through a local of the file that holds it, else through a require in that place. Undefined if
 * neither would be read as that module's field.
 */
export function askOther(
  { lua, path, text }: TreeText,
  sites: readonly ByteRange[],
  other: OtherField,
  paths: ModulePaths,
): readonly NameEdit[] | undefined {
  const { version } = lua;
  // A method is given its object, and the other function is not.
  if (sites.some(({ start, end }) => text.slice(start, end).includes(":"))) return undefined;
  const ways = [...localsOf(text), `require("${other.name}")`].map((holder) => `${holder}.${other.field}`);
  let edits: readonly NameEdit[] = sites.map((range) => whole(text, range, ""));
  for (const [at, range] of sites.entries()) {
    const way = ways.find((written) => {
      const one = whole(text, range, written);
      const after = new LuaSource(replaceRanges(text, [one]), version);
      const read = fieldUses(after, path, paths);
      return read.some(({ use, module }) => {
        const isHere = use.range.start === range.start && use.range.end === range.start + written.length;
        return isHere && use.isCertain && module === other.module;
      });
    });
    if (way === undefined) return undefined;
    edits = edits.with(at, whole(text, range, way));
  }
  return edits;
}

function whole(text: ByteText, range: ByteRange, written: string): NameEdit {
  const from = text.slice(range.start, range.end) as ByteText;
  return { range, text: written as ByteText, from, to: written as ByteText, isExpression: true };
}

function fieldUses(
  lua: LuaSource,
  path: RepoPath,
  paths: ModulePaths,
): readonly { readonly use: FieldUse; readonly name: ByteText; readonly module: RepoPath }[] {
  return (lua.syntax.ok ? lua.uses : []).flatMap(({ require: { name }, fields }) => {
    const module = paths.leadAsWritten(name, path)?.path;
    return module === undefined ? [] : fields.map((use) => ({ use, name, module }));
  });
}

/** Names of locals that a require may have been assigned to; the result shows which of them hold the module. */
function localsOf(text: ByteText): readonly string[] {
  return [...text.matchAll(/^local[ \t]+([A-Za-z_]\w*)[ \t]*=[ \t]*require\b/gm)].flatMap(
    ([, name]) => name ?? [],
  );
}
