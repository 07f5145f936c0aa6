import { isNoCode } from "../../modules/declarations.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import type { FileRule } from "../../rule/rule.ts";
import { elsewhere, mayBeElsewhere } from "./elsewhere.ts";
import { type NoGlobalsOptions, options } from "./options.ts";
import { findingOf, suspectsIn } from "./suspects.ts";

/**
 * No global is written (playbook, "Hard boundaries": no globals), neither by name nor through `_G` or `_ENV`. A read of one
 * that nobody declares is a warning, the first of each name in a file, but not where the code asks whether it is there.
 */
export const noGlobals: FileRule<NoGlobalsOptions> = {
  id: "no-globals",
  kind: "file",
  summary: "no global is written, and none is read that nobody declares",
  options,
  covers: isOwnLua,
  ofChange: elsewhere,
  *inspect(file, { options, project }) {
    if (isNoCode(file)) return;
    for (const use of suspectsIn(file, options, project))
      if (!mayBeElsewhere(use, options)) yield findingOf(use, file, options);
  },
};
