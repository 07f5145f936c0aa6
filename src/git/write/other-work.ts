// What the user has on the paths to be written and no index holds: it would be lost, so nothing is written.
import { lstatSync, readdirSync } from "node:fs";
import { decodePath, encodePath, type RepoPath, showPath } from "../../base/repo-path.ts";
import { list } from "../../base/wording.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { ChangedEntry } from "../changes/tree.ts";
import { changedFiles } from "../changes/working-state.ts";
import type { Repository } from "../open/repository.ts";
import { nulList } from "../process/nul-list.ts";

/**
 * Refuses a working tree that differs from the index on these paths, and an untracked or ignored file in the way. Gives the paths
 * that a sparse checkout leaves out of the working tree: they are written only to the index.
 */
export async function blockingWork(
  repo: Repository,
  top: string,
  changes: readonly ChangedEntry[],
): Promise<ReadonlySet<RepoPath>> {
  const sparse = await leftOut(repo, changes);
  const touched = new Set(changes.map(({ path }) => path));
  const edited = (await changedFiles(repo))
    .filter(({ path, working }) => working !== "same" && touched.has(path) && !sparse.has(path))
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
  return sparse;
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

async function leftOut(repo: Repository, changes: readonly ChangedEntry[]): Promise<ReadonlySet<RepoPath>> {
  const { stdout } = await repo.git.run(["ls-files", "-t", "-z", "--full-name"]);
  const tagged = new Set(nulList(stdout.toString("latin1")).filter((line) => line.startsWith("S ")));
  if (tagged.size === 0) return new Set();
  const isLeftOut = (path: RepoPath) => tagged.has(`S ${encodePath(path).toString("latin1")}`);
  return new Set(changes.map(({ path }) => path).filter(isLeftOut));
}

function placeOf(top: string, path: RepoPath): Buffer {
  return Buffer.concat([Buffer.from(`${top}/`), encodePath(path)]);
}
