// `.luacheckrc` is a program in Lua that sets options, or returns them: https://luacheck.readthedocs.io/en/stable/config.html

import { emptyTable, type LuaData, type LuaDataTable, readLuaData } from "../../lua/lua-data.ts";
import {
  broken,
  type Declaration,
  type FileGlobals,
  firstPart,
  nameOfPattern,
  ofStds,
} from "./declaration.ts";

export function readLuacheckrc(text: string): Declaration {
  const read = readLuaData(text);
  if (!read.ok) return broken(read.error);
  const options = read.value;
  const lost = new Lost();
  if (options.unknownLine !== undefined) lost.note("what it returns", options.unknownLine);
  const stds = tableIn(options, "stds");
  const top = setBy(options, stds, lost);
  const files = tableIn(options, "files");
  if (files.unknownLine !== undefined) lost.note("files", files.unknownLine);
  const inFiles: FileGlobals[] = [...files.fields].flatMap(([pattern, own]) => {
    const { globals } = own.kind === "table" ? setBy(own, stds, lost) : { globals: [] };
    return globals.length === 0 ? [] : [{ glob: asGlob(pattern), globals }];
  });
  return {
    ...top,
    inFiles,
    ...(lost.said === undefined ? {} : { unread: { much: "part", why: lost.said } }),
  };
}

/** The options that name globals, those that may be set first; those of `stds` and of `files[…]` are the same. */
const WRITTEN = ["globals", "new_globals"];
const READ = ["read_globals", "new_read_globals"];

function setBy(options: LuaDataTable, stds: LuaDataTable, lost: Lost): Declaration {
  const own = namesOf(options, lost);
  const std = options.fields.get("std");
  const known = std?.kind === "table" ? namesOf(std, lost) : named(std, stds, lost);
  const taken = new Set(namesIn(options.fields.get("not_globals"), "not_globals", lost));
  const left = (names: readonly string[] = []) => names.filter((name) => !taken.has(name));
  return {
    globals: left([...own.globals, ...known.globals, ...ignoredReads(options)]),
    written: left([...own.written, ...(known.written ?? [])]),
    version: "version" in known ? known.version : undefined,
  };
}

/** `ignore = { "113/FCVAR_.*" }`: reads of undefined globals with these names are ignored. A code alone says nothing about names. */
function ignoredReads(options: LuaDataTable): readonly string[] {
  return tableIn(options, "ignore").items.flatMap((item) => {
    const [, name] = (item.kind === "text" && /^(?:1|11|11\.|113)\/(.+)$/.exec(item.text)) || [];
    return name === undefined ? [] : (nameOfPattern(name) ?? []);
  });
}

/** `luajit+busted`, `+mine`: each is known to linters, or defined in `stds`. */
function named(std: LuaData | undefined, stds: LuaDataTable, lost: Lost): Declaration {
  if (std?.kind === "unknown") lost.note("std", std.line);
  const names = std?.kind === "text" ? std.text.split("+").filter((name) => name !== "") : [];
  const own = names.flatMap((name) => {
    const defined = stds.fields.get(name);
    if (defined?.kind === "unknown") lost.note(`stds.${name}`, defined.line);
    return defined?.kind === "table" ? [namesOf(defined, lost)] : [];
  });
  const known = ofStds(names);
  return {
    globals: [...own.flatMap(({ globals }) => globals), ...known.globals],
    written: own.flatMap(({ written }) => written),
    version: known.version,
  };
}

interface Names {
  readonly globals: readonly string[];
  readonly written: readonly string[];
}

/** What options say, or a std. */
function namesOf(options: LuaDataTable, lost: Lost): Names {
  const listed = (keys: readonly string[]) =>
    keys.flatMap((key) => namesIn(options.fields.get(key), key, lost));
  const written = listed(WRITTEN);
  return { globals: [...written, ...listed(READ)], written };
}

/** `{ "a", "b.c", d = { fields = … } }` */
function namesIn(list: LuaData | undefined, key: string, lost: Lost): readonly string[] {
  if (list?.kind === "unknown") lost.note(key, list.line);
  if (list?.kind !== "table") return [];
  if (list.unknownLine !== undefined) lost.note(key, list.unknownLine);
  const items = list.items.flatMap((item) => {
    if (item.kind === "unknown") lost.note(key, item.line);
    return item.kind === "text" ? [item.text] : [];
  });
  const fields = [...list.fields].flatMap(([name, value]) => (value.kind === "nothing" ? [] : [name]));
  return [...items, ...fields].map(firstPart);
}

function tableIn(options: LuaDataTable, key: string): LuaDataTable {
  const found = options.fields.get(key);
  if (found?.kind === "table") return found;
  return found?.kind === "unknown" ? { ...emptyTable(), unknownLine: found.line } : emptyTable();
}

/** Its patterns are globs from its own folder; the name of a folder means everything in it. */
function asGlob(pattern: string): string {
  const plain = pattern.replace(/^(?:\.\/)+/, "").replace(/\/+$/, "");
  if (plain === "" || plain === ".") return "**";
  return /[*?[]|\.\w+$/.test(plain) ? plain : `${plain}/**`;
}

/** What only a run of the file would show: the first such thing is reported. */
class Lost {
  #first: { readonly key: string; readonly line: number } | undefined;

  note(key: string, line: number): void {
    if (this.#first === undefined || line < this.#first.line) this.#first = { key, line };
  }

  get said(): string | undefined {
    if (this.#first === undefined) return undefined;
    const { key, line } = this.#first;
    return `line ${line}: ${key} is computed when luacheck runs it; what is written out there was taken`;
  }
}
