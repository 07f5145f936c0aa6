import { docsFence } from "./docs-fence.ts";
import { luaParse } from "./lua-parse.ts";
import type { Rule } from "./rule.ts";
import { suppression } from "./suppression.ts";

/** Every rule, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [luaParse, docsFence, suppression];
