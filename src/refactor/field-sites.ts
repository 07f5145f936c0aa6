// Where a file uses a field of a module: through what it requires, and in the module itself.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { tokens } from "../lua/lexer/tokens.ts";
import { ModulePaths } from "./names/module-paths.ts";
import type { Tree, TreeText } from "./tree.ts";

export interface FieldSites {
  /** The field's name in each place that certainly uses it. */
  readonly sites: readonly ByteRange[];
  /** The whole of `m.f` in each of them. */
  readonly wholes: readonly ByteRange[];
  /** A field with that name of something unknown, and one that is given another value. */
  readonly unclear: readonly ByteRange[];
}

/** `skipped` is the statement that defines it, in the module itself. */
export function fieldSites(
  tree: Tree,
  file: TreeText,
  module: RepoPath,
  field: ByteText,
  skipped: ByteRange | undefined,
): FieldSites {
  const { text, lua, path } = file;
  const paths = new ModulePaths((each) => tree.entries.has(each), tree.project);
  const sites: ByteRange[] = [];
  const wholes: ByteRange[] = [];
  const unclear: ByteRange[] = [];
  const clear = new Set<number>();
  const named = fieldsNamed(text, field);
  const set = new Set(named.filter(({ isSet }) => isSet).map(({ range }) => range.start));
  for (const { require, fields } of lua.syntax.ok ? lua.uses : []) {
    const led = paths.leadAsWritten(require.name, path);
    for (const use of fields) {
      if (use.name !== field) continue;
      clear.add(use.nameRange.start);
      if (led?.path !== module) continue;
      const isWritten = named.some(({ range }) => range.start === use.nameRange.start);
      if (!use.isCertain || !isWritten || set.has(use.nameRange.start)) unclear.push(use.nameRange);
      else {
        sites.push(use.nameRange);
        wholes.push(use.range);
      }
    }
  }
  const own = lua.syntax.ok && lua.module.ending.kind === "table" ? lua.module.ending.local : undefined;
  for (const { range, before, isSet, start, end } of named) {
    if (clear.has(range.start) || (skipped !== undefined && isInside(range, skipped))) continue;
    const isOwn = path === module && own !== undefined && before === own;
    if (isOwn && !isSet) {
      sites.push(range);
      wholes.push({ start, end });
    } else if (path === module || !isOfOwnTable(file, before)) unclear.push(range);
  }
  return { sites, wholes, unclear };
}

interface NamedField {
  readonly range: ByteRange;
  /** What the field belongs to, if that is one word. */
  readonly before: string;
  /** `x.f = …`, `function x.f()` */
  readonly isSet: boolean;
  /** The range of the whole: `x.f`. */
  readonly start: number;
  readonly end: number;
}

/** `x.f`, `x:f` and `x["f"]` are recognised by their tokens, whatever `x` is. */
function fieldsNamed(text: ByteText, field: ByteText): readonly NamedField[] {
  const found: NamedField[] = [];
  const list = tokens(text).filter(({ kind }) => kind !== "comment");
  for (const [at, token] of list.entries()) {
    const written = text.slice(token.range.start, token.range.end);
    const [sign, owner] = [list[at - 1], list[at - 2]];
    const by = textAt(sign, text);
    const before = textAt(owner, text);
    const start = owner?.range.start ?? token.range.start;
    const { end } = token.range;
    const isDefined = textAt(list[at - 3], text) === "function";
    if (written === field && (by === "." || by === ":")) {
      const isSet = isDefined || textAt(list[at + 1], text) === "=";
      found.push({ range: token.range, before, isSet, start, end });
    } else if (by === "[" && /^(["']).*\1$/.test(written) && written.slice(1, -1) === field) {
      const bracket = list[at + 1]?.range.end ?? end;
      const isSet = textAt(list[at + 2], text) === "=";
      found.push({
        range: { start: token.range.start + 1, end: end - 1 },
        before,
        isSet,
        start,
        end: bracket,
      });
    }
  }
  return found;
}

function textAt(token: { readonly range: ByteRange } | undefined, text: ByteText): string {
  return token === undefined ? "" : text.slice(token.range.start, token.range.end);
}

/** Whether a table that the file makes and returns itself has a field of its own with that name. */
function isOfOwnTable({ lua }: TreeText, owner: string): boolean {
  if (!lua.syntax.ok) return false;
  const { ending } = lua.module;
  return ending.kind === "table" && ending.local === owner;
}

function isInside(range: ByteRange, outer: ByteRange): boolean {
  return range.start >= outer.start && range.end <= outer.end;
}
