import { phaseCommits } from "../../git/history/phase-commits.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import { phaseCode } from "../../task/task-file.ts";

/**
 * Where the work of a task begins on a line of commits from `start` to `tip`: of a phase of a pipeline, behind the last commit of a phase
 * before it, whose branch it grows from. `seriesAt` gives the phases up to its own; where they are known, a commit that only says that it
 * is of another phase ends nothing.
 */
export async function ownWorkSince(
  repo: Repository,
  start: ObjectId,
  tip: ObjectId,
  {
    codes,
    seriesAt,
  }: { readonly codes: readonly string[]; seriesAt(at: ObjectId): Promise<readonly string[]> },
): Promise<ObjectId> {
  if (start === tip || !codes.some((code) => code.startsWith(phaseCode("")))) return start;
  const commits = await phaseCommits(repo, start, tip);
  const others = commits.filter(({ phase }) => !codes.includes(phaseCode(phase)));
  const series = others.length === 0 ? [] : await seriesAt(start);
  const isBefore = (phase: string) => series.length === 0 || series.includes(phaseCode(phase));
  return others.find(({ phase }) => isBefore(phase))?.id ?? start;
}
