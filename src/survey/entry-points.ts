// Which files the host, a person or a test runner starts: they need not return anything and may act when they are loaded.
import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { startsItself } from "../modules/programs.ts";
import { asGlob, folderOf, nameOf, type SurveyedFile } from "./tree.ts";

/** Folders whose Lua is started, wherever they lie: by test runners, editors, people. */
const STARTED_FOLDERS = new Set(
  "test tests spec specs t testing testsuite example examples demo demos sample samples bench benchmark benchmarks tools scripts bin plugin ftplugin ftdetect after colors indent syntax autoload".split(
    " ",
  ),
);

/** Whatever there is today: tomorrow's tests are started too. */
export const TEST_GLOBS = [
  "**/spec/**",
  "**/test/**",
  "**/tests/**",
  "**/*_spec.lua",
  "**/*_test.lua",
  "**/test_*.lua",
  "**/test-*.lua",
];

/** Names of files that hosts and people start. */
const NAMED = /^(?:main|conf|rc)\.lua$/i;

/** From this many files on, a folder tells what its next file will be. */
const FEW = 2;

/** The share of a folder's files that must be started for the folder to be one of scripts. */
const SHARE = 0.6;

/** The most single files that are named; beyond that their folders are. */
const MOST_SINGLE = 30;

export interface EntryPoints {
  readonly globs: readonly string[];
  /** How many files of the tree they are. */
  readonly count: number;
}

/** `always` is what the host loads by its name or place, even if there is none yet. */
export function entryPoints(
  files: readonly SurveyedFile[],
  isRequired: (path: RepoPath) => boolean,
  always: readonly string[],
): EntryPoints {
  const started = files.filter((file) => isStarted(file, isRequired));
  const isModule = ({ path }: SurveyedFile) =>
    isRequired(path) && !started.some((each) => each.path === path);
  const folders = knownFolders(files, isModule);
  const known = [...TEST_GLOBS, ...always, ...folders];
  const left = started.filter(({ path }) => !matchesAny(known, path));
  const all = files.filter(({ path }) => !matchesAny(known, path));
  // A file with a special name says nothing about what lies beside it.
  const isNamed = ({ path }: SurveyedFile) => NAMED.test(nameOf(path));
  const { whole, single } = byFolder(
    all.filter((file) => !isNamed(file)),
    left.filter((file) => !isNamed(file)),
    new Set(all.filter(isModule).map(({ path }) => folderOf(path))),
  );
  const named = left.filter(isNamed).map(({ path }) => asGlob(path));
  const globs = [...known, ...whole, ...named.filter((path) => !matchesAny(whole, path)), ...single];
  return { globs: [...new Set(globs)], count: started.length };
}

/** The known folders that are there, as globs that hold wherever they lie; but not those that mostly hold modules. */
function knownFolders(
  files: readonly SurveyedFile[],
  isModule: (file: SurveyedFile) => boolean,
): readonly string[] {
  const found = new Map<string, { all: number; modules: number }>();
  for (const file of files)
    for (const word of new Set(file.path.split("/").slice(0, -1))) {
      if (!STARTED_FOLDERS.has(word.toLowerCase())) continue;
      const { all, modules } = found.get(word) ?? { all: 0, modules: 0 };
      found.set(word, { all: all + 1, modules: modules + (isModule(file) ? 1 : 0) });
    }
  const words = [...found].filter(([, { all, modules }]) => modules * 2 <= all).map(([word]) => word);
  return words.sort().map((word) => `**/${asGlob(word)}/**`);
}

/** `withModules`: the folders in which some file is required and gives something, so that the next one may be a module too. */
function byFolder(
  files: readonly SurveyedFile[],
  started: readonly SurveyedFile[],
  withModules: ReadonlySet<RepoPath>,
) {
  const all = new Map<RepoPath, number>();
  for (const { path } of files) all.set(folderOf(path), (all.get(folderOf(path)) ?? 0) + 1);
  const own = new Map<RepoPath, RepoPath[]>();
  for (const { path } of started) own.set(folderOf(path), [...(own.get(folderOf(path)) ?? []), path]);
  const isWhole = ([folder, paths]: readonly [RepoPath, readonly RepoPath[]]) =>
    !withModules.has(folder) && paths.length >= FEW && paths.length >= (all.get(folder) ?? 0) * SHARE;
  const glob = (folder: RepoPath) => (folder === "." ? "*.lua" : `${asGlob(folder)}/*.lua`);
  const entries = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  const beside = folderPerScript(all, own, withModules);
  const left = entries.filter(([folder]) => !beside.includes(besideOf(folder)));
  const whole = [...beside, ...left.filter(isWhole).map(([folder]) => glob(folder))];
  const rest = left.filter((entry) => !isWhole(entry));
  const single = rest.flatMap(([, paths]) => paths.map(asGlob));
  if (single.length <= MOST_SINGLE) return { whole, single: single.sort() };
  const [open, mixed] = [
    rest.filter(([folder]) => !withModules.has(folder)),
    rest.filter(([folder]) => withModules.has(folder)),
  ];
  return {
    whole: [...whole, ...open.map(([folder]) => glob(folder))],
    single: mixed.flatMap(([, paths]) => paths.map(asGlob)).sort(),
  };
}

/** From this many folders with a script each on, the next one will have one too. */
const MANY_FOLDERS = 4;

/** If most of some neighbouring folders hold only scripts: `filters/*` as globs. */
function folderPerScript(
  all: ReadonlyMap<RepoPath, number>,
  own: ReadonlyMap<RepoPath, readonly RepoPath[]>,
  withModules: ReadonlySet<RepoPath>,
): readonly string[] {
  const mixed = new Set([...withModules].map(besideOf));
  const tallies = new Map<string, { folders: number; files: number; started: number }>();
  for (const [folder, files] of all) {
    if (folder === ".") continue;
    const tally = tallies.get(besideOf(folder)) ?? { folders: 0, files: 0, started: 0 };
    const started = own.get(folder)?.length ?? 0;
    tallies.set(besideOf(folder), {
      folders: tally.folders + (started > 0 ? 1 : 0),
      files: tally.files + files,
      started: tally.started + started,
    });
  }
  return [...tallies]
    .filter(
      ([glob, { folders, files, started }]) =>
        !mixed.has(glob) && folders >= MANY_FOLDERS && started >= files * SHARE,
    )
    .map(([glob]) => glob)
    .sort();
}

function besideOf(folder: RepoPath): string {
  return folderOf(folder) === "." ? "*/*.lua" : `${asGlob(folderOf(folder))}/*/*.lua`;
}

/** By its first line, by a package manager's header, or because it acts and nobody requires it or gets anything from it. */
function isStarted({ path, text, source }: SurveyedFile, isRequired: (path: RepoPath) => boolean): boolean {
  if (startsItself(text)) return true;
  if (!/\.lua$/i.test(path)) return true;
  if (NAMED.test(nameOf(path)) && !isRequired(path)) return true;
  if (!source.syntax.ok) return false;
  const givesNothing = source.module.ending.kind === "none";
  return (
    givesNothing &&
    (!isRequired(path) ||
      source.effects.some(({ isHarmless, text: called }) => !isHarmless && called !== "require"))
  );
}
