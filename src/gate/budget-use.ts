// How much of its budget a change takes, and how much it may: the figures behind the rule, even where it finds nothing.
import type { ChangeSet } from "../model/change.ts";
import type { Counted } from "../model/task/task-report.ts";
import type { ChangeRule, ChangeScene } from "../rule/rule.ts";
import type { DiffBudgetOptions } from "../rules/diff-budget/budget.ts";
import { diffBudget } from "../rules/diff-budget/diff-budget.ts";
import { type LedgerItem, ledgerOf } from "../rules/diff-budget/ledger.ts";
import { sceneOf } from "./scene.ts";
import type { Terms } from "./terms.ts";

export interface BudgetUse {
  readonly used: Counted;
  /** In core and storage. */
  readonly usedStrict: Counted;
  /** Undefined where nothing limits it. */
  readonly allowed: Counted | undefined;
  readonly allowedStrict: Counted | undefined;
}

export function budgetUse(change: ChangeSet, terms: Terms): BudgetUse {
  const scene = sceneOf(diffBudget as ChangeRule<unknown>, change, terms) as ChangeScene<DiffBudgetOptions>;
  const { counted } = ledgerOf(scene);
  const { files, addedLoc, strict } = scene.options;
  const isOff = terms.setting(diffBudget.id).level === "off";
  return {
    used: sumOf(counted),
    usedStrict: sumOf(counted.filter(({ isStrict }) => isStrict)),
    allowed: isOff ? undefined : { files, addedLoc },
    allowedStrict:
      isOff || strict.globs.length === 0 ? undefined : { files: strict.files, addedLoc: strict.addedLoc },
  };
}

function sumOf(items: readonly LedgerItem[]): Counted {
  return { files: items.length, addedLoc: items.reduce((sum, { addedLoc }) => sum + addedLoc, 0) };
}
