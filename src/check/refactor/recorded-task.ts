// What is said about a commit that records the task that made it: nothing if it is what the task makes.
import { count } from "../../base/wording.ts";
import type { ObjectId } from "../../model/change.ts";
import type { JudgedFinding } from "../../model/finding.ts";
import { WHOLE_CHANGE } from "../../model/place.ts";
import type { Replay } from "./task-replay.ts";

export const RECORDED_TASK = "recorded-task";

/** Undefined where it is the same. `commit` is left out for what is staged, which only warns: nothing is recorded yet. */
export function findingOfReplay(replay: Replay, commit?: ObjectId): JudgedFinding | undefined {
  if (replay.kind === "equal") return undefined;
  // A task that is done already has nothing to say about what comes after it.
  if (commit === undefined && replay.kind === "differs" && replay.isIdle) return undefined;
  const what = commit === undefined ? "what is staged" : "the commit";
  const base = {
    rule: RECORDED_TASK,
    level: commit === undefined ? "warn" : "error",
    standing: { kind: "new" },
    place: WHOLE_CHANGE,
    ...(commit === undefined ? {} : { commit }),
  } as const;
  if (replay.kind === "impossible")
    return {
      ...base,
      message: `${what} can't be what its task makes: ${replay.why}`,
      hint: "take the trailer Arkitekt-Task out, or do the task again on the commit before",
    };
  return {
    ...base,
    message: `${what} is not what its task makes: ${count(replay.paths, "file")} differ${replay.paths === 1 ? "s" : ""}`,
    details: replay.diff,
    hint:
      commit === undefined
        ? "commit by itself what the task does not do; shown is what the task would change"
        : "shown is what the task would change: commit the rest by itself, or take the trailer out",
  };
}
