import { readable } from "../base/byte-text.ts";
import { isOwnLua } from "../modules/lua-files.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/**
 * No `\` in a module name (playbook, "Proof-greps": no Windows separators in requires): it finds the file only on Windows.
 */
export const requireSeparators: FileRule<NoOptions> = {
  id: "require-separators",
  kind: "file",
  summary: "no backslash in the name of a required module",
  options: NO_OPTIONS,
  covers: isOwnLua,
  *inspect(file) {
    for (const require of file.lua.requires) {
      const name = require.kind === "static" ? require.name : require.start;
      if (!name.includes("\\")) continue;
      const isWhole = require.kind === "static";
      yield {
        place: placeIn(file, isWhole ? require.nameRange : require.range),
        message: `the module name ${readable(name)}${isWhole ? "" : "…"} holds a backslash, so only Windows finds it`,
        hint: isWhole
          ? `require "${readable(name.replaceAll(/\\+/g, "."))}"`
          : "write dots between the parts of the name",
        anchor: { scope: require.scope, code: `require ${name}` },
      };
    }
  },
};
