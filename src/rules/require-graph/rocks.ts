// What a rockspec asks for, and which modules that brings.

/** The names in `dependencies = { "lua >= 5.1", "inspect ~> 3" }`, also of tests and builds. */
export function rocksIn(rockspec: string): readonly string[] {
  const plain = rockspec.replaceAll(/--[^\n]*/g, "");
  const lists = [...plain.matchAll(/\b(?:\w+_)?dependencies\s*=\s*\{([^}]*)\}/g)].map(
    ([, list = ""]) => list,
  );
  return lists.flatMap((list) =>
    [...list.matchAll(/["']\s*(?:[\w-]+\/)?([\w.-]+)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => name !== "lua"),
  );
}

/** Rocks whose modules are called otherwise. */
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
