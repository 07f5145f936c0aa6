// What a repository says about itself, before it has a policy: facts, each with what it was read from, and the policy they make.
// What can't be inferred is off or a warning, never a guess that blocks.
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import { LuaSource } from "../lua/source.ts";
import { luaName } from "../model/lua-version.ts";
import { agentsAmong } from "./branches.ts";
import { readLayout } from "./detect-layout.ts";
import { entryPoints, TEST_GLOBS } from "./entry-points.ts";
import { generatedFiles, pureFolders, vendoredFolders } from "./folders.ts";
import { globalsIn } from "./globals.ts";
import { BUSTED, type Host, hostsOf } from "./hosts.ts";
import { declaredBy } from "./linter-settings.ts";
import { loadCalls } from "./load-calls.ts";
import { versionOfTexts } from "./lua-version.ts";
import { namesIn } from "./names.ts";
import { taskForm } from "./titles.ts";
import type { SurveyedFile, SurveyedTree, SurveyFact } from "./tree.ts";

export interface Survey {
  /** The policy, as it is written. */
  readonly policy: Draft;
  readonly facts: readonly SurveyFact[];
}

/** A policy as it is written, of which the rules may be looked at. */
export interface Draft {
  readonly rules: Readonly<Record<string, unknown>>;
}

/** Texts to tell the version by: enough to meet what is written, few enough to read five times. */
const MOST_SAMPLES = 200;

