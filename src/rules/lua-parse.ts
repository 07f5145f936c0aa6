import { isLua } from "./lua-files.ts";
import type { FileRule } from "./rule.ts";

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
    yield {
      path: file.path,
      span: file.lines.span(range),
      message,
      hint: "`luac5.3 -p` refuses it too; mend the syntax, then stage the file again",
      anchor: { scope: "", code: file.change?.path ?? file.path },
    };
  },
};
