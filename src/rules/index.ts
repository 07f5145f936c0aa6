import { docsFence } from "./docs-fence.ts";
import { luaParse } from "./lua-parse.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [luaParse, docsFence];
