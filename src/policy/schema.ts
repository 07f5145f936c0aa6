// The shape of a policy file, but for the rules' options: those belong to the rules and are composed in at build time.
// `schemas/policy.schema.json`, the types, the validator and the key table of docs/policy.md are all made from it.
// `tsType` is for the type generator alone and does not ship.
import { PRESET_NAMES } from "./presets/names.ts";

type Schema = { readonly [key: string]: unknown };

/** What the schema has to know of a rule. */
export interface RuleShape {
  readonly id: string;
  readonly summary: string;
  readonly options: Schema;
}

/** A list of what a definition describes. Each kind of list is a definition too, so that the validator holds it once. */
const listOf = (name: string): Schema => ({ $ref: `#/$defs/${name}List` });

const listDefinition = (name: string): Schema => ({
  type: "array",
  items: { type: "string", $ref: `#/$defs/${name}` },
  uniqueItems: true,
  tsType: "readonly string[]",
});

const globs = (description: string, fallback: readonly string[] = []): Schema => ({
  description,
  ...listOf("glob"),
  default: fallback,
});

const section = (description: string, properties: Schema, required: readonly string[] = []): Schema => ({
  description,
  type: "object",
  additionalProperties: false,
  properties,
  ...(required.length > 0 ? { required } : {}),
});

const PROPERTIES: Schema = {
  $schema: { description: "Where this schema lies, for editors.", type: "string" },
  extends: {
    description:
      "The built-in preset that every key left out is taken from. Without it only `lua-parse`, `policy-change` and `suppression` are on.",
    enum: PRESET_NAMES,
  },
  root: {
    description: "The folder that holds the code base; `.` is the repository itself.",
    $ref: "#/$defs/folder",
    default: ".",
  },
  lua: section("Which files are Lua, and how module names find them.", {
    files: globs("The files that are Lua. The ending `.lua` counts in any letter case.", ["**/*.lua"]),
    moduleRoots: {
      description: "The folders that module names are resolved in, the first that has the module wins.",
      ...listOf("folder"),
      default: ["."],
    },
    generated: globs("Generated Lua and snapshots: parsed and resolved, not judged, not counted."),
    vendored: globs("Third-party Lua: parsed and resolved, not judged, not counted."),
    scripts: globs("Files that the host runs: they need not return a module and may act when loaded."),
    externals: {
      description:
        "Modules that come from outside the repository: `lfs`, or `socket.*` for all below `socket`.",
      ...listOf("modulePattern"),
      default: [],
    },
  }),
  namespace: section("The name that the library's modules begin with.", {
    canonical: { description: "The name in use.", type: "string", $ref: "#/$defs/moduleName" },
    retired: {
      description: "Names it had before, which nothing may require any more.",
      ...listOf("moduleName"),
      default: [],
    },
  }),
  features: section("A feature is a folder right below `features.root`, and keeps its code in layers.", {
    root: { description: "The folder that holds the features.", $ref: "#/$defs/folder", default: "." },
    layers: {
      description: "The folders of a feature that its own code may require.",
      ...listOf("name"),
      default: [],
    },
  }),
  pure: globs("Files that stay free of the host's API."),
  agentBranches: {
    description: "The branches that coding agents work on.",
    ...listOf("branchGlob"),
    default: [],
  },
  host: section("The program that runs the code.", {
    globals: {
      description: "The globals it declares: they may be read anywhere, and not used in pure files.",
      ...listOf("identifier"),
      default: [],
    },
    modules: {
      description:
        "Modules that are its API too; a name without a dot also stands for the last part of a longer one.",
      ...listOf("moduleName"),
      default: [],
    },
  }),
  shims: section("Temporary adapters.", {
    maxDays: {
      description: "How many days ahead the date of a new shim may lie.",
      type: "integer",
      minimum: 1,
      maximum: 3650,
      default: 30,
    },
  }),
  taskCode: section("How the title of a commit names its task.", {
    patterns: {
      description:
        "Regular expressions, each with a group `(?<code>…)`; a title names a task when one of them matches.",
      ...listOf("text"),
      default: [],
    },
    examples: {
      description: "Titles to show to somebody whose title names none. Each has to match a pattern.",
      ...listOf("text"),
      default: [],
    },
  }),
  rules: { $ref: "#/$defs/rules" },
  overrides: {
    description: "Other settings on some branches or for some files. A later entry wins.",
    type: "array",
    items: {
      ...section(
        "Holds where the branch and the file match; one that is left out always does.",
        {
          branches: { $ref: "#/$defs/branches" },
          files: { ...globs("The files it is for."), minItems: 1 },
          rules: { $ref: "#/$defs/rules" },
          reason: { description: "Why, for those who read the policy.", type: "string" },
        },
        ["rules"],
      ),
      anyOf: [{ required: ["branches"] }, { required: ["files"] }],
    },
    default: [],
  },
  mayOverride: {
    description:
      "Which rules a commit may override with a trailer `Arkitekt-Override: <rule>: <reason>`, and where.",
    type: "array",
    items: section(
      "A permission.",
      { rules: { $ref: "#/$defs/ruleNames" }, branches: { $ref: "#/$defs/branches" } },
      ["rules", "branches"],
    ),
    default: [{ rules: "all", branches: "people" }],
  },
  transforms: {
    description: "Formatters and generators whose outputs a push must leave as they would be written again.",
    type: "array",
    items: section(
      "A program that turns files of the repository into files of the repository.",
      {
        name: { description: "What messages call it.", type: "string", $ref: "#/$defs/name" },
        run: {
          description:
            "The program and its arguments; no shell. `{inputs}` stands for the paths of the inputs.",
          type: "array",
          items: { type: "string" },
          minItems: 1,
        },
        inputs: { ...globs("The files it reads."), minItems: 1 },
        outputs: globs("The files it writes; the inputs themselves when left out."),
        seconds: {
          description: "How long it may take.",
          type: "integer",
          minimum: 1,
          maximum: 3600,
          default: 60,
        },
      },
      ["name", "run", "inputs"],
    ),
    default: [],
  },
  limits: section("What the gate reads at most.", {
    fileBytes: {
      description: "The largest file that is looked into, in bytes; a larger one is reported as skipped.",
      type: "integer",
      minimum: 1024,
      maximum: 268435456,
      default: 16777216,
    },
  }),
  handoff: section("Spec requests.", {
    projects: {
      description: "The projects that a request may be for.",
      ...listOf("name"),
      default: ["jsonld", "markdown_ld"],
    },
  }),
};

