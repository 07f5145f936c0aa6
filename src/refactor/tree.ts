// A tree as a refactoring sees it: every path, and the Lua text of each file that is Lua.
import type { ByteText } from "../base/byte-text.ts";
import { LineIndex } from "../base/position.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { LuaSource } from "../lua/source.ts";
import type { Entry } from "../model/change.ts";
import type { Project } from "../model/project.ts";
import { isLua, versionOf } from "../modules/lua-files.ts";

export interface Tree {
  readonly project: Project;
  /** Everything that it holds. */
  readonly entries: ReadonlyMap<RepoPath, Entry>;
  /** The text of each file that is Lua and not a link. */
  readonly texts: ReadonlyMap<RepoPath, ByteText>;
}

export interface TreeText {
  readonly path: RepoPath;
  readonly text: ByteText;
  readonly lua: LuaSource;
  readonly lines: LineIndex;
}

/** What was read from a text serves every refactoring that meets the same bytes: all those of a push. */
const known = new Map<ByteText, LuaSource>();
/** In bytes of source: a tree takes a hundred times as much, and a repository may have more than fits into memory. */
const MOST_KNOWN = 2_000_000;
let size = 0;

export function luaText({ texts, project }: Tree, path: RepoPath): TreeText | undefined {
  const text = texts.get(path);
  if (text === undefined) return undefined;
  const version = versionOf(path, project);
  const before = known.get(text);
  const lua = before?.version === version ? before : new LuaSource(text, version);
  if (lua !== before) keep(text, lua);
  return new LuaText(path, text, lua);
}

class LuaText implements TreeText {
  readonly path: RepoPath;
  readonly text: ByteText;
  readonly lua: LuaSource;
  #lines: LineIndex | undefined;

  constructor(path: RepoPath, text: ByteText, lua: LuaSource) {
    this.path = path;
    this.text = text;
    this.lua = lua;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }
}

function keep(text: ByteText, lua: LuaSource): void {
  if (size + text.length > MOST_KNOWN) {
    known.clear();
    size = 0;
  }
  known.set(text, lua);
  size += text.length;
}

export function isLuaFile({ project, entries }: Pick<Tree, "project" | "entries">, path: RepoPath): boolean {
  const kind = entries.get(path)?.kind;
  return (kind === "file" || kind === "executable") && isLua(path, project);
}
