import type { RepoPath } from "../base/repo-path.ts";
import { parseLua } from "../lua/syntax/parse.ts";
import { LUA_VERSIONS } from "../model/lua-version.ts";
import { isTest } from "../modules/lua-files.ts";
import { asGlob, folderOf, type SurveyedFile } from "./tree.ts";

const SAMPLES = new Set("fixture fixtures testdata test_data test-data snapshots golden goldens".split(" "));
const SAMPLES_OF_TESTS = new Set("data input inputs expected resources assets".split(" "));
/** In tests, and wherever one is broken. */
const SAMPLES_IF_BROKEN = new Set("sample samples corpus broken invalid malformed".split(" "));

/** As large a share of a folder's files as has to be broken for the others to be meant so, too. */
const SHARE = 5;

/** Folders of samples, which are as they are on purpose, as globs: by their names, in tests, and where much is broken. */
export function sampleFolders(files: readonly SurveyedFile[]): readonly string[] {
  const read = files.map((file) => ({ path: file.path, isBroken: isBroken(file) }));
  const named = new Set(read.flatMap(({ path, isBroken: is }) => namedFolder(path, is) ?? []));
  const rest = read.filter(({ path }) => ![...named].some((folder) => path.startsWith(`${folder}/`)));
  // Only a folder that holds something broken need be looked at, and hardly any does.
  const spoilt = rest.filter((each) => each.isBroken).map(({ path }) => folderOf(path));
  const folders = [...new Set(spoilt)].filter((folder) => folder !== ".");
  const broken = folders.flatMap((folder) => {
    const below = rest.filter(({ path }) => path.startsWith(`${folder}/`));
    const here = below.filter(({ path }) => folderOf(path) === folder);
    if (!isMuch(here, isTest(`${folder}/x.lua`))) return [];
    // What lies deeper is live code as long as little of it is broken.
    return isMuch(below, true)
      ? [{ files: below, glob: `${asGlob(folder)}/**` }]
      : [{ files: here, glob: `${asGlob(folder)}/*` }];
  });
  const held = new Set(broken.flatMap((each) => each.files));
  // What is broken all over the tree is a dialect that its people write, and no sample.
  const found = held.size * 4 > files.length ? [] : broken.map(({ glob }) => glob);
  const all = [...[...named].map((folder) => `${asGlob(folder)}/**`), ...found];
  const isHeld = (glob: string) =>
    all.some((other) => other !== glob && other.endsWith("/**") && glob.startsWith(other.slice(0, -2)));
  return all.filter((glob) => !isHeld(glob)).sort();
}

/** In every version; what Garry's Mod reads is no Lua and not broken. */
function isBroken({ text, source }: SurveyedFile): boolean {
  return !source.syntax.ok && !source.isGlua && !LUA_VERSIONS.some((version) => parseLua(text, version).ok);
}

function namedFolder(path: RepoPath, isBroken: boolean): RepoPath | undefined {
  const words = path.split("/").slice(0, -1);
  const at = words.findIndex((word, index) => {
    const plain = word.toLowerCase().replaceAll(/^_+|_+$/g, "");
    const isOfTests = () => isTest(`${words.slice(0, index).join("/")}/x.lua`);
    if (SAMPLES_IF_BROKEN.has(plain)) return isBroken || isOfTests();
    return SAMPLES.has(plain) || (SAMPLES_OF_TESTS.has(plain) && isOfTests());
  });
  return at < 0 ? undefined : words.slice(0, at + 1).join("/");
}

/** One that is broken says something in tests alone. */
function isMuch(files: readonly { readonly isBroken: boolean }[], isOfTests: boolean): boolean {
  const broken = files.filter(({ isBroken: is }) => is).length;
  return broken * SHARE >= files.length && (broken > 1 || (broken === 1 && isOfTests));
}