const NOT_ABSOLUTE = "(?!/|[A-Za-z]:[\\\\/])";
const NO_DOT_SEGMENT = "(?!(?:[\\s\\S]*/)?\\.{1,2}(?:/|$))";
const NO_EMPTY_SEGMENT = "(?![\\s\\S]*//)";

const DEFINITIONS: Schema = {
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
  folder: {
    description: "A folder of the repository, without a slash at the end; `.` is the repository itself.",
    type: "string",
    pattern: `^(?:\\.|${NOT_ABSOLUTE}${NO_DOT_SEGMENT}${NO_EMPTY_SEGMENT}[^\\\\*?]*[^\\\\/*?])$`,
  },
  text: { type: "string", pattern: "\\S" },
  name: { type: "string", pattern: "^[A-Za-z0-9_][A-Za-z0-9_.-]*$" },
  identifier: { type: "string", pattern: "^[A-Za-z_][A-Za-z0-9_]*$" },
  moduleName: { type: "string", pattern: "^[^\\s.\\\\/*'\"]+(?:\\.[^\\s.\\\\/*'\"]+)*$" },
  modulePattern: { type: "string", pattern: "^[^\\s.\\\\/*'\"]+(?:\\.[^\\s.\\\\/*'\"]+)*(?:\\.\\*)?$" },
  ...Object.fromEntries(
    ["glob", "branchGlob", "folder", "text", "name", "identifier", "moduleName", "modulePattern"].map(
      (name) => [`${name}List`, listDefinition(name)],
    ),
  ),
  branches: {
    description: "`agents`: the agent branches; `people`: all others; or globs.",
    if: { type: "array" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { ...listOf("branchGlob"), minItems: 1 },
    else: { enum: ["agents", "people"] },
    tsType: '"agents" | "people" | readonly string[]',
  },
  level: {
    description: "`off`: not looked at; `warn`: said; `error`: stops the commit.",
    enum: ["off", "warn", "error"],
  },
};

/** The whole schema of a policy file, for the given rules. Draft 2020-12. */
export function composeSchema(rules: readonly RuleShape[]): Schema {
  const ids = rules.map(({ id }) => id);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Policy of arkitekt",
    type: "object",
    additionalProperties: false,
    properties: PROPERTIES,
    $defs: {
      ...DEFINITIONS,
      // A definition each, so that the validator has a function each, and an engine compiles those that are needed.
      ...Object.fromEntries(rules.map((rule) => [`setting-${rule.id}`, settingSchema(rule)])),
      ruleName: { type: "string", enum: ids },
      ruleNameList: listDefinition("ruleName"),
      ruleNames: {
        description: "`all`, or the rules by name.",
        if: { type: "array" },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { ...listOf("ruleName"), minItems: 1 },
        else: { enum: ["all"] },
        tsType: '"all" | readonly string[]',
      },
      rules: {
        description: 'The level of each rule, or its level and options: `"warn"`, `["error", { … }]`.',
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(ids.map((id) => [id, { $ref: `#/$defs/setting-${id}` }])),
        tsType: "Readonly<Record<string, RuleEntry>>",
      },
    },
  };
}

function settingSchema({ summary, options }: RuleShape): Schema {
  return {
    description: summary,
    if: { type: "array" },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      type: "array",
      prefixItems: [{ $ref: "#/$defs/level" }, withDefinitions(options)],
      items: false,
      minItems: 1,
    },
    else: { $ref: "#/$defs/level" },
    tsType: "RuleEntry",
  };
}

/** A rule asks for one of our definitions with `format: "glob"`: its schema can then be read without ours. */
function withDefinitions(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withDefinitions);
  if (typeof schema !== "object" || schema === null) return schema;
  const { format, ...rest } = { format: undefined, ...schema };
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withDefinitions(value)]));
  if (format === undefined) return inner;
  return typeof format === "string" && format in DEFINITIONS
    ? { ...inner, $ref: `#/$defs/${format}` }
    : { ...inner, format };
}
