// Commits of a pipeline on a line of commits. The branch of a phase grows from that of the phase before: its own work begins after that.
import type { ObjectId } from "../../model/change.ts";
import { PHASE_TRAILERS } from "../../model/task/phase-trailers.ts";
import type { Repository } from "../open/repository.ts";

export interface PhaseCommit {
  readonly id: ObjectId;
  /** The name of the phase. */
  readonly phase: string;
}

/** Those that `tip` has and `from` lacks, newest first, along first parents. */
export async function phaseCommits(
  { git }: Repository,
  from: ObjectId,
  tip: ObjectId,
): Promise<readonly PhaseCommit[]> {
  const value = `%(trailers:key=${PHASE_TRAILERS.phase},valueonly,separator=%x01)`;
  const args = [
    "log",
    "--first-parent",
    "--no-show-signature",
    "-z",
    `--format=%H ${value}`,
    `${from}..${tip}`,
  ];
  const { stdout } = await git.run([...args, "--"]);
  return stdout
    .toString("utf8")
    .split("\0")
    .flatMap((line) => {
      const [, id = "", phase = ""] = /^([0-9a-f]+) ([^\u0001]+)$/.exec(line) ?? [];
      return id === "" ? [] : [{ id, phase }];
    });
}
