// What a schema asks for, in words.

import { list } from "../../base/wording.ts";
import { isObject } from "../resolve/merge.ts";
import { follow, sidesOf } from "../schema/schema-at.ts";
import type { KeyPath } from "./fault.ts";

type Schema = Readonly<Record<string, unknown>>;

/** What the named definitions stand for, in the singular and the plural. */
const NOUNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  glob: ["a glob", "globs"],
  root: ["a path or glob", "paths and globs"],
  branchGlob: ["a glob of branch names", "globs of branch names"],
  folder: ["a folder of the repository", "folders"],
  text: ["a text", "texts"],
  name: ["a name of letters, digits, _, - and .", "names"],
  namePattern: ["a Lua name, in which one * may stand for any letters", "Lua names"],
  moduleName: ["a module name", "module names"],
  ruleName: ["the name of a rule", "names of rules"],
  modulePattern: ["a module name, or one that ends in .*", "module names"],
};

export function expectation(schema: Schema, pointer: KeyPath): string {
  if (schema["else"] !== undefined && pointer.at(-2) === "rules") {
    return '"off", "warn", "error" or [level, options]';
  }
  return sidesOf(follow(schema)).map(expect).join(", or ");
}

function expect(schema: Schema): string {
  const { enum: values, type, minimum, maximum, items, name } = schema;
  const noun = typeof name === "string" ? NOUNS[name] : undefined;
  if (noun !== undefined) return noun[0];
  if (Array.isArray(values))
    return list(
      values.map((value) => JSON.stringify(value)),
      "or",
    );
  if (type === "array") return listOf(schema, isObject(items) ? follow(items) : {});
  if (type === "integer" || type === "number") return numberBetween(type, minimum, maximum);
  if (type === "object") return "an object";
  if (type === "boolean") return "true or false";
  return typeof type === "string" ? `a ${type}` : "something else";
}

function listOf({ minItems }: Schema, { name, type }: Schema): string {
  const noun = typeof name === "string" ? NOUNS[name] : undefined;
  const things = noun?.[1] ?? `${String(type ?? "value")}s`;
  return `a list of ${Number(minItems) > 0 ? "one or more " : ""}${things}`;
}

function numberBetween(type: string, minimum: unknown, maximum: unknown): string {
  const what = type === "integer" ? "a whole number" : "a number";
  if (minimum !== undefined && maximum !== undefined) return `${what} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${what}, at least ${minimum}`;
  return maximum === undefined ? what : `${what}, at most ${maximum}`;
}

/** Why a text is not a glob or folder of this repository. */
export function patternHint({ name }: Schema, found: string): string | undefined {
  if (!["glob", "root", "branchGlob", "folder"].includes(String(name))) return undefined;
  if (name === "root" && found === ".") return undefined;
  if (found === "") return "it is empty";
  if (/^([A-Za-z]:[\\/]|\/)/.test(found))
    return "it is absolute and can match nothing: paths begin at the repository";
  if (name !== "folder" && found.startsWith("!"))
    return "nothing is taken out with ! here: list what is meant";
  if (name === "branchGlob" && found.startsWith("refs/"))
    return "write the short name, as `git branch` shows it";
  if (found.includes("\\")) return "the separator is / on every system";
  if (/(^|\/)\.{1,2}(\/|$)/.test(found)) return "it can match nothing: Git's paths hold no . or ..";
  if (found.includes("//")) return "it can match nothing: Git's paths hold no //";
  if (name !== "root" && found.endsWith("/"))
    return name === "folder" ? "leave out the / at the end" : `write ${found}** for all below it`;
  if (name === "folder" && /[*?]/.test(found)) return "this is a folder, not a glob";
  return undefined;
}
