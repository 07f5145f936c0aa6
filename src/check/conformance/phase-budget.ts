// The budget that a phase asks for, against what it may have (playbook, "Defaults"): the stricter cap as soon as it reaches core or storage.
import { count } from "../../base/wording.ts";
import type { Counted } from "../../model/task/task-report.ts";
import { capsOn } from "../task/budget-caps.ts";
import { covers } from "../task/points/allowlist.ts";
import { pathsToBe } from "./places.ts";
import { reaches, reachOf } from "./reach.ts";
import type { ConformanceFault, PhaseScene } from "./scene.ts";

export interface PhaseCap extends Counted {
  readonly isStrict: boolean;
}

/** Undefined where the policy limits nothing. */
export function phaseCap({ task, policy, branch, paths }: PhaseScene): PhaseCap | undefined {
  const caps = capsOn(policy, branch);
  if (caps === undefined) return undefined;
  const { strict, mechanical } = caps;
  if (task.constraints.isMechanical)
    return { files: mechanical.files, addedLoc: mechanical.files * mechanical.addedLoc, isStrict: false };
  const { files, addedLoc } = caps;
  const reach = reachOf(task, paths);
  const isStrict =
    reaches(reach, strict.globs) ||
    pathsToBe(strict.globs, policy.project, paths).some((path) =>
      reach.entries.some((entry) => covers(entry, path)),
    );
  if (!isStrict) return { files, addedLoc, isStrict: false };
  return {
    files: Math.min(files, strict.files),
    addedLoc: Math.min(addedLoc, strict.addedLoc),
    isStrict: true,
  };
}

export function budgetFaults(scene: PhaseScene): readonly ConformanceFault[] {
  const cap = phaseCap(scene);
  const { diffBudget, isMechanical } = scene.task.constraints;
  if (cap === undefined || diffBudget === undefined) return [];
  const { files = 0, addedLoc = 0 } = diffBudget;
  const next = `write at most ${cap.files} files and ${cap.addedLoc} added_loc${isMechanical || !cap.isStrict ? "" : ', or claim "mechanical": true'}`;
  const over = (key: string, asked: string, most: string): ConformanceFault => ({
    about: "budget",
    keys: ["constraints", "diff_budget", key],
    message: `${asked} are more than the ${most} that the policy allows${cap.isStrict ? " where core or storage is reached" : ""}`,
    next,
  });
  return [
    ...(files > cap.files ? [over("files", count(files, "file"), count(cap.files, "file"))] : []),
    ...(addedLoc > cap.addedLoc
      ? [over("added_loc", count(addedLoc, "added line"), count(cap.addedLoc, "added line"))]
      : []),
  ];
}
