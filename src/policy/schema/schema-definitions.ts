// The kinds of values that a policy is made of.
import { LUA_VERSIONS } from "../../model/lua-version.ts";
import type { JsonSchema } from "../../model/option.ts";

/** A list of what a definition describes. Each kind of list is a definition too, so that the validator holds it once. */
export const listOf = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}List` });

export const listDefinition = (name: string): JsonSchema => ({
  type: "array",
  items: { type: "string", $ref: `#/$defs/${name}` },
  uniqueItems: true,
});

const NOT_ABSOLUTE = "(?!/|[A-Za-z]:[\\\\/])";
const NO_DOT_SEGMENT = "(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))";
const NO_EMPTY_SEGMENT = "(?![\\s\\S]*//)";

/** A folder in which `*` may stand for one of its parts. */
export const PACKAGE = `^(?!\\.$)${NOT_ABSOLUTE}${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}(?:\\*|[^\\\\*?/]+)(?:/(?:\\*|[^\\\\*?/]+))*$`;

export const MODULE_NAME = "^[^\\s.\\\\/*'\"]+(?:[./][^\\s.\\\\/*'\"]+)*$";

const FOLDER = `^(?:\\.|${NOT_ABSOLUTE}${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}[^\\\\*?]*[^\\\\/*?])$`;

export const DEFINITIONS: JsonSchema = {
  glob: {
    description:
      "Matches paths as Git names them. `*` stays inside a folder, `**` crosses folders; letter case counts.",
    type: "string",
    pattern: `^(?!!)${NOT_ABSOLUTE}${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}[^\\\\]*[^\\\\/]$`,
  },
  root: {
    description: "A file, a folder with all below it, or a glob; `.` is the whole repository.",
    type: "string",
    pattern: `^(?:\\.|(?!!)${NOT_ABSOLUTE}${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}[^\\\\]+)$`,
  },
  branchGlob: {
    description: "Matches branch names as `git branch` shows them.",
    type: "string",
    pattern: `^(?!!|refs/)${NOT_ABSOLUTE}${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}[^\\\\\\s]*[^\\\\/\\s]$`,
  },
  refGlob: {
    description: "Matches whole names of refs, `refs/tags/**`.",
    type: "string",
    pattern: `^refs/(?!heads/)${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}[^\\\\\\s]*[^\\\\/\\s]$`,
  },
  folder: {
    description: "A folder of the repository, without a slash at the end; `.` is the repository itself.",
    type: "string",
    pattern: FOLDER,
  },
  text: { type: "string", pattern: "\\S" },
  name: { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" },
  namePattern: { type: "string", pattern: "^(?:[A-Za-z_][A-Za-z0-9_]*\\*?[A-Za-z0-9_]*|\\*[A-Za-z0-9_]+)$" },
  moduleName: { type: "string", pattern: MODULE_NAME },
  modulePattern: { type: "string", pattern: "^[^\\s.\\\\/*'\"]+(?:[./][^\\s.\\\\/*'\"]+)*(?:[./]\\*)?$" },
  ...Object.fromEntries(
    [
      "glob",
      "branchGlob",
      "refGlob",
      "folder",
      "text",
      "name",
      "namePattern",
      "moduleName",
      "modulePattern",
    ].map((name) => [`${name}List`, listDefinition(name)]),
  ),
  luaVersion: { enum: LUA_VERSIONS },
  luaVersions: {
    if: { type: "object" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      type: "object",
      patternProperties: { [FOLDER]: { $ref: "#/$defs/luaVersion" } },
      additionalProperties: false,
    },
    else: { $ref: "#/$defs/luaVersion" },
  },
  branches: {
    description: "`agents`: the agent branches; `people`: all others; or globs.",
    if: { type: "array" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { ...listOf("branchGlob"), minItems: 1 },
    else: { enum: ["agents", "people"] },
  },
  level: {
    description: "`off`: not looked at; `warn`: said; `error`: stops the commit.",
    enum: ["off", "warn", "error"],
  },
};
