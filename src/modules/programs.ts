// Programs in Lua whose names have no ending: the system knows them by their first line, and so do we.
import type { RepoPath } from "../base/repo-path.ts";
import { LUA_VERSIONS, type LuaVersion } from "../model/lua-version.ts";

/** Whether a file's name has no ending, so that only its first line can tell what it is. */
export function hasNoEnding(path: RepoPath): boolean {
  return !path.slice(path.lastIndexOf("/") + 1).includes(".");
}

export interface LuaProgram {
  /** Undefined for `#!/usr/bin/env lua`, which runs whatever is there. */
  readonly version: LuaVersion | undefined;
}

/** What runs a text whose first line is `#!…lua`; undefined for every other text. */
export function programIn(text: string): LuaProgram | undefined {
  if (!text.startsWith("#!")) return undefined;
  const words = text.slice(2, LONGEST_LINE).split("\n", 1)[0]?.trim().split(/\s+/) ?? [];
  const [first = "", ...rest] = words.map((word) => word.slice(word.lastIndexOf("/") + 1));
  // `env -S FOO=1 lua5.4 -W`
  const name = first === "env" ? rest.find((word) => !/^-|=/.test(word)) : first;
  const [, kind, number = ""] = /^[a-z]*(lua|luajit)(?:[-.]?(\d[\w.-]*))?$/.exec(name ?? "") ?? [];
  if (kind === undefined) return undefined;
  const digits = number.replace(/\D/g, "");
  const version = LUA_VERSIONS.find((each) => each.replace(".", "") === digits.slice(0, 2));
  return { version: kind === "luajit" ? "luajit" : version };
}

/** In bytes; no system reads a longer one. */
const LONGEST_LINE = 512;

/** Whether a text's own first lines say that it is started: a shebang, or the header of a REAPER action. */
export function startsItself(text: string): boolean {
  return programIn(text) !== undefined || isReaperAction(text);
}

/** As ReaPack's index is made from it: comments at the head with a version and a description; a library has `@noindex`. */
function isReaperAction(text: string): boolean {
  if (!/^\s*--/.test(text)) return false;
  const head =
    /^(?:\s*--\[(=*)\[[\s\S]{0,20000}?\]\1\]|(?:[ \t]*--[^\n]*\n|[ \t]*\r?\n){1,200})/.exec(text)?.[0] ?? "";
  const says = (tag: string) => new RegExp(`^[ \\t]*(?:--+[ \\t]*)?@${tag}\\b`, "im").test(head);
  return says("version") && says("(?:description|about|author)") && !says("noindex");
}
