// "Diff budget matches scope (core/storage vs app)?"
import { count } from "../../../base/wording.ts";
import type { ChecklistPoint, Counted } from "../../../model/task/task-report.ts";
import { phaseCap } from "../../conformance/phase-budget.ts";
import { capFor, capsOn, reachesOnly } from "../budget-caps.ts";
import { type ChecklistScene, point } from "./scene.ts";

export function budgetPoint(scene: ChecklistScene): ChecklistPoint {
  const { task, policy, branch, fence = [], paths } = scene;
  const caps = capsOn(policy, branch);
  const { diffBudget, isMechanical } = task.constraints;
  if (caps === undefined) return point("budget", ["the policy limits nothing"], []);
  const cap = (task.phase === undefined ? undefined : phaseCap(scene)) ?? capFor(caps, fence, isMechanical);
  const asked = { files: diffBudget?.files ?? cap.files, addedLoc: diffBudget?.addedLoc ?? cap.addedLoc };
  const says = [
    diffBudget === undefined ? `none of its own: the policy's ${amount(cap)} hold` : amount(asked),
    ...strictPart(fence, caps.strict),
    ...(isMechanical ? ["claims the mechanical exception, which has to be proved"] : []),
  ];
  const faults = [];
  if (asked.files > cap.files || asked.addedLoc > cap.addedLoc)
    faults.push({
      says: `${amount(asked)} are more than the ${amount(cap)} that the policy allows${cap.files < caps.files ? " in core and storage" : ""}`,
      next: `write at most ${cap.files} files and ${cap.addedLoc} added_loc`,
    });
  const exact = fence.every((entry) => paths.includes(entry) || /\.\w+$/.test(entry))
    ? fence.length
    : undefined;
  if (exact !== undefined && exact > 0 && diffBudget?.files !== undefined && diffBudget.files > exact)
    faults.push({
      says: `${count(diffBudget.files, "file")} where the allowlist names ${count(exact, "file")}`,
      next: `write ${exact} as constraints.diff_budget.files`,
    });
  return point("budget", says, faults);
}

function amount({ files, addedLoc }: Counted): string {
  return `${count(files, "file")} and ${count(addedLoc, "added line")}`;
}

function strictPart(
  fence: readonly string[],
  strict: Counted & { readonly globs: readonly string[] },
): readonly string[] {
  if (strict.globs.length === 0) return [];
  const inside = fence.filter((entry) => reachesOnly(entry, strict.globs)).length;
  const where =
    inside === 0 ? "what of it lies" : inside === fence.length ? "all of it lies" : "a part of it lies";
  return [`${where} in core and storage: at most ${amount(strict)} there`];
}
