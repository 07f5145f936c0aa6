/** The globals of a stand-alone Lua 5.3 (reference manual, chapter 6). */
export const STANDARD_NAMES: ReadonlySet<string> = new Set([
  "_G",
  "_VERSION",
  "assert",
  "collectgarbage",
  "coroutine",
  "debug",
  "dofile",
  "error",
  "getmetatable",
  "io",
  "ipairs",
  "load",
  "loadfile",
  "math",
  "next",
  "os",
  "package",
  "pairs",
  "pcall",
  "print",
  "rawequal",
  "rawget",
  "rawlen",
  "rawset",
  "require",
  "select",
  "setmetatable",
  "string",
  "table",
  "tonumber",
  "tostring",
  "type",
  "utf8",
  "xpcall",
]);

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
  "package.searchpath",
]);
const HARMLESS_LIBRARIES: ReadonlySet<string> = new Set(["string", "table", "math", "utf8"]);

/** A function of Lua that changes nothing but what it is given. */
export function isHarmless(path: readonly string[]): boolean {
  const [first = "", second] = path;
  if (path.length === 2 && HARMLESS_LIBRARIES.has(first)) return second !== "randomseed";
  return path.length <= 2 && HARMLESS.has(path.join("."));
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
