// The settings of the Lua language server, in `.luarc.json` or in an editor's settings: `{ "diagnostics.globals": … }`,
// `{ "diagnostics": { "globals": … } }`, each with or without `Lua` before it.
import type { JsonNode } from "../../json/tree.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { HOSTS } from "../hosts.ts";
import { broken, type Declaration, NOTHING, nameOfPattern } from "./declaration.ts";
import { readJsonWithComments } from "./json-with-comments.ts";

export function readLanguageServer(text: string): Declaration {
  if (text.trim() === "") return NOTHING;
  const read = readJsonWithComments(text);
  if (!read.ok) return broken(read.error);
  const root = read.value;
  const libraries = textsIn(settingOf(root, "workspace.library"));
  const hosts = HOSTS.filter(({ std }) =>
    std.some((name) => libraries.some((path) => path.includes(`/${name}`))),
  );
  const named = textsIn(settingOf(root, "diagnostics.globals"));
  const families = textsIn(settingOf(root, "diagnostics.globalsRegex")).flatMap(
    (each) => nameOfPattern(each) ?? [],
  );
  return {
    globals: [...named, ...families, ...hosts.flatMap(({ globals }) => globals)],
    written: named,
    version: versionOf(settingOf(root, "runtime.version")),
  };
}

function versionOf(node: JsonNode | undefined): LuaVersion | undefined {
  if (node?.kind !== "string") return undefined;
  if (node.text === "LuaJIT") return "luajit";
  return /^Lua (5\.[1-4])$/.exec(node.text)?.[1] as LuaVersion | undefined;
}

function settingOf(root: JsonNode, name: string): JsonNode | undefined {
  return found(root, name) ?? found(root, `Lua.${name}`);
}

/** A dot in the name is a dot in a key, or a step into an object. */
function found(node: JsonNode, name: string): JsonNode | undefined {
  if (node.kind !== "object") return undefined;
  for (const { key, value } of [...node.members].reverse()) {
    if (key === name) return value;
    const inner = name.startsWith(`${key}.`) ? found(value, name.slice(key.length + 1)) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The names in a list, or the keys of an object, as libraries used to be written. */
function textsIn(node: JsonNode | undefined): readonly string[] {
  if (node?.kind === "object") return node.members.map(({ key }) => key);
  if (node?.kind !== "array") return [];
  return node.items.flatMap(({ value }) => (value.kind === "string" ? [value.text] : []));
}
