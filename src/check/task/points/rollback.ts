// "Clear rollback path?": the notes say how to undo it (playbook, "Rollback": a short undo outline).
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import { type ChecklistScene, point } from "./scene.ts";

export function rollbackPoint({ task: { notes } }: ChecklistScene): ChecklistPoint {
  const outline = notes
    .split(/\n|(?<=\.)\s+|;\s*/)
    .map((sentence) => sentence.trim())
    .find((sentence) => WAY_BACK.test(sentence));
  if (outline !== undefined) return point("rollback", [outline], []);
  const says = notes.trim() === "" ? "the task has no notes" : "the notes don't say how to undo it";
  return point(
    "rollback",
    [],
    [{ says, next: 'add to the notes: "Undo: …", with the reverse of each move' }],
  );
}

/** A word for it, and what is to be done. */
const WAY_BACK = /\b(?:undo|roll(?:s|ed)?[ -]?back|revert(?:s|ed|ing)?|reverse)\b\W*\w+/i;
