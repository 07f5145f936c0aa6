import type { ByteRange } from "../base/position.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * A file in Lua's form that no program requires: a rockspec is data whose fields are globals; `.d.lua`, and annotations with
 * `---@meta` or without code, tell a language server what others define. They are parsed; how a module looks is nothing to them.
 */
export function isDeclaration({ path, text, lua }: Pick<SourceFile, "path" | "text" | "lua">): boolean {
  if (/\.(?:rockspec|d\.lua)$/i.test(path)) return true;
  if (!ANNOTATION.test(text)) return false;
  const code = firstCode(text, lua.comments);
  return META.test(text.slice(0, code)) || code === text.length;
}

const ANNOTATION = /---[ \t]*@\w/;
const META = /^[ \t]*---[ \t]*@meta\b/m;

/** Where the first thing stands that is not a comment; the length of the text if nothing does. */
function firstCode(text: string, comments: readonly ByteRange[]): number {
  let at = /^\xef\xbb\xbf/.test(text) ? 3 : 0;
  for (const { start, end } of comments) {
    if (text.slice(at, start).trim() !== "") break;
    at = end;
  }
  const rest = text.slice(at).search(/\S/);
  return rest < 0 ? text.length : at + rest;
}
