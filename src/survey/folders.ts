import { matchesAny } from "../base/glob.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { parseLua } from "../lua/syntax/parse.ts";
import { LUA_VERSIONS } from "../model/lua-version.ts";
import { isTest } from "../modules/lua-files.ts";
import { asGlob, folderOf, type SurveyedFile } from "./tree.ts";

const VENDORED = new Set(
  "vendor vendored third_party third-party thirdparty 3rdparty deps lua_modules luarocks .luarocks external externals submodules node_modules".split(
    " ",
  ),
);

/** Whatever there is today: what is copied there tomorrow is other people's too. */
const ALWAYS = ["**/vendor/**", "**/third_party/**", "**/lua_modules/**"];

/** The folders that hold other people's Lua, by their names. */
export function vendoredFolders(paths: readonly RepoPath[]): readonly string[] {
  const found = new Set<string>(ALWAYS);
  for (const path of paths) {
    const words = path.split("/");
    const at = words.slice(0, -1).findIndex((word) => VENDORED.has(word.toLowerCase()));
    if (at >= 0 && !matchesAny(ALWAYS, path))
      found.add(
        `${words
          .slice(0, at + 1)
          .map(asGlob)
          .join("/")}/**`,
      );
  }
  return [...found].sort();
}

const SAMPLES = new Set("fixture fixtures testdata test_data test-data snapshots golden goldens".split(" "));
const SAMPLES_OF_TESTS = new Set("sample samples data input inputs expected resources assets".split(" "));

/** Folders of samples, which are as they are on purpose: by their names, in tests, and where much is broken. */
export function sampleFolders(files: readonly SurveyedFile[]) {
  const folders = new Map<RepoPath, { all: number; broken: number; isNamed: boolean }>();
  for (const { path, text, source } of files) {
    const words = path.split("/").slice(0, -1);
    const at = words.findIndex((word, index) => {
      const plain = word.toLowerCase().replaceAll(/^_+|_+$/g, "");
      return (
        SAMPLES.has(plain) ||
        (SAMPLES_OF_TESTS.has(plain) && isTest(`${words.slice(0, index).join("/")}/x.lua`))
      );
    });
    const folder = at < 0 ? words.join("/") : words.slice(0, at + 1).join("/");
    if (folder === "") continue;
    const tally = folders.get(folder) ?? { all: 0, broken: 0, isNamed: at >= 0 };
    const isUnread = !source.syntax.ok && !LUA_VERSIONS.some((version) => parseLua(text, version).ok);
    folders.set(folder, { ...tally, all: tally.all + 1, broken: tally.broken + (isUnread ? 1 : 0) });
  }
  const named = [...folders].filter(([, { isNamed }]) => isNamed);
  const broken = [...folders].filter(([folder, tally]) => !tally.isNamed && isBroken(folder, tally));
  const held = broken.reduce((sum, [, { all }]) => sum + all, 0);
  // What is broken all over the tree is a dialect that its people write, and no sample.
  const found = held * 4 > files.length ? named : [...named, ...broken];
  return found.map(([folder]) => `${asGlob(folder)}/**`).sort();
}

function isBroken(
  folder: RepoPath,
  { all, broken }: { readonly all: number; readonly broken: number },
): boolean {
  return broken * 5 >= all && (broken > 1 || (broken === 1 && isTest(`${folder}/x.lua`)));
}

/** Other people's projects that lie in folders here: with a licence of their own, and less than half of all. */
export function nestedProjects(luaPaths: readonly RepoPath[], paths: readonly RepoPath[]): readonly string[] {
  const licensed = new Set(
    paths.filter((path) => /\/(?:LICEN[CS]E|COPYING|COPYRIGHT)(?:[.-][\w.-]*)?$/i.test(path)).map(folderOf),
  );
  const folders = [...licensed].filter((folder) => luaPaths.some((path) => path.startsWith(`${folder}/`)));
  const held = luaPaths.filter((path) => folders.some((folder) => path.startsWith(`${folder}/`)));
  const hasOwn = paths.some((path) => /^(?:LICEN[CS]E|COPYING|COPYRIGHT)(?:[.-][\w.-]*)?$/i.test(path));
  return hasOwn && held.length * 2 < luaPaths.length
    ? folders.map((folder) => `${asGlob(folder)}/**`).sort()
    : [];
}

/** Files whose first lines say that a program wrote them. */
export function generatedFiles(files: readonly SurveyedFile[]): readonly string[] {
  const says = /\b(?:auto-?generated|generated (?:by|from|automatically)|do not edit)\b/i;
  const found = files.filter(({ text }) =>
    says.test(
      text
        .split("\n", 5)
        .filter((line) => /^\s*--/.test(line))
        .join("\n"),
    ),
  );
  return found.map(({ path }) => asGlob(path)).sort();
}

/** One file says nothing of a folder. */
const FEWEST = 2;

/** As small a share of old uses is what people would rather be rid of. */
const SHARE = 10;

/** Folders named `core` of which nearly nothing uses the host: what is pure today. */
export function pureFolders(
  files: readonly SurveyedFile[],
  isOfHost: (name: string) => boolean,
): readonly string[] {
  const uses = new Map<RepoPath, { files: number; users: number }>();
  for (const { path, source } of files) {
    const words = path.split("/").slice(0, -1);
    const at = words.lastIndexOf("core");
    if (at < 0 || !source.syntax.ok) continue;
    const folder = words.slice(0, at + 1).join("/");
    const tally = uses.get(folder) ?? { files: 0, users: 0 };
    tally.files++;
    if (source.globals.some(({ name }) => name !== undefined && isOfHost(name))) tally.users++;
    uses.set(folder, tally);
  }
  return [...uses]
    .filter(([, { files: all, users }]) => all >= FEWEST && users * SHARE <= all)
    .map(([folder]) => `${asGlob(folder)}/**`)
    .sort();
}
