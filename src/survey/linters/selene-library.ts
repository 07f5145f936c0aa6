// A standard library of selene's, recognised by its form, whatever it is called: in YAML `globals` holds the names, in TOML (the older form)
// each name is a table beside `[selene]`.
import { readYaml } from "../../policy/read/read-yaml.ts";
import { broken, type Declaration, firstPart, NOTHING, ofStds } from "./declaration.ts";
import { isTable, readToml, type TomlTable } from "./toml.ts";

/** `isNamed` says that a `selene.toml` beside it names it, so that it has to be one. Any other file may be anything. */
export function readSeleneYaml(text: string, isNamed: boolean): Declaration {
  if (!isNamed && !/^["']?globals["']?[ \t]*:/m.test(text)) return NOTHING;
  const read = readYaml(text);
  if (!read.ok) return isNamed ? broken(`line ${read.error.at.line}: ${read.error.message}`) : NOTHING;
  const { value } = read.value;
  const globals = isTable(value) ? value["globals"] : undefined;
  if (!isTable(value) || !isTable(globals) || !(isNamed || isLibrary(globals))) return NOTHING;
  return { globals: namesIn(globals), written: writtenIn(globals), version: versionOf(value) };
}

export function readSeleneToml(text: string, isNamed: boolean): Declaration {
  if (!isNamed && !text.includes("selene")) return NOTHING;
  const read = readToml(text);
  if (!read.ok) return isNamed ? broken(read.error) : NOTHING;
  const { selene, ...globals } = read.value;
  if (!isTable(selene)) return NOTHING;
  return { globals: namesIn(globals), written: writtenIn(globals), version: versionOf(selene) };
}

/** What is said about a name there. */
const KEYS = new Set(
  "any args deprecated full_write method must_use new_fields property removed struct description".split(" "),
);

function isLibrary(globals: TomlTable): boolean {
  const entries = Object.values(globals);
  return (
    entries.length > 0 &&
    entries.every((entry) => isTable(entry) && Object.keys(entry).every((key) => KEYS.has(key)))
  );
}

/** What a library removes is not there. */
function namesIn(globals: TomlTable): readonly string[] {
  return Object.entries(globals).flatMap(([name, entry]) =>
    isTable(entry) && entry["removed"] === true ? [] : [firstPart(name)],
  );
}

function writtenIn(globals: TomlTable): readonly string[] {
  return Object.entries(globals).flatMap(([name, entry]) =>
    isTable(entry) && (entry["property"] === "full-write" || entry["full_write"] === true) ? [name] : [],
  );
}

function versionOf({ base, lua_versions }: TomlTable): Declaration["version"] {
  const named = [base, ...(Array.isArray(lua_versions) ? lua_versions : [])];
  return ofStds(named.filter((name) => typeof name === "string").flatMap((name) => name.split("+"))).version;
}
