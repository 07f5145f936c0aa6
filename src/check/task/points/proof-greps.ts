// "Include proof-greps (namespace, backslashes, purity, canonicalization)?": each by a grep of the task or by the policy's rule.
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import { showKeys } from "../../../task/shape-fault.ts";
import { addGreps, brokenGreps, requiredGreps } from "../../conformance/required-greps.ts";
import { type ChecklistScene, point } from "./scene.ts";

export function proofGrepsPoint(scene: ChecklistScene): ChecklistPoint {
  const broken = brokenGreps(scene).map(({ keys, message, next }) => ({
    says: `${showKeys(keys) ?? ""}: ${message}`,
    next,
  }));
  const wanted = requiredGreps(scene);
  const missing = wanted.filter(({ held }) => held === undefined);
  const held = wanted.flatMap(({ what, held: by }) => (by === undefined ? [] : [`${what}: ${by}`]));
  return point("proof-greps", held, [
    ...broken,
    ...missing.map((one) => ({ says: `${one.what}: nothing looks for it`, next: addGreps(one) })),
  ]);
}
