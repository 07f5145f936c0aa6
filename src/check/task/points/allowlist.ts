// "Allowlist minimal and correct?": no entry that nothing needs, none that covers the whole root.
import { isUnder, matchesAny } from "../../../base/glob.ts";
import type { RepoPath } from "../../../base/repo-path.ts";
import { count } from "../../../base/wording.ts";
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import type { Task } from "../../../model/task.ts";
import { type ChecklistScene, point } from "./scene.ts";

interface Fault {
  readonly says: string;
  readonly next: string;
}

export function allowlistPoint({ task, fence, paths, policy }: ChecklistScene): ChecklistPoint {
  if (fence === undefined || fence.length === 0) {
    const says =
      fence === undefined
        ? "no allowlist, live_root or feature_root: nothing fences it"
        : "the allowlist is empty";
    return point("allowlist", [], [{ says, next: "name what may change: constraints.allowlist" }]);
  }
  const { root } = policy.project;
  const below = paths.filter((path) => isUnder(path, root));
  const faults = fence.flatMap((entry, at): Fault[] => {
    const rest = fence.filter((_, other) => other !== at);
    return [
      ...(coversRoot(entry, root, below) ? [wholeRoot(entry, root)] : []),
      ...needless(entry, at, fence, rest, paths, task),
    ];
  });
  const reach = paths.filter((path) => fence.some((entry) => covers(entry, path))).length;
  return point(
    "allowlist",
    [`${count(fence.length, "entry", "entries")}, ${count(reach, "file")} of the repository`],
    faults,
  );
}

/** Whether a path is an entry, lies below it, or is matched by it, as the path fence sees it. */
export function covers(entry: string, path: RepoPath): boolean {
  return isUnder(path, entry) || matchesAny([entry], path);
}

function coversRoot(entry: string, root: string, below: readonly RepoPath[]): boolean {
  if (entry === "." || isUnder(root, entry)) return true;
  const isOneFile = below.includes(entry);
  return !isOneFile && below.length > 1 && below.every((path) => covers(entry, path));
}

function wholeRoot(entry: string, root: string): Fault {
  const where = root === "" ? "the whole repository" : `all of ${root}`;
  return { says: `${entry} covers ${where}`, next: "name the folders and files that the task is about" };
}

function* needless(
  entry: string,
  at: number,
  fence: readonly string[],
  rest: readonly string[],
  paths: readonly RepoPath[],
  task: Task,
): Iterable<Fault> {
  if (fence.indexOf(entry) < at) {
    yield { says: `${entry} is listed twice`, next: "keep one of them" };
    return;
  }
  const own = paths.filter((path) => covers(entry, path));
  if (own.length === 0) {
    if (isToBeMade(entry, task)) return;
    yield {
      says: `${entry} matches no file there is`,
      next: "correct it, or take it out; a file still to be made is named in full",
    };
    return;
  }
  const other = rest.find(
    (wider) => !(rest.includes(wider) && covers(entry, wider)) && own.every((path) => covers(wider, path)),
  );
  if (other !== undefined)
    yield {
      says: `${entry} is covered by ${other}`,
      next: `keep ${entry} alone, if that is enough, or take it out`,
    };
}

/** A file named in full can be one that the task makes; so can what its keys name, and what lies in a folder that they name. */
function isToBeMade(entry: string, { files, edits, to, path }: Task): boolean {
  const named = [...files.map((file) => file.path), ...edits.map((edit) => edit.path), to, path].flatMap(
    (one) => one ?? [],
  );
  if (named.some((one) => covers(entry, one))) return true;
  return !/[*?[\]{}]/.test(entry) && /\/?[^/]+\.\w+$/.test(entry);
}
