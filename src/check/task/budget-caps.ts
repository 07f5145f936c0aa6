import { matchesAny } from "../../base/glob.ts";
import type { Counted } from "../../model/task/task-report.ts";
import type { Policy } from "../../policy/policy.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import type { DiffBudgetOptions } from "../../rules/diff-budget/budget.ts";
import { diffBudget } from "../../rules/diff-budget/diff-budget.ts";

/** The most that the policy lets a change have. */
export interface Caps extends Counted {
  readonly strict: Counted & { readonly globs: readonly string[] };
  /** Lines count for each file. */
  readonly mechanical: Counted;
}

/** The caps on a branch; undefined where nothing limits a change. */
export function capsOn(policy: Policy, branch: string): Caps | undefined {
  const { level, options } = settingFor(policy, diffBudget.id, { branches: [branch] });
  if (level === "off") return undefined;
  const { files, addedLoc, strict, mechanical } = options as unknown as DiffBudgetOptions;
  return { files, addedLoc, strict, mechanical };
}

/** What a task with this allowlist may have: the stricter budget where it reaches nothing else. */
export function capFor(
  { files, addedLoc, strict, mechanical }: Caps,
  allowlist: readonly string[],
  isMechanical: boolean,
): Counted {
  if (isMechanical) return { files: mechanical.files, addedLoc: mechanical.files * mechanical.addedLoc };
  const isStrict = allowlist.length > 0 && allowlist.every((entry) => reachesOnly(entry, strict.globs));
  return isStrict
    ? { files: Math.min(files, strict.files), addedLoc: Math.min(addedLoc, strict.addedLoc) }
    : { files, addedLoc };
}

/** Whether all that an entry stands for is matched by these globs, and whether any of it can be. */
export function reachesOnly(entry: string, globs: readonly string[]): boolean {
  return samplesOf(entry).every((path) => matchesAny(globs, path));
}

/** Paths that an entry stands for: the file itself, one below the folder, one that the glob matches. */
function samplesOf(entry: string): readonly string[] {
  const trimmed = entry.replace(/\/+$/, "");
  if (/[*?[\]{}]/.test(trimmed)) return [trimmed.replaceAll(/\*+/g, "x").replaceAll("?", "x")];
  return /\.\w+$/.test(trimmed) ? [trimmed] : [`${trimmed}/x`];
}
