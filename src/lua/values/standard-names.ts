// The globals and modules that each Lua has by itself (reference manuals, the chapter on the standard libraries; a test asks the
// interpreters).
import { LUA_VERSIONS, type LuaVersion } from "../../model/lua-version.ts";

const EVERYWHERE =
  "_G _VERSION assert collectgarbage coroutine debug dofile error getmetatable io ipairs load loadfile math next os package " +
  "pairs pcall print rawequal rawget rawset require select setmetatable string table tonumber tostring type xpcall";
const OF_51 = "gcinfo getfenv loadstring module newproxy setfenv unpack";

const NAMES: Readonly<Record<LuaVersion, string>> = {
  "5.1": OF_51,
  "5.2": "bit32 loadstring module rawlen unpack",
  "5.3": "rawlen utf8",
  "5.4": "rawlen utf8 warn",
  luajit: `${OF_51} bit jit`,
};

/** Modules of LuaJIT that are not globals. */
const LUAJIT_MODULES = /^(?:ffi|jit\..+|table\.(?:new|clear)|string\.buffer)$/;

function names(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(" ")));
}

const LIBRARIES: ReadonlySet<string> = names(
  "_G bit bit32 coroutine debug io jit math os package string table utf8",
);

/** A global that `require` and `package.loaded` give under the same name. */
export function isLibrary(name: string, version: LuaVersion): boolean {
  return LIBRARIES.has(name) && standardNames(version).has(name);
}

/** The globals of a stand-alone Lua. */
export function standardNames(version: LuaVersion): ReadonlySet<string> {
  const known = standard.get(version) ?? names(EVERYWHERE, NAMES[version]);
  standard.set(version, known);
  return known;
}

/** Made for those who ask: a commit without Lua does not. */
const standard = new Map<LuaVersion, ReadonlySet<string>>();

/** Whether some version of Lua has it: whoever reads such a name knows it. */
export function isStandardSomewhere(name: string): boolean {
  return LUA_VERSIONS.some((version) => standardNames(version).has(name));
}

export function isStandardModule(name: string, version: LuaVersion): boolean {
  return standardNames(version).has(name) || (version === "luajit" && LUAJIT_MODULES.test(name));
}

const HARMLESS: ReadonlySet<string> = new Set([
  "assert",
  "getmetatable",
  "ipairs",
  "next",
  "pairs",
  "rawequal",
  "rawget",
  "rawlen",
  "rawset",
  "select",
  "setmetatable",
  "tonumber",
  "tostring",
  "type",
  "os.clock",
  "os.date",
  "os.difftime",
  "os.getenv",
  "os.time",
  "coroutine.create",
  "coroutine.isyieldable",
  "coroutine.running",
  "coroutine.status",
  "coroutine.wrap",
  "debug.getinfo",
  "debug.getlocal",
  "debug.getmetatable",
  "debug.getupvalue",
  "debug.traceback",
  "gcinfo",
  "io.type",
  "jit.status",
  "package.searchpath",
  "unpack",
  "loadstring",
  "newproxy",
  "getfenv",
]);
const HARMLESS_LIBRARIES: ReadonlySet<string> = new Set(["string", "table", "math", "utf8", "bit32", "bit"]);

/** A function of Lua that changes nothing but what it is given. */
export function isHarmless(path: readonly string[]): boolean {
  const [first = "", second] = path;
  if (path.length === 2 && HARMLESS_LIBRARIES.has(first)) return second !== "randomseed";
  return path.length <= 2 && HARMLESS.has(path.join("."));
}

/** Functions of LuaJIT's `ffi` that declare or make things of C. */
const FFI: ReadonlySet<string> = new Set(
  "alignof cast cdef gc istype load metatype new offsetof sizeof string typeof".split(" "),
);

export function isHarmlessOfFfi(path: readonly string[]): boolean {
  return path.length === 1 && FFI.has(path[0] ?? "");
}

/** Methods that hardly anything but a string has. */
export const STRING_METHODS: ReadonlySet<string> = new Set([
  "byte",
  "find",
  "format",
  "gmatch",
  "gsub",
  "len",
  "lower",
  "match",
  "rep",
  "reverse",
  "sub",
  "upper",
]);
