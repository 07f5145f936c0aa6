import { phaseCommits } from "../../git/history/phase-commits.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId } from "../../model/change.ts";
import { phaseCode } from "../../task/task-file.ts";

/**
 * Where the work of a task begins on a line of commits from `start` to `tip`: for a phase of a pipeline, after the last commit of
 * another phase, whose branch it grows from. `phasesAt` gives those of its manifest; where they are known, a commit that only says that it is
 * of a phase ends nothing.
 */
export async function ownWorkSince(
  repo: Repository,
  start: ObjectId,
  tip: ObjectId,
  {
    codes,
    phasesAt,
  }: { readonly codes: readonly string[]; phasesAt(at: ObjectId): Promise<readonly string[]> },
): Promise<ObjectId> {
  if (start === tip || !codes.some((code) => code.startsWith(phaseCode("")))) return start;
  const commits = await phaseCommits(repo, start, tip);
  const others = commits.filter(({ phase }) => !codes.includes(phaseCode(phase)));
  const phases = others.length === 0 ? [] : await phasesAt(start);
  const isKnown = (phase: string) => phases.length === 0 || phases.includes(phaseCode(phase));
  return others.find(({ phase }) => isKnown(phase))?.id ?? start;
}
