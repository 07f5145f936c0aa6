// "Conformance rules (per phase)": what a phase has to say; its budget and its proof-greps are points of their own.
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import { showKeys } from "../../../task/shape-fault.ts";
import { conformanceFaults } from "../../conformance/conformance.ts";
import { type ChecklistScene, point } from "./scene.ts";

export function conformancePoint(scene: ChecklistScene): ChecklistPoint {
  const faults = conformanceFaults(scene).filter(
    ({ about }) => about !== "budget" && about !== "proof-greps",
  );
  const said = faults.map(({ keys, message, next }) => ({
    says: `${showKeys(keys) ?? ""}: ${message}`,
    next,
  }));
  const well = "it says all that a phase must, and its commit's title names a task";
  return point("conformance", said.length === 0 ? [well] : [], said);
}
