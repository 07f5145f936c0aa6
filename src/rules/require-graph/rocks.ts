// What a rockspec asks for, and which modules that brings.
import { type LuaData, readLuaData } from "../../lua/lua-data.ts";

/** The names in `dependencies = { "lua >= 5.1", "inspect ~> 3" }`, including those for tests and builds, and for single platforms. */
export function rocksIn(rockspec: string): readonly string[] {
  const read = readLuaData(rockspec);
  if (!read.ok) return [];
  const lists = [...read.value.fields].filter(([key]) => /^(?:\w+_)?dependencies$/.test(key));
  return lists
    .flatMap(([, list]) => textsIn(list))
    .map((text) => /^\s*(?:[\w-]+\/)?([\w.-]+)/.exec(text)?.[1] ?? "")
    .filter((name) => name !== "" && name !== "lua");
}

/** `platforms = { unix = { … } }` lies inside a list of dependencies. */
function textsIn(data: LuaData): readonly string[] {
  if (data.kind === "text") return [data.text];
  return data.kind === "table" ? [...data.items, ...data.fields.values()].flatMap(textsIn) : [];
}

/** Rocks whose modules have other names. */
const CALLED: Readonly<Record<string, readonly string[]>> = {
  luafilesystem: ["lfs"],
  luasocket: ["socket", "mime", "ltn12"],
  luasec: ["ssl"],
  penlight: ["pl"],
  lyaml: ["yaml", "lyaml"],
  "lua-messagepack": ["MessagePack"],
  ansicolors: ["ansicolors"],
  lrexlib: ["rex_pcre"],
};

/** `lua-cjson` gives `cjson`, `inspect` gives `inspect`, `lua-resty-http` gives `resty.http`. */
export function rockGives(rock: string, module: string): boolean {
  const [first = ""] = module.split(".");
  const called = CALLED[rock.toLowerCase()];
  if (called !== undefined) return called.includes(first);
  const wanted = plain(rock);
  return (
    wanted !== "" && (wanted === plain(first) || wanted === plain(module) || wanted === plain(lastOf(module)))
  );
}

function lastOf(module: string): string {
  return module.slice(module.lastIndexOf(".") + 1);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^lua[-_.]?(?=.)|(?:[-_.]lua|\.lua)$/g, "")
    .replaceAll(/[^a-z0-9]/g, "");
}
