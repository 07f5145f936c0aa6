import type { Refactoring } from "./refactoring.ts";

/** What is done, in a line. */
export function titleOf(task: Refactoring): string {
  const line = sentence(task);
  return line.length <= 66 ? line : `${line.slice(0, 65).trimEnd()}…`;
}

function sentence(task: Refactoring): string {
  switch (task.task) {
    case "move_module": {
      const [first] = task.moves;
      const more = task.moves.length > 1 ? ` and ${task.moves.length - 1} more` : "";
      return `move ${first?.from ?? ""} to ${first?.to ?? ""}${more}`;
    }
    case "refactor_require":
      return `require ${task.to} in place of ${task.from}`;
    case "remove_shim":
      return `remove the shim ${task.name ?? task.path}`;
    case "scaffold_module":
      return `scaffold ${task.files.map(({ path }) => path).join(", ")}`;
    case "phaseX_cleanup_remove_legacy":
      return `remove what is left of ${task.from ?? task.featureRoot ?? "old modules"}`;
    case "scan_requires":
      return "scan requires";
  }
}
