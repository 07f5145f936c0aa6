import { diffBudget } from "./diff-budget.ts";
import { docsFence } from "./docs-fence.ts";
import { idempotence } from "./idempotence.ts";
import { luaParse } from "./lua-parse.ts";
import { pathFence } from "./path-fence.ts";
import { policyChange } from "./policy-change.ts";
import { proofGrep } from "./proof-grep.ts";
import { requireSeparators } from "./require-separators.ts";
import { retiredNamespace } from "./retired-namespace.ts";
import type { Rule } from "./rule.ts";
import { shimExpiry } from "./shim-expiry.ts";
import { shimHeader } from "./shim-header.ts";
import { suppression } from "./suppression.ts";
import { taskCode } from "./task-code.ts";

/** Every rule, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  luaParse,
  pathFence,
  docsFence,
  diffBudget,
  retiredNamespace,
  requireSeparators,
  proofGrep,
  shimHeader,
  shimExpiry,
  taskCode,
  policyChange,
  idempotence,
  suppression,
];
