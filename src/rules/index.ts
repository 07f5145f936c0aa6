import type { Rule } from "../rule/rule.ts";
import { canonicalShape } from "./canonical-shape/canonical-shape.ts";
import { diffBudget } from "./diff-budget/diff-budget.ts";
import { docsFence } from "./docs-fence.ts";
import { idempotence } from "./idempotence/idempotence.ts";
import { luaParse } from "./lua-parse.ts";
import { moduleShape } from "./module-shape.ts";
import { noGlobals } from "./no-globals/no-globals.ts";
import { noRequireEffects } from "./no-require-effects/no-require-effects.ts";
import { numericFields } from "./numeric-fields.ts";
import { pathFence } from "./path-fence/path-fence.ts";
import { policyChange } from "./policy-change/policy-change.ts";
import { proofGrep } from "./proof-grep/proof-grep.ts";
import { purityFence } from "./purity-fence.ts";
import { requireFence } from "./require-fence.ts";
import { requireGraph } from "./require-graph/require-graph.ts";
import { requireSeparators } from "./require-separators.ts";
import { retiredNamespace } from "./retired-namespace.ts";
import { shimExpiry } from "./shim-expiry/shim-expiry.ts";
import { shimHeader } from "./shim-header.ts";
import { shimSurface } from "./shim-surface/shim-surface.ts";
import { statusTrail } from "./status-trail/status-trail.ts";
import { suppression } from "./suppression.ts";
import { taskBranch } from "./task-branch.ts";
import { taskCode } from "./task-code.ts";
import { taskNotes } from "./task-notes/task-notes.ts";
import { todoFence } from "./todo-fence.ts";
import { unmetExports } from "./unmet-exports/unmet-exports.ts";

/** Every rule, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  luaParse,
  pathFence,
  requireFence,
  purityFence,
  noGlobals,
  noRequireEffects,
  moduleShape,
  docsFence,
  todoFence,
  diffBudget,
  retiredNamespace,
  requireSeparators,
  requireGraph,
  unmetExports,
  proofGrep,
  canonicalShape,
  numericFields,
  shimHeader,
  shimExpiry,
  shimSurface,
  taskCode,
  taskBranch,
  taskNotes,
  policyChange,
  idempotence,
  statusTrail,
  suppression,
];
