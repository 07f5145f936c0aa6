// What one file of settings declares, whichever tool it is for.
import type { LuaVersion } from "../../model/lua-version.ts";
import { HOSTS } from "../hosts.ts";

/** What a reader of settings makes of a text; `unread` says where and why it can't be read, or only in part. */
export interface Declaration {
  readonly globals: readonly string[];
  /** Those of them that code may set as well. */
  readonly written?: readonly string[];
  readonly version: LuaVersion | undefined;
  /** Globals for only some files: a glob from the settings' own folder. */
  readonly inFiles?: readonly FileGlobals[];
  readonly unread?: Unread;
}

export interface Unread {
  readonly much: "all" | "part";
  readonly why: string;
}

export interface FileGlobals {
  readonly glob: string;
  readonly globals: readonly string[];
}

export const NOTHING: Declaration = { globals: [], version: undefined };

/** For a file that is broken. */
export function broken(why: string): Declaration {
  return { ...NOTHING, unread: { much: "all", why } };
}

/** By the names that linters use: hosts' globals, and the version of Lua. */
export function ofStds(stds: readonly string[]): Declaration {
  return {
    globals: HOSTS.filter(({ std }) => std.some((name) => stds.includes(name))).flatMap(
      ({ globals }) => globals,
    ),
    version: stds.map(versionOf).find((each) => each !== undefined),
  };
}

/** `lua51`, `lua53c` (with what it has for the versions before), `luajit`. */
function versionOf(std: string): LuaVersion | undefined {
  if (std === "luajit" || std === "ngx_lua") return "luajit";
  const [, minor] = /^lua5([1-4])c?$/.exec(std) ?? [];
  return minor === undefined ? undefined : (`5.${minor}` as LuaVersion);
}

/** `^FCVAR_`, `FCVAR_.*`, `FCVAR_%u+`: the names with that beginning, as a policy has them; undefined for what is less plain. */
export function nameOfPattern(pattern: string): string | undefined {
  const [, start, rest] = /^\^?([A-Za-z_]\w*)((?:\.|%\w|\\w|\[[^\]]*\])[*+-])?\$?$/.exec(pattern) ?? [];
  const isOpen = rest !== undefined || (pattern.startsWith("^") && !pattern.endsWith("$"));
  return start === undefined ? undefined : isOpen ? `${start}*` : start;
}

/** `vim.api` declares a field of `vim`. */
export function firstPart(name: string): string {
  return name.split(".", 1)[0] ?? "";
}