export function survey(tree: SurveyedTree): Survey {
  const vendored = vendoredFolders(tree.luaPaths);
  const isVendored = (path: RepoPath) => matchesAny(vendored, path);
  const texts = tree.lua.filter(({ path }) => !isVendored(path));
  const declared = declaredBy(tree.settings);
  const mentions = marksIn(texts);
  const marked = hostsOf(mentions);
  const every = Math.ceil(texts.length / MOST_SAMPLES);
  const sample = texts.filter((_, at) => at % every === 0).map(({ text }) => text);
  const running = marked.filter(({ marks }) =>
    marks.some((mark) => (mentions.get(mark) ?? 0) * 5 >= texts.length),
  );
  const version = versionOfTexts(sample, declared, running);
  const files: SurveyedFile[] = texts.map(({ path, text }) => ({
    path,
    text,
    source: new LuaSource(text, version.version),
  }));
  const layout = readLayout(tree.lua);
  const roots = layout.moduleRoots.map((root) => (root === "." ? "" : root));
  const names = namesIn(files, tree.luaPaths, roots, version.version);
  const found = globalsIn(files, version.version);
  const hosts = hostsOf(found.readers);
  const globals = unique([...hosts.flatMap((host) => host.globals), ...declared.globals, ...found.given]);
  const scripts = entryPoints(files, names.isRequired);
  const isScript = (path: RepoPath) => matchesAny(scripts.globs, path);
  const constructors = unique([
    ...DEFAULT_CONSTRUCTORS,
    ...hosts.flatMap((host) => host.constructors),
    ...loadCalls(files, isScript),
  ]);
  const generated = generatedFiles(files);
  const pure = hosts.length === 0 ? [] : pureFolders(files, new Set(hosts.flatMap((host) => host.globals)));
  const task = taskForm(tree.titles);
  const agents = agentsAmong(tree.branches);
  const own = found.own.filter((name) => !globals.includes(name));
  const policy = {
    extends: "playbook-v5",
    root: layout.root,
    lua: {
      files: ["**/*.lua"],
      version: version.version,
      moduleRoots: layout.moduleRoots,
      scripts: scripts.globs,
      ...(vendored.length === 0 ? {} : { vendored }),
      ...(generated.length === 0 ? {} : { generated }),
      ...(names.externals.length === 0 ? {} : { externals: names.externals }),
    },
    namespace: layout.namespace === undefined ? {} : { canonical: layout.namespace },
    features: {
      root: layout.featureRoot ?? layout.root,
      ...(layout.featureRoot === undefined ? { layers: [] } : {}),
    },
    pure,
    host: { globals, modules: unique(hosts.flatMap((host) => host.modules)) },
    ...(task === undefined ? {} : { taskCode: task }),
    rules: {
      // Nobody has said yet how big a change may be, what a document is, or which layer may know which.
      "diff-budget": "off",
      "docs-fence": "off",
      "require-fence": "off",
      "numeric-fields": "off",
      "task-code": task === undefined ? "off" : "warn",
      "module-shape": ["error", { functions: true }],
      "no-globals": ["error", { allow: own, scriptsDeclare: true }],
      "no-require-effects": ["error", { constructors }],
    },
    overrides: [
      // The test runner gives these to tests alone.
      {
        files: TEST_GLOBS,
        rules: { "no-globals": ["error", { allow: unique([...own, ...BUSTED.globals]) }] },
      },
      {
        branches: "agents",
        rules: {
          "diff-budget": "error",
          "docs-fence": ["error", { when: "always" }],
          "task-code": "error",
        },
      },
    ],
  };
  const facts: SurveyFact[] = [
    { key: "root", says: named(layout.root), from: count(tree.luaPaths.length, "Lua file") },
    { key: "lua.version", says: luaName(version.version), from: version.from },
    {
      key: "lua.moduleRoots",
      says: layout.moduleRoots.map(named).join(", "),
      from: names.required === 0 ? "no require yet" : `${names.resolved} of ${names.required} requires found`,
    },
    {
      key: "lua.scripts",
      says: count(scripts.count, "file"),
      from: "what is started and not required: shebangs, headers, tests, what returns nothing",
    },
    ...(vendored.length === 0
      ? []
      : [{ key: "lua.vendored", says: vendored.join(", "), from: "the folders' names" }]),
    ...(generated.length === 0
      ? []
      : [{ key: "lua.generated", says: count(generated.length, "file"), from: "their first lines" }]),
    ...(names.externals.length === 0
      ? []
      : [
          {
            key: "lua.externals",
            says: listed(names.externals.filter((name) => !name.endsWith(".*"))),
            from: "requires that find nothing here",
          },
        ]),
    {
      key: "namespace",
      says: layout.namespace ?? "none",
      from: layout.namespace === undefined ? "no name stands out" : "what most requires begin with",
    },
    {
      key: "features",
      says: layout.featureRoot === undefined ? "none" : named(layout.featureRoot),
      from:
        layout.featureRoot === undefined
          ? "no folder is divided into layers, so require-fence is off"
          : "folders divided into layers",
    },
    ...(pure.length === 0
      ? []
      : [{ key: "pure", says: pure.join(", "), from: "core folders that use nothing of the host" }]),
    {
      key: "host.globals",
      says: globals.length === 0 ? "none" : listed(globals),
      from: globalsFrom(hosts, declared.from, found.given.length),
    },
    {
      key: "taskCode",
      says: task === undefined ? "off" : "a warning",
      from: task === undefined ? "the history's titles name no task" : `titles like "${task.examples[0]}"`,
    },
    {
      key: "agentBranches",
      says: agents.size === 0 ? "the usual prefixes" : [...agents.keys()].join(", "),
      from:
        agents.size === 0
          ? "no agent's branch is here yet"
          : [...agents].map(([agent, each]) => `${each} of ${agent}/*`).join(", "),
    },
    { key: "diff-budget", says: "on agents' branches alone", from: "no cap is known for people" },
  ];
  return { policy, facts };
}

const DEFAULT_CONSTRUCTORS = [
  "*.new",
  "*.create",
  "*.extend",
  "*.class",
  "class",
  "*.subclass",
  "*:extend",
  "*:new",
  "*:subclass",
  "Object:extend",
];

/** Which hosts' own names a text mentions, before anything is parsed. */
function marksIn(files: readonly { readonly text: string }[]): ReadonlyMap<string, number> {
  const marks = ["reaper", "vim", "love", "ngx", "awesome", "vmath", "collectionproxy", "describe"];
  const counts = marks.map((mark) => {
    const used = new RegExp(`(?<![\\w.:"'])${mark}(?:\\s*[.(])`);
    return [mark, files.filter(({ text }) => used.test(text)).length] as const;
  });
  return new Map(counts.filter(([, each]) => each > 0));
}

function globalsFrom(hosts: readonly Host[], settings: readonly RepoPath[], given: number): string {
  const from = [
    ...hosts.map(({ name }) => name),
    ...settings,
    ...(given > 0 ? ["what several files read and none sets"] : []),
  ];
  return from.length === 0 ? "nothing reads one" : from.join(", ");
}

function unique(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}

function named(folder: string): string {
  return folder === "." ? "the repository" : folder;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).join(", ");
  return names.length > 8 ? `${shown} and ${names.length - 8} more` : shown;
}
