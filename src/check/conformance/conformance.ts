// Whether a phase obeys the playbook ("Conformance rules (per phase)"): it says what it has to, and asks for no more than it may.
import type { Task, TaskRemark } from "../../model/task.ts";
import { showKeys } from "../../task/shape-fault.ts";
import { budgetFaults } from "./phase-budget.ts";
import { phaseTitle } from "./phase-title.ts";
import { isPlaceholder, placeholders } from "./placeholders.ts";
import { presenceFaults } from "./presence.ts";
import { grepFaults } from "./required-greps.ts";
import type { ConformanceFault, PhaseScene } from "./scene.ts";
import { workFaults } from "./work.ts";

/** Every fault, in the order of the text. */
export function conformanceFaults(scene: PhaseScene): readonly ConformanceFault[] {
  const title = phaseTitle(scene);
  const faults: readonly ConformanceFault[] = [
    ...presenceFaults(scene.task),
    ...placeholders(scene.task),
    ...workFaults(scene.task),
    ...budgetFaults(scene),
    ...grepFaults(scene),
    // A code that nobody has written yet is one fault, not two.
    ...(title.ok || isPlaceholder(scene.task.kind ?? "") ? [] : [title.error]),
  ];
  const placed = faults.map((fault) => ({ fault, at: scene.task.placeOf(fault.keys) }));
  return placed
    .sort((one, other) => lineOf(one.at) - lineOf(other.at) || columnOf(one.at) - columnOf(other.at))
    .map(({ fault }) => fault);
}

const lineOf = (at: TaskRemark["at"]): number => at?.line ?? 0;
const columnOf = (at: TaskRemark["at"]): number => at?.column ?? 0;

/** A fault with its place and its whole key, as everything about a task's text is reported. */
export function conformanceRemark(
  { source, phase, placeOf }: Task,
  { keys, message, next }: ConformanceFault,
): TaskRemark {
  const inside = phase === undefined ? keys : ["phases", phase.index, "payload", ...keys];
  return { path: source.path, at: placeOf(keys), key: showKeys(inside), message, next };
}
