// What a repository says about itself, before it has a policy: facts, each with what it was read from, and the policy that they make.
// What can't be inferred is off or a warning, never a guess that blocks.
import { matchesAny } from "../base/glob.ts";
import { nameMatcher } from "../base/name-pattern.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { LuaSource } from "../lua/source.ts";
import type { RootsOf } from "../modules/module-roots.ts";
import { givesNothing } from "../modules/unlisted-scripts.ts";
import { agentsAmong } from "./branches.ts";
import { isBuildFile } from "./build-files.ts";
import { type Layout, readLayout } from "./detect-layout.ts";
import { draftPolicy, type PolicyDraft } from "./draft-policy.ts";
import { entryPoints } from "./entry-points.ts";
import { fileGlobals } from "./file-globals.ts";
import { generatedFiles, nestedProjects, pureFolders, vendoredFolders } from "./folders.ts";
import { globalsIn } from "./globals.ts";
import { declaredBy } from "./linters/linter-settings.ts";
import { filledGlobals, loadCalls } from "./load-calls.ts";
import { versionOfTexts } from "./lua-version.ts";
import { namesIn, requiredBy } from "./names.ts";
import { hostsMentioned, hostsOf } from "./recognise-hosts.ts";
import { sampleFolders } from "./sample-folders.ts";
import { surveyFacts, unreadSettings } from "./survey-facts.ts";
import type { Surveyed } from "./surveyed.ts";
import { taskForm } from "./titles.ts";
import { type LuaText, type SurveyedFile, type SurveyedTree, type SurveyFact, unique } from "./tree.ts";

export interface Survey {
  /** The policy, as it is written. */
  readonly policy: PolicyDraft;
  readonly facts: readonly SurveyFact[];
  /** Those that are about settings of linters that could not be read, or only in part. */
  readonly unread: readonly SurveyFact[];
}

/** `constructors` are what `no-require-effects` takes for constructors by default. */
export function survey(tree: SurveyedTree, constructors: readonly string[]): Survey {
  const surveyed = look(tree, constructors);
  return {
    policy: draftPolicy(surveyed),
    facts: surveyFacts(surveyed),
    unread: unreadSettings(surveyed),
  };
}

function look(tree: SurveyedTree, constructors: readonly string[]): Surveyed {
  const endings = endingsIn(tree);
  const isOne = (path: RepoPath) => /\.lua$/i.test(path) || endings.some((each) => path.endsWith(`.${each}`));
  const luaPaths = tree.luaPaths.filter(isOne);
  const lua = tree.lua.filter(({ path }) => isOne(path));
  const vendored = unique([...vendoredFolders(luaPaths), ...nestedProjects(luaPaths, tree.paths ?? [])]);
  const texts = lua.filter(({ path }) => !matchesAny(vendored, path));
  const declared = declaredBy(tree.settings);
  const version = versionOfTexts(sampleOf(texts), declared, hostsMentioned(texts, tree.paths));
  const all: SurveyedFile[] = texts.map(({ path, text }) => ({
    path,
    text,
    source: new LuaSource(text, version.version),
  }));
  const samples = sampleFolders(all);
  const files = all.filter(({ path }) => !matchesAny(samples, path));
  const code = files.filter(({ path }) => !isBuildFile(path));
  const globals = globalsIn(code, version.version);
  const hosts = hostsOf(globals.readers, requiredBy(files), tree.paths, code.length);
  const found = readLayout(lua.filter(({ path }) => !matchesAny(samples, path)));
  const layout = hosts.some(({ rootsAlone }) => rootsAlone) ? withoutInner(found) : found;
  const names = namesIn(files, luaPaths, rootsOf(layout), version.version, hosts);
  const scripts = entryPoints(
    files,
    names.isRequired,
    hosts.flatMap((host) => host.started ?? []),
  );
  const hasModules = names.resolved > 0 || !mostlyGiveNothing(code);
  // Where nobody requires anything, what all files do when they are loaded is the way they are written, and says nothing about scripts.
  const isScript = (path: RepoPath) => hasModules && matchesAny(scripts.globs, path);
  return {
    fileCount: luaPaths.length,
    hasBuildFiles: code.length < files.length,
    endings,
    layout,
    version,
    names,
    hosts,
    declared,
    fileGlobals: fileGlobals(declared.inFiles, luaPaths),
    globals,
    scripts,
    hasModules,
    constructors: unique([
      ...constructors,
      ...hosts.flatMap((host) => host.constructors),
      ...loadCalls(files, isScript, hasModules ? undefined : Math.max(FEW, files.length / 20)),
    ]),
    filled: filledGlobals(files, isScript, version.version),
    vendored,
    generated: [...samples, ...generatedFiles(files)],
    samples,
    // If nothing distinguishes the host's API from other globals, nothing tells what is free of it.
    pure: hosts.length === 0 ? [] : pureFolders(files, nameMatcher(hosts.flatMap((host) => host.globals))),
    task: taskForm(tree.titles),
    agents: agentsAmong(tree.branches),
  };
}

/** Fewer files say nothing about how the next one is written. */
const FEW = 5;

function mostlyGiveNothing(files: readonly SurveyedFile[]): boolean {
  const read = files.filter(({ source }) => source.syntax.ok);
  const bare = read.filter(({ source }) => givesNothing(source));
  return read.length >= FEW && bare.length * 2 > read.length;
}

/** A folder below a root where some names find a file by accident: a plugin's settings have the plugin's name. */
function withoutInner(layout: Layout): Layout {
  const isInner = (folder: string) =>
    layout.moduleRoots.some((root) => root !== "." && folder.startsWith(`${root}/`));
  return {
    ...layout,
    moduleRoots: layout.moduleRoots.filter((root) => !isInner(root)),
    packages: Object.fromEntries(Object.entries(layout.packages).filter(([folder]) => !isInner(folder))),
  };
}

/** Endings besides `.lua` of files that a host takes for Lua, if it is that host's tree. */
function endingsIn({ lua, paths }: SurveyedTree): readonly string[] {
  return hostsMentioned(lua, paths).flatMap((host) =>
    (host.endings ?? []).filter((ending) => lua.some(({ path }) => path.endsWith(`.${ending}`))),
  );
}

/** As a policy with these settings would have it. */
function rootsOf({ moduleRoots, packages, aliases }: Layout): RootsOf {
  const plain = (folder: RepoPath) => (folder === "." ? "" : folder);
  return {
    moduleRoots: moduleRoots.map(plain),
    packages: Object.entries(packages).map(([folder, roots]) => ({ folder, roots: roots.map(plain) })),
    aliases: Object.entries(aliases).map(([name, folder]) => ({ name, folder: plain(folder) })),
  };
}

/** Texts that show the version: enough to be representative, few enough to read five times. */
const MOST_SAMPLES = 200;

function sampleOf(texts: readonly LuaText[]) {
  const every = Math.ceil(texts.length / MOST_SAMPLES);
  return texts.filter((_, at) => at % every === 0).map(({ text }) => text);
}
