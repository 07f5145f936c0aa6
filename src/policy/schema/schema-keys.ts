// Every key of a policy, except the rules' options: what it means, what it takes, and its default.
import { JUDGED_REFS } from "../../model/judged-refs.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import {
  choice,
  count,
  flag,
  item,
  list,
  orNothing,
  type Shape,
  section,
  shape,
  some,
  text,
  type ValueOf,
} from "../../model/option.ts";
import { NO_VERIFY } from "../no-verify.ts";
import { PRESET_NAMES } from "../presets/names.ts";
import type { RuleEntries } from "../rule-entry.ts";
import { listOf, MODULE_NAME, PACKAGE } from "./schema-definitions.ts";

const refer = <T>(description: string, name: string): Shape<T> =>
  shape({ description, $ref: `#/$defs/${name}` });

/** A text that a definition describes. */
const named = (description: string, name: string): Shape<string> =>
  shape({ description, type: "string", $ref: `#/$defs/${name}` });

const lists = (description: string, name: string): Shape<readonly string[]> =>
  shape({ description, ...listOf(name) });

const globs = (description: string) => lists(description, "glob");

/** Definitions that describe themselves. */
const rules = shape<RuleEntries>({ $ref: "#/$defs/rules" });
const branches = shape<"agents" | "people" | readonly string[]>({ $ref: "#/$defs/branches" });
const ruleNames = shape<"all" | readonly string[]>({ $ref: "#/$defs/ruleNames" });

const override = item(
  "Holds where the branch and the file match; one that is left out always does.",
  { rules },
  {
    branches,
    files: some(globs("The files it is for.")),
    reason: text("Why, for those who read the policy."),
  },
);

const transform = item(
  "A program that turns files of the repository into files of the repository.",
  {
    name: named("What messages call it.", "name"),
    run: shape<readonly string[]>({
      description: "The program and its arguments; no shell. `{inputs}` stands for the paths of the inputs.",
      type: "array",
      items: { type: "string" },
      minItems: 1,
    }),
    inputs: some(globs("The files it reads.")),
  },
  {
    outputs: globs("The files it writes; the inputs themselves when left out."),
    seconds: count("How long it may take.", 1, 3600).byDefault(60),
  },
);

/** The defaults of the parts of a transform that have one. */
export const TRANSFORM_FALLBACKS = transform.fallbacks;

