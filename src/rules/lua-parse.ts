import { readable } from "../base/byte-text.ts";
import { isLua } from "../modules/lua-files.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

/**
 * Every changed Lua file parses as Lua 5.3, within the limits of its compiler (playbook, "CI/Notifications contract" 1).
 * Vendored and generated files too: what does not parse cannot be loaded by anyone.
 */
export const luaParse: FileRule<Record<string, never>> = {
  id: "lua-parse",
  kind: "file",
  summary: "every changed Lua file parses as Lua 5.3",
  options: { type: "object", additionalProperties: false, properties: {} },
  defaults: {},
  covers: (path, project) => isLua(path, project),
  *inspect(file) {
    const { syntax } = file.lua;
    if (syntax.ok) return;
    const { message, range } = syntax.error;
    const place = placeIn(file, range);
    const isConflict = place.kind === "span" && /^(?:<{7}|={7}|>{7})/.test(place.line);
    yield {
      place,
      message: readable(message),
      hint: isConflict
        ? "a conflict of a merge is left here: resolve it"
        : "mend it; `luac5.3 -p` on the file says the same",
      anchor: { scope: "", code: file.change?.path ?? file.path },
    };
  },
};
