// Every key of a policy, but for the rules' options: what it means, what it takes, what holds when it is left out.
import { JUDGED_REFS } from "../../model/judged-refs.ts";
import { PRESET_NAMES } from "../presets/names.ts";
import { listOf, type Schema } from "./schema-definitions.ts";

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

export const PROPERTIES: Schema = {
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
    files: globs(
      "The files that are Lua, whatever their ending: `**/*.script`, `**/*.rockspec`. The ending `.lua` counts in any letter case.",
      ["**/*.lua"],
    ),
    version: {
      description:
        'The Lua that is written here: `5.1`, `5.2`, `5.3`, `5.4` or `luajit`; or one for each folder, the deepest counts: `{ ".": "5.3", "addons": "luajit" }`.',
      $ref: "#/$defs/luaVersions",
      default: "5.3",
    },
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
  fixers: {
    description:
      'What `arkitekt fix` runs, as lint-staged is configured: a glob of files (one without a slash matches in every folder), and the command that is given them, or several in order: `{ "*.lua": "stylua" }`.',
    type: "object",
    additionalProperties: false,
    patternProperties: {
      "\\S": {
        description: "A command, or a list of commands.",
        if: { type: "array" },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { ...listOf("text"), minItems: 1 },
        else: { type: "string", $ref: "#/$defs/text" },
      },
    },
    default: {},
    tsType: "Readonly<Record<string, string | readonly string[]>>",
  },
  push: section("What a push is judged for.", {
    refs: {
      description:
        "Refs whose commits are judged besides those of branches, which always are. What lies elsewhere (`refs/notes/*`, `refs/stash`, what other tools keep) holds no code that anybody builds on: it goes through, and counts for nothing.",
      ...listOf("refGlob"),
      default: JUDGED_REFS,
    },
  }),
  limits: section("What the gate reads at most.", {
    fileBytes: {
      description:
        "The largest file that is looked into, in bytes. A larger one blocks, for nobody can vouch for it; one that is vendored or generated is reported as skipped. A syntax tree takes a hundred times the bytes of its file, so there is an end to it.",
      type: "integer",
      minimum: 1024,
      maximum: 33554432,
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
