// What every phase must say, and whether it does.
import type { Task } from "../../model/task.ts";
import type { ConformanceFault } from "./scene.ts";

export function presenceFaults({ constraints, acceptance, keys, notes }: Task): readonly ConformanceFault[] {
  const { allowlist, diffBudget } = constraints;
  const said = acceptance.filter((text) => text.trim() !== "").length;
  return [
    ...missing(["constraints", "allowlist"], allowlist?.length, ALLOWLIST),
    ...(diffBudget === undefined
      ? missing(["constraints", "diff_budget"], undefined, BUDGET)
      : [
          ...(diffBudget.files === undefined
            ? missing(["constraints", "diff_budget", "files"], undefined, BUDGET)
            : []),
          ...(diffBudget.addedLoc === undefined
            ? missing(["constraints", "diff_budget", "added_loc"], undefined, BUDGET)
            : []),
        ]),
    ...missing(["acceptance"], keys.includes("acceptance") ? said : undefined, ACCEPTANCE),
    ...(keys.includes("proof_grep") ? [] : missing(["proof_grep"], undefined, GREPS)),
    ...missing(["notes"], keys.includes("notes") ? notes.trim().length : undefined, NOTES),
  ];
}

const ALLOWLIST = 'name what it may touch: "allowlist": ["A/core/keys.lua"]';
const BUDGET = 'say what it may cost: "diff_budget": {"files": 6, "added_loc": 300}';
const ACCEPTANCE = 'say what must be true of it: "acceptance": ["Diff budget respected."]';
const GREPS =
  'say what must be found, and what must not: "proof_grep": [{"pattern": "…", "should_match": false}]';
const NOTES = "say the impacted modules, the risks, the mitigations and how to undo it";

/** `size` is undefined for what is missing. */
function missing(
  keys: readonly string[],
  size: number | undefined,
  next: string,
): readonly ConformanceFault[] {
  if (size !== undefined && size > 0) return [];
  const what = keys.at(-1);
  const message =
    size === undefined ? `a phase has ${what}: it is missing` : `a phase has ${what}: it is empty`;
  return [{ about: "presence", keys, message, next }];
}
