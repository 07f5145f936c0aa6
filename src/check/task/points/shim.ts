// "Need a parity shim?": yes where others require what goes, and may not be changed with it.
import { showPath } from "../../../base/repo-path.ts";
import { count } from "../../../base/wording.ts";
import type { ChecklistPoint } from "../../../model/task/task-report.ts";
import { covers } from "./allowlist.ts";
import { type ChecklistScene, point } from "./scene.ts";

export function shimPoint({ task, fence, importers }: ChecklistScene): ChecklistPoint {
  if (task.from === undefined) return point("shim", ["not needed: the task names no module that goes"], []);
  const outside = importers.filter((path) => !(fence ?? []).some((entry) => covers(entry, path)));
  if (outside.length === 0) {
    const few = `${count(importers.length, "file requires", "files require")} ${task.from}, and may change`;
    const says = importers.length === 0 ? `nobody requires ${task.from}` : few;
    return point("shim", [`not needed: ${says}`], []);
  }
  const shown = outside.slice(0, 3).map(showPath).join(", ");
  const more = outside.length > 3 ? ` and ${outside.length - 3} more` : "";
  const says = `needed: ${shown}${more} require ${task.from} and may not change`;
  // Whoever writes about a shim has thought of it; the rules about shims hold that it is there.
  const isPlanned = /\bshims?\b/i.test([task.notes, ...task.acceptance].join("\n"));
  if (isPlanned) return point("shim", [`${says}; the task speaks of one`], []);
  const next = "plan one in the notes (@deprecated, EXPIRES, removal phase), or allow these files";
  return point("shim", [], [{ says, next }]);
}
