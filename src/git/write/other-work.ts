// What the user has on the paths to be written and no index holds: it would be lost, so nothing is written.
import { lstatSync, readdirSync } from "node:fs";
import { decodePath, encodePath, type RepoPath, showPath } from "../../base/repo-path.ts";
import { list } from "../../base/wording.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ChangedEntry } from "../changes/tree.ts";
import type { Repository } from "../open/repository.ts";
import { changedFilesLookingAt, type Overlooked, overlooked } from "./overlooked.ts";

/** What is written otherwise than its text says. */
export interface Marks extends Overlooked {
  /** Not in the working tree, as in a sparse checkout: written only to the index. */
  readonly leftOut: ReadonlySet<RepoPath>;
}

/** Refuses a working tree that differs from the index on these paths, and an untracked or ignored file in the way. */
export async function blockingWork(
  repo: Repository,
  top: string,
  changes: readonly ChangedEntry[],
): Promise<Marks> {
  const touched = new Set(changes.map(({ path }) => path));
  const marks = await overlooked(repo, [...touched]);
  const isThere = (path: RepoPath) => lstatSync(placeOf(top, path), { throwIfNoEntry: false }) !== undefined;
  const leftOut = new Set([...marks.skipped].filter((path) => !isThere(path)));
  const hidden = [...touched].filter(
    (path) => !leftOut.has(path) && (marks.skipped.has(path) || marks.assumed.has(path)),
  );
  const edited = (await changedFilesLookingAt(repo, hidden))
    .filter(({ path, working }) => working !== "same" && touched.has(path) && !leftOut.has(path))
    .map(({ path }) => path);
  const gone = changes.filter(({ after }) => after === undefined).map(({ path }) => path);
  const inTheWay = changes.filter(({ before, path }) => before === undefined && isTaken(top, path, gone));
  refuse(
    edited,
    "not as it is staged in the working tree",
    "stage or stash what you have there, then run it again",
  );
  const paths = inTheWay.map(({ path }) => path);
  refuse(
    paths,
    "in the way: no commit and no index holds what lies there",
    "move it away, then run it again",
  );
  return { ...marks, leftOut };
}

function refuse(paths: readonly RepoPath[], what: string, next: string): void {
  if (paths.length === 0) return;
  const shown = [
    ...paths.slice(0, 5).map(showPath),
    ...(paths.length > 5 ? [`${paths.length - 5} more`] : []),
  ];
  const verb = paths.length === 1 ? "is" : "are";
  const message = `${list(shown, "and")} ${verb} ${what}, so nothing was written`;
  throw new CannotLook(failure("other-work", message, next));
}

/** Something is there that no step removes (a disk may be blind to case), or a file or a link is where a folder has to be. */
function isTaken(top: string, path: RepoPath, gone: readonly RepoPath[]): boolean {
  const makesRoom = (place: RepoPath) => gone.some((other) => other.toLowerCase() === place.toLowerCase());
  const segments = path.split("/");
  for (let depth = 1; depth < segments.length; depth++) {
    const place = segments.slice(0, depth).join("/");
    const folder = makesRoom(place) ? undefined : lstatSync(placeOf(top, place), { throwIfNoEntry: false });
    if (folder === undefined) return false;
    if (!folder.isDirectory()) return true;
  }
  const found = makesRoom(path) ? undefined : lstatSync(placeOf(top, path), { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return !isEmptied(placeOf(top, path), encodePath(path), gone);
  return found !== undefined;
}

/** Every file below is one that is removed. */
function isEmptied(folder: Buffer, path: Buffer, gone: readonly RepoPath[]): boolean {
  return readdirSync(folder, { withFileTypes: true, encoding: "buffer" }).every((entry) => {
    const below = Buffer.concat([path, Buffer.from("/"), entry.name]);
    if (!entry.isDirectory()) return gone.includes(decodePath(below));
    return isEmptied(Buffer.concat([folder, Buffer.from("/"), entry.name]), below, gone);
  });
}

function placeOf(top: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${top}/`), encodePath(path)]);
}