export const KEYS = {
  $schema: text("Where this schema lies, for editors."),
  extends: choice(
    "The built-in preset that every key left out is taken from. Without it only `lua-parse`, `policy-change` and `suppression` are on.",
    PRESET_NAMES,
  ),
  root: refer<string>(
    "The folder that holds the code base; `.` is the repository itself.",
    "folder",
  ).byDefault("."),
  lua: section("Which files are Lua, and how module names find them.", {
    files: globs(
      "The files that are Lua, whatever their ending: `**/*.script`, `**/*.rockspec`. The ending `.lua` counts in any letter case, even where no glob of the list covers it. Files without an ending are Lua if their first line is `#!…lua`.",
    ).byDefault(["**/*.lua"]),
    version: refer<LuaVersion | { readonly [folder: string]: LuaVersion }>(
      'The Lua that is written here: `5.1`, `5.2`, `5.3`, `5.4` or `luajit`; or one for each folder, the deepest counts: `{ ".": "5.3", "addons": "luajit" }`.',
      "luaVersions",
    ).byDefault("5.3"),
    moduleRoots: lists(
      "The folders in which module names are resolved; the first that has the module wins. A root that holds the requiring file comes before the others.",
      "folder",
    ).byDefault(["."]),
    packages: shape<Readonly<Record<string, readonly string[]>>>({
      description:
        'Folders that each hold a package of their own, and where module names start in it: `{ "plugins/*": ["lua"] }`; `*` is any one folder, `.` the package itself. A file looks for modules in its own package first, and never in another one.',
      type: "object",
      additionalProperties: false,
      patternProperties: { [PACKAGE]: { ...listOf("folder"), minItems: 1 } },
    }).byDefault({}),
    aliases: shape<Readonly<Record<string, string>>>({
      description:
        'First parts of module names that stand for a folder: `{ "my-widgets": "." }` where the folder above the clone is on the path, so that `my-widgets.volume` is `volume.lua`. `plugins.lsp` may be one beside `plugins.*` from outside: the closer one counts.',
      type: "object",
      additionalProperties: false,
      patternProperties: { [MODULE_NAME]: { type: "string", $ref: "#/$defs/folder" } },
    }).byDefault({}),
    generated: globs("Generated Lua and snapshots: parsed and resolved, not judged, not counted.").byDefault(
      [],
    ),
    vendored: globs("Third-party Lua: parsed and resolved, not judged, not counted.").byDefault([]),
    scripts: globs(
      "Files that the host runs: they need not return a module and may act when loaded.",
    ).byDefault([]),
    unlistedScripts: flag(
      "Whether a file that returns nothing and does things when it is loaded counts as a script too, wherever it lies. One that stops returning what it returned is a module that lost its `return`.",
    ).byDefault(false),
    externals: lists(
      "Modules that come from outside the repository: `lfs`, or `socket.*` for all below `socket`.",
      "modulePattern",
    ).byDefault([]),
  }),
  namespace: section("The name that the library's modules begin with.", {
    canonical: orNothing(named("The name in use.", "moduleName"), ""),
    retired: lists("Names it had before, which nothing may require any more.", "moduleName").byDefault([]),
  }),
  features: section("A feature is a folder right below `features.root`, and keeps its code in layers.", {
    root: refer<string>("The folder that holds the features.", "folder").byDefault("."),
    layers: lists("The folders of a feature that its own code may require.", "name").byDefault([]),
  }),
  pure: globs("Files that stay free of the host's API.").byDefault([]),
  agentBranches: lists("The branches that coding agents work on.", "branchGlob").byDefault([]),
  host: section("The program that runs the code.", {
    globals: lists(
      "The globals it declares: they may be read anywhere, and not used in pure files. One `*` stands for any letters, digits and underscores: `FCVAR_*`.",
      "namePattern",
    ).byDefault([]),
    modules: lists(
      "Modules that are its API too; a name without a dot also stands for the last part of a longer one.",
      "moduleName",
    ).byDefault([]),
  }),
  shims: section("Temporary adapters.", {
    maxDays: count("How many days ahead the date of a new shim may lie.", 1, 3650).byDefault(30),
    forbid: flag(
      "Whether there may be no new shim at all: `shim-expiry` stops each one that a change adds. Those that were there go by their dates.",
    ).byDefault(false),
  }),
  taskCode: section("How the title of a commit names its task.", {
    patterns: lists(
      "Regular expressions, each with a group `(?<code>…)`; a title names a task when one of them matches.",
      "text",
    ).byDefault([]),
    examples: lists(
      "Titles to show to somebody whose title names none. Each has to match a pattern.",
      "text",
    ).byDefault([]),
  }),
  rules,
  overrides: list(
    "Other settings on some branches or for some files. A later entry wins.",
    shape<ValueOf<typeof override>>({
      ...override.schema,
      anyOf: [{ required: ["branches"] }, { required: ["files"] }],
    }),
  ).byDefault([]),
  mayOverride: list(
    "Which rules a commit may override with a trailer `Arkitekt-Override: <rule>: <reason>`, and where.",
    item("A permission.", { rules: ruleNames, branches }, {}),
  ).byDefault([{ rules: "all", branches: "people" }]),
  transforms: list(
    "Formatters and generators whose outputs a push must leave as they would be written again.",
    transform,
  ).byDefault([]),
  fixers: shape<Readonly<Record<string, string | readonly string[]>>>({
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
  }).byDefault({}),
  noVerify: choice(
    "What becomes of a commit that `git commit --no-verify` brought past `pre-commit`: it is refused, warned about, or let through; `by-branch` refuses it on the branches of agents and warns elsewhere. Commits that a merge, rebase, cherry-pick or revert makes, and an `--amend` of the message alone, are let through.",
    NO_VERIFY,
  ).byDefault("by-branch"),
  push: section("What a push is judged for.", {
    refs: lists(
      "Refs whose commits are judged as well as those of branches, which always are. What lies elsewhere (`refs/notes/*`, `refs/stash`, what other tools keep) holds no code that anybody builds on: it goes through, and counts for nothing.",
      "refGlob",
    ).byDefault(JUDGED_REFS),
  }),
  limits: section("What the gate reads at most.", {
    fileBytes: count(
      "The largest file that is looked into, in bytes. A larger one blocks, because nobody can vouch for it; one that is vendored or generated is reported as skipped. A syntax tree takes a hundred times the bytes of its file, which is why there is a limit.",
      1024,
      33554432,
    ).byDefault(16777216),
  }),
  handoff: section("Spec requests.", {
    projects: lists("The projects that a request may be for.", "name").byDefault(["jsonld", "markdown_ld"]),
    project: refer<string>(
      "What this repository is called in the messages it sends; `.` is the name that Git knows it by, that of its remote or its folder.",
      "text",
    ).byDefault("."),
  }),
};
