// What a file offers to those who require it, as far as its text says so.
import type { ByteText } from "../base/byte-text.ts";
import { readable } from "../base/byte-text.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { luaText, type Tree } from "./tree.ts";

/** Why `to` does not provably offer all that `from` does; undefined if it does. */
export function lackOf(tree: Tree, from: RepoPath, to: RepoPath): string | undefined {
  if (tree.entries.get(from)?.id === tree.entries.get(to)?.id) return undefined;
  const [old, wanted] = [fieldsOf(tree, from), fieldsOf(tree, to)];
  if (old === undefined) return `nobody can tell what ${showPath(from)} offers`;
  if (wanted === undefined) return `nobody can tell what ${showPath(to)} offers`;
  const missing = [...old.names].filter((name) => !wanted.names.has(name));
  if (missing.length > 0) return `${showPath(to)} lacks ${missing.map(readable).sort().join(", ")}`;
  if (old.kind !== wanted.kind) return `${showPath(from)} and ${showPath(to)} give different things`;
  return old.isOpen ? `${showPath(from)} sets fields whose names are computed` : undefined;
}

interface Fields {
  readonly kind: string;
  readonly names: ReadonlySet<ByteText>;
  readonly isOpen: boolean;
}

function fieldsOf(tree: Tree, path: RepoPath): Fields | undefined {
  const file = luaText(tree, path);
  if (file === undefined || !file.lua.syntax.ok) return undefined;
  const { ending, exports, isOpen, earlyReturns } = file.lua.module;
  if (earlyReturns.length > 0 || (ending.kind !== "table" && ending.kind !== "function")) return undefined;
  return { kind: ending.kind, names: new Set(exports.map(({ name }) => name)), isOpen };
}
