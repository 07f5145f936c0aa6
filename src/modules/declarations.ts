import type { ByteRange } from "../base/position.ts";
import type { SourceFile } from "./source-file.ts";

/**
 * A file in Lua's form that no program requires: a rockspec is data whose fields are globals; `.d.lua`, and annotations with
 * `---@meta` or without code, tell a language server what others define. They are parsed; how a module looks is nothing to them.
 */
export function isDeclaration({ path, text, lua }: Pick<SourceFile, "path" | "text" | "lua">): boolean {
  if (/\.(?:rockspec|d\.lua)$/i.test(path)) return true;
  if (!ANNOTATION.test(text)) return false;
  const start = firstLine(text);
  const code = firstCode(text, start, lua.comments);
  return META.test(text.slice(start, code)) || code === text.length;
}

const ANNOTATION = /---[ \t]*@\w/;
const META = /^[ \t]*---[ \t]*@meta\b/m;

/** Behind a byte order mark and a line that names the interpreter: `#!/usr/bin/env lua`. */
function firstLine(text: string): number {
  return /^(?:\xef\xbb\xbf)?(?:#[^\r\n]*)?/.exec(text)?.[0].length ?? 0;
}

/** Where the first thing stands that is not a comment; the length of the text if nothing does. */
function firstCode(text: string, start: number, comments: readonly ByteRange[]): number {
  let at = start;
  for (const { start, end } of comments) {
    if (text.slice(at, start).trim() !== "") break;
    at = end;
  }
  const rest = text.slice(at).search(/\S/);
  return rest < 0 ? text.length : at + rest;
}
