// Which files the path that `dofile` is given may mean: a program runs in a folder that its text does not tell.
import type { ByteText } from "../../base/byte-text.ts";
import { decodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Project } from "../../model/project.ts";
import { folderOf } from "../../modules/importers.ts";

export interface PathPlace {
  /** The folder that it is looked up from, and the one it is looked up from once the file that names it has moved. */
  readonly base: RepoPath;
  readonly baseAfter: RepoPath;
  readonly path: RepoPath;
  /** The same if the file that names it lies elsewhere afterwards. */
  readonly after: RepoPath;
  /** What is written before the path itself: `./`, `../`. */
  readonly prefix: string;
}

/** From the top of the repository, its root, the module roots, and the folder of the file itself. */
export function filePlaces(
  written: ByteText,
  from: RepoPath,
  then: RepoPath,
  project: Project,
): readonly PathPlace[] {
  const path = decodePath(Buffer.from(written.replaceAll("\\", "/"), "latin1"));
  const prefix = /^(?:\.{1,2}\/)*/.exec(path)?.[0] ?? "";
  const levels = prefix.split("/").filter((step) => step === "..").length;
  const rest = path.slice(prefix.length);
  if (rest === "" || rest.startsWith("/") || /^[A-Za-z]:/.test(rest) || /(^|\/)\.{0,2}(\/|$)/.test(rest))
    return [];
  const [own, ownAfter] = [folderAbove(from, levels), folderAbove(then, levels)];
  // The program runs in one of the repository's folders: what lies above a folder is known only for the file's own.
  if (levels > 0) return own === undefined ? [] : [placeAt(own, ownAfter ?? NOWHERE, rest, prefix)];
  const fixed = ["", project.root, ...project.lua.moduleRoots].map(trimmed);
  const places = [...new Set(fixed)].map((base) => placeAt(base, base, rest, prefix));
  if (own !== undefined && !fixed.includes(own)) places.push(placeAt(own, ownAfter ?? NOWHERE, rest, prefix));
  return places;
}

/** That many levels above the folder of a file; undefined above the top. */
function folderAbove(path: RepoPath, levels: number): RepoPath | undefined {
  let folder = folderOf(path);
  for (let level = 0; level < levels; level++) {
    if (folder === "") return undefined;
    folder = folderOf(folder);
  }
  return folder;
}

const NOWHERE = "\0nowhere";

function placeAt(base: RepoPath, after: RepoPath, rest: string, prefix: string): PathPlace {
  return { base, baseAfter: after, path: joined(base, rest), after: joined(after, rest), prefix };
}

function joined(folder: RepoPath, rest: string): RepoPath {
  return folder === "" ? rest : `${folder}/${rest}`;
}

function trimmed(folder: RepoPath): RepoPath {
  return folder.replace(/^\.(?:\/|$)/, "").replace(/\/+$/, "");
}
