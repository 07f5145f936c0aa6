// A file, a folder or a whole namespace moves, and everything that names it follows (playbook, "Common tasks" 5).
import { showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import { findingAt } from "./finding-in.ts";
import { movePlan } from "./move/move-plan.ts";
import { rename } from "./names/renaming.ts";
import { notesOf } from "./notes-of.ts";
import { patchOf } from "./patch-of.ts";
import { NO_PATCH, type Refactored } from "./refactored.ts";
import type { MoveModule } from "./refactoring.ts";
import type { Tree } from "./tree.ts";

export function moveModule(tree: Tree, { moves, strings }: MoveModule): Refactored {
  const plan = movePlan(tree, moves);
  if (plan.stops.length > 0)
    return { patch: NO_PATCH, notes: "", reports: [], stops: plan.stops, rewritten: [] };
  const { moved } = plan;
  const chained = [...moved].filter(([from, to]) => moved.has(to) && !tree.texts.has(from));
  const { rewritten, stops, reports } = rename(tree, {
    moved,
    meant: moved,
    gone: new Set(),
    renamed: (name) => plan.renamed(name),
    covers: () => true,
    rewritesStrings: strings === true,
  });
  const notes = notesOf({
    impacted: [...moved.values(), ...rewritten.map(({ path }) => path)],
    deltas: `import path only; ${count(moved.size, "file")} moved, ${count(rewritten.length, "file")} with names rewritten`,
    undo: moves.map(({ from, to }) => `move ${to} to ${from}`).join(", "),
    reports,
  });
  const clumsy = chained.map(([from, to]) =>
    findingAt(
      to,
      `${showPath(from)} makes room for another file and is not Lua`,
      "move it in a run of its own",
    ),
  );
  return {
    patch: patchOf(tree, { moved, rewritten }),
    notes,
    reports,
    stops: [...stops, ...clumsy],
    rewritten,
  };
}
