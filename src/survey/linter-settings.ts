// What the settings of linters and editors declare. They are programs or data of others: read by their form, never run.
import type { RepoPath } from "../base/repo-path.ts";
import type { LuaVersion } from "../model/lua-version.ts";
import { HOSTS } from "./hosts.ts";
import { nameOf } from "./tree.ts";

export interface Declared {
  readonly globals: ReadonlySet<string>;
  readonly version: LuaVersion | undefined;
  /** The files that something was read from. */
  readonly from: readonly RepoPath[];
}

/** Names of the files that `declaredBy` understands. */
export function isLinterSetting(path: RepoPath): boolean {
  return /(?:^|\/)(?:\.luacheckrc|\.luarc\.jsonc?|\.vscode\/settings\.json|[\w-]+\.ya?ml|[\w-]+\.toml|[^/]+\.rockspec)$/.test(
    path,
  );
}

export function declaredBy(settings: ReadonlyMap<RepoPath, string>): Declared {
  const globals = new Set<string>();
  const from: RepoPath[] = [];
  let version: LuaVersion | undefined;
  // What lies at the top speaks for all; what a rockspec says it runs on comes after what a linter is told.
  const weight = (path: RepoPath) => path.split("/").length + (path.endsWith(".rockspec") ? 100 : 0);
  for (const [path, text] of [...settings].sort(([a], [b]) => weight(a) - weight(b))) {
    const found = readOne(nameOf(path), text);
    if (found === undefined) continue;
    for (const name of found.globals) if (/^[A-Za-z_]\w*$/.test(name)) globals.add(name);
    version ??= found.version;
    if (found.globals.length > 0 || found.version !== undefined) from.push(path);
  }
  return { globals, version, from };
}

interface Found {
  readonly globals: readonly string[];
  readonly version: LuaVersion | undefined;
}

function readOne(name: string, text: string): Found | undefined {
  if (name === ".luacheckrc") return luacheck(text);
  if (/^\.luarc\.jsonc?$|^settings\.json$/.test(name)) return languageServer(text);
  if (name.endsWith(".rockspec")) return { globals: [], version: rockVersion(text) };
  if (name === "selene.toml")
    return ofStds(text.match(/^std\s*=\s*["']([\w+]+)["']/m)?.[1]?.split("+") ?? []);
  // selene's own standard libraries: a mapping of names, in YAML, or a table for each, in TOML.
  if (/\.ya?ml$/.test(name) && /^globals:/m.test(text))
    return { globals: seleneYaml(text), version: base(text) };
  if (/\.toml$/.test(name) && /^\[selene\]/m.test(text))
    return { globals: seleneToml(text), version: base(text) };
  return undefined;
}

/** `globals = { … }`, `read_globals = { … }`, `std = "luajit+busted"`, also inside `files[…]` and `stds.x`. */
function luacheck(text: string): Found {
  const plain = text.replaceAll(/--\[(=*)\[[\s\S]*?\]\1\]/g, " ").replaceAll(/--[^\n]*/g, " ");
  const globals: string[] = [];
  for (const { index, 0: head } of plain.matchAll(/\b(?:new_)?(?:read_)?globals\s*=\s*\{/g)) {
    globals.push(...topNames(plain.slice(index + head.length)));
  }
  const stds = [...plain.matchAll(/\bstd\s*=\s*["']([\w+]+)["']/g)].flatMap(([, std = ""]) => std.split("+"));
  const known = ofStds(stds);
  return { globals: [...globals, ...known.globals], version: known.version };
}

function ofStds(stds: readonly string[]): Found {
  return {
    globals: HOSTS.filter(({ std }) => std.some((name) => stds.includes(name))).flatMap(
      ({ globals }) => globals,
    ),
    version: stds.map((std) => STD_VERSIONS[std]).find((each) => each !== undefined),
  };
}

/** `lua >= 5.1`: it has to run there, so it is written in that. */
function rockVersion(text: string): LuaVersion | undefined {
  const [, version] = /["']lua\s*(?:>=|==|~>)\s*(5\.[1-4])/.exec(text) ?? [];
  return version as LuaVersion | undefined;
}

const STD_VERSIONS: Readonly<Record<string, LuaVersion>> = {
  lua51: "5.1",
  lua52: "5.2",
  lua53: "5.3",
  lua54: "5.4",
  luajit: "luajit",
  ngx_lua: "luajit",
};

/** Of a table's text, behind its brace: the strings that stand right in it, and the keys of its tables. */
function topNames(text: string): readonly string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [token, , string, key] of text.matchAll(/(["'])([\w.]+)\1|([A-Za-z_]\w*)\s*=|[{}]/g)) {
    if (token === "{") depth++;
    else if (token === "}") {
      if (depth === 0) break;
      depth--;
    } else if (depth === 0) names.push(...(string ?? key ?? "").split(".").slice(0, 1));
  }
  return names;
}

/** The language server's settings, with or without dots in the keys. */
function languageServer(text: string): Found {
  const plain = text.replaceAll(/^\s*\/\/.*$/gm, "");
  const [, list = ""] = /"(?:Lua\.)?(?:diagnostics\.)?globals"\s*:\s*\[([^\]]*)\]/.exec(plain) ?? [];
  const libraries = HOSTS.filter(({ std }) => std.some((each) => plain.includes(`/${each}`)));
  const globals = [
    ...[...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name),
    ...libraries.flatMap((host) => host.globals),
  ];
  const [, version = ""] = /"(?:Lua\.)?(?:runtime\.)?version"\s*:\s*"([^"]+)"/.exec(plain) ?? [];
  return {
    globals,
    version: version === "LuaJIT" ? "luajit" : (/^Lua (5\.[1-4])$/.exec(version)?.[1] as LuaVersion),
  };
}

function seleneYaml(text: string): readonly string[] {
  const [, body = ""] = /^globals:[^\n]*\n((?:[ \t#].*\n|\n)*)/m.exec(`${text}\n`) ?? [];
  const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? "  ";
  return [...body.matchAll(new RegExp(`^${indent}["']?([A-Za-z_]\\w*)`, "gm"))].map(([, name = ""]) => name);
}

function seleneToml(text: string): readonly string[] {
  return [...text.matchAll(/^\[([A-Za-z_]\w*)/gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "selene");
}

function base(text: string): LuaVersion | undefined {
  const [, std] = /\b(?:base|lua_versions?)\s*[:=]\s*["'[\s-]*(lua5[1-4]|luajit)/.exec(text) ?? [];
  return std === undefined ? undefined : std === "luajit" ? std : (`5.${std.slice(-1)}` as LuaVersion);
}
