// The mechanical exception of a budget, proved: except for the paths in requires and one renaming in a file, it holds the same tokens
// as before. Comments and white space don't count. Playbook, "Defaults": mechanical exception.

import { type RepoPath, showPath } from "../../../base/repo-path.ts";
import type { FileChange } from "../../../model/change.ts";
import type { Finding } from "../../../model/finding.ts";
import { fileAt } from "../../../model/place.ts";
import type { Project } from "../../../model/project.ts";
import type { Facts, Need } from "../../../modules/facts.ts";
import { isLua } from "../../../modules/lua-files.ts";
import { placeIn } from "../../../rule/place-in.ts";
import { firstDifference } from "./difference.ts";

/** What has to be read for the proof. */
export function needsForProof(files: readonly FileChange[]): Need[] {
  const edited = files.filter(isEdited);
  return [
    { kind: "contents", side: "before", paths: edited.map(pathBefore) },
    { kind: "contents", side: "after", paths: edited.map(({ path }) => path) },
  ];
}

/** What makes a change more than mechanical, and where. */
export type Obstacle = Pick<Finding, "place" | "message">;

/** The first obstacle in path order; undefined if the change of `files` is mechanical. */
export function obstacle(files: readonly FileChange[], project: Project, facts: Facts): Obstacle | undefined {
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const found = obstacleIn(file, project, facts);
    if (found !== undefined) return found;
  }
  return undefined;
}

function obstacleIn(file: FileChange, project: Project, facts: Facts): Obstacle | undefined {
  const { path } = file;
  const shown = showPath(path);
  if (!isEdited(file)) return { place: fileAt(path), message: `${shown} is ${file.kind}` };
  if (file.before.id === file.after.id) return undefined;
  if (!isLua(path, project)) return { place: fileAt(path), message: `${shown} is not Lua` };
  const before = facts.file("before", pathBefore(file));
  const after = facts.file("after", path);
  if (before === undefined || after === undefined)
    return { place: fileAt(path), message: `${shown} cannot be read` };
  const difference = firstDifference(before, after);
  if (difference === undefined) return undefined;
  return {
    place: placeIn(after, difference.range),
    message: difference.message,
  };
}

type Edited =
  | Extract<FileChange, { kind: "modified" }>
  | (Extract<FileChange, { from: RepoPath }> & { readonly kind: "renamed" });

function isEdited(file: FileChange): file is Edited {
  return file.kind === "modified" || file.kind === "renamed";
}

function pathBefore(file: Edited): RepoPath {
  return file.kind === "renamed" ? file.from : file.path;
}
