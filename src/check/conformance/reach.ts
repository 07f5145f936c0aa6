// Which files a phase may touch: those that exist, those that it makes, and one that stands for each entry of its allowlist.
import { matchesAny } from "../../base/glob.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import type { Task } from "../../model/task.ts";
import { reachesOnly } from "../task/budget-caps.ts";
import { covers } from "../task/points/allowlist.ts";

export interface Reach {
  readonly entries: readonly string[];
  /** Files that it names, or that lie in its allowlist. */
  readonly paths: readonly RepoPath[];
}

export function reachOf(task: Task, paths: readonly RepoPath[]): Reach {
  const entries =
    task.constraints.allowlist ?? [task.liveRoot, task.featureRoot].flatMap((root) => root ?? []);
  const own = paths.filter((path) => entries.some((entry) => covers(entry, path)));
  return { entries, paths: [...new Set([...own, ...pathsMadeBy(task)])] };
}

/** The files that a task makes, as far as it names them. */
export function pathsMadeBy({ files, edits, moves, to }: Task): readonly RepoPath[] {
  const named = [...files.map(({ path }) => path), ...edits.map(({ path }) => path)];
  const moved = [...moves.map((move) => move.to), ...(to === undefined ? [] : [to])];
  return [...named, ...moved.filter((name) => name.endsWith(".lua"))];
}

/** Whether it may touch a file that these globs match. */
export function reaches({ entries, paths }: Reach, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  return (
    paths.some((path) => matchesAny(globs, path)) ||
    entries.flatMap(withoutBraces).some((entry) => reachesOnly(entry, globs))
  );
}

/** `A/{core,app}` is `A/core` and `A/app`. */
function withoutBraces(entry: string): readonly string[] {
  const [whole, before = "", list = "", after = ""] = /^([^{}]*)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(entry) ?? [];
  if (whole === undefined) return [entry];
  return list.split(",").flatMap((item) => withoutBraces(`${before}${item}${after}`));
}
