// Module names and the paths they stand for. Letter case counts whatever the file system says, and nothing here looks at files:
// whoever resolves a name asks for `candidates` and takes the first that exists.
import type { ByteText } from "../../base/byte-text.ts";
import { decodePath, encodePath, type RepoPath } from "../../base/repo-path.ts";

/** A folder that module names are resolved in; or one that stands for the first part of names: `widgets.volume` is its `volume`. */
export type ModuleRoot = RepoPath | NamedRoot;

export interface NamedRoot {
  readonly name: string;
  readonly folder: RepoPath;
}

/**
 * The files that a module name may stand for, the likeliest first: below each module root `a/b.lua`, then `a/b/init.lua`;
 * then the same beside the file that requires it. Empty for what is not a name. `/` and `\` count as dots.
 */
export function candidates(
  name: ByteText,
  roots: readonly ModuleRoot[],
  from?: RepoPath,
): readonly RepoPath[] {
  return places(name, roots, from).flatMap((place) => [`${place}.lua`, join(place, "init.lua")]);
}

/** The files that stand for such a module and are not Lua: sources in other languages and templates, from which it is made, and compiled ones. */
export function standIns(name: ByteText, roots: readonly ModuleRoot[], from?: RepoPath): readonly RepoPath[] {
  return places(name, roots, from).flatMap((place) => [
    ...LANGUAGES.flatMap((ending) => [`${place}.${ending}`, join(place, `init.${ending}`)]),
    ...TEMPLATES.map((ending) => `${place}.lua.${ending}`),
    ...COMPILED.map((ending) => `${place}.${ending}`),
  ]);
}

/** Teal, MoonScript, YueScript, Fennel. */
const LANGUAGES = ["tl", "moon", "yue", "fnl"];
const TEMPLATES = ["in", "tmpl", "tpl", "template", "j2", "erb", "mustache"];
/** What `package.cpath` finds. */
const COMPILED = ["so", "dll", "dylib"];
const STAND_IN = new RegExp(
  String.raw`\.(?:${[...LANGUAGES, ...COMPILED].join("|")}|lua\.(?:${TEMPLATES.join("|")}))$`,
);
const ORIGIN = new RegExp(String.raw`\.(?:${LANGUAGES.join("|")}|lua\.(?:${TEMPLATES.join("|")}))$`);

/** Whether `require` finds a module through a file that is not Lua. */
export function standsForModule(path: RepoPath): boolean {
  return STAND_IN.test(path);
}

/** Whether a file is turned into Lua before anybody loads it: what is found in its place is not its own content. */
export function becomesLua(path: RepoPath): boolean {
  return ORIGIN.test(path);
}

/** Below each folder where the name is looked for, the path that it stands for, without an ending. */
function places(
  name: ByteText,
  roots: readonly ModuleRoot[],
  from: RepoPath | undefined,
): readonly RepoPath[] {
  const segments = name.split(/[./\\]/);
  if (segments.some((segment) => segment === "" || segment.includes("\0"))) return [];
  const written = segments.join("/");
  const path = isAscii(written) ? written : decodePath(Buffer.from(written, "latin1"));
  const folders = from === undefined ? roots : [...roots, folderOf(from)];
  return [
    ...new Set(folders.flatMap((root) => (typeof root === "string" ? join(root, path) : within(root, path)))),
  ];
}

/** The rest of a path whose first part is the root's own name. */
function within({ name, folder }: NamedRoot, path: RepoPath): readonly RepoPath[] {
  const start = name.replaceAll(".", "/");
  if (path === start) return [trimmed(folder)];
  return path.startsWith(`${start}/`) ? [join(folder, path.slice(start.length + 1))] : [];
}

/**
 * The names by which a path can be required under the module roots; empty for a path that none reaches. `a/init.lua` is both
 * `a` and `a.init`. Two names of one path are one module.
 */
export function namesOf(path: RepoPath, roots: readonly ModuleRoot[]): readonly ByteText[] {
  const names = roots.flatMap((root) => {
    const inside = relativeTo(path, typeof root === "string" ? root : root.folder);
    if (inside === undefined) return [];
    return typeof root === "string" ? namesWithin(inside) : namesWithin(inside).flatMap(below(root));
  });
  return [...new Set(names)];
}

/** The names by which files in the same folder can require a path. */
export function siblingNames(path: RepoPath): readonly ByteText[] {
  return namesOf(path, [folderOf(path)]);
}

/** `init` of the folder itself is the name alone too. */
function below({ name }: NamedRoot): (rest: ByteText) => readonly ByteText[] {
  const full = (rest: ByteText) => `${name}.${rest}` as ByteText;
  return (rest) => (rest === "init" ? [name as ByteText, full(rest)] : [full(rest)]);
}

function namesWithin(inside: RepoPath): readonly ByteText[] {
  const stem = /^(.+)\.lua$/.exec(inside.replace(STAND_IN, ".lua"))?.[1];
  // A dot in a folder or file name reads as a separator, so no name leads there.
  if (stem === undefined || stem.includes(".")) return [];
  const name = encodePath(stem).toString("latin1").replaceAll("/", ".") as ByteText;
  return name.endsWith(".init") ? [name.slice(0, -".init".length) as ByteText, name] : [name];
}

function relativeTo(path: RepoPath, root: RepoPath): RepoPath | undefined {
  const folder = trimmed(root);
  if (folder === "") return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}

function join(folder: RepoPath, path: RepoPath): RepoPath {
  const start = trimmed(folder);
  return start === "" || path === "" ? start || path : `${start}/${path}`;
}

function folderOf(path: RepoPath): RepoPath {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function trimmed(folder: RepoPath): RepoPath {
  if (!folder.startsWith(".") && !folder.endsWith("/")) return folder;
  return folder.replace(/^\.(?:\/|$)/, "").replace(/\/+$/, "");
}
