import { readable } from "../base/byte-text.ts";
import type { SyntaxFault } from "../lua/lexer/fault.ts";
import type { Finding } from "../model/finding.ts";
import { isLua } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
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
  covers: (path, project) => isLua(path, project),
  *inspect(file) {
    const { syntax, forgiven } = file.lua;
    // A line that is forgiven is known by what it holds: whoever changes it has written something new.
    for (const fault of forgiven) yield finding(fault, file, (line) => `forgiven ${line.trim()}`);
    if (!syntax.ok) yield finding(syntax.error, file, () => file.change?.path ?? file.path);
  },
};

function finding(
  { message, range }: SyntaxFault,
  file: SourceFile,
  codeOf: (line: string) => string,
): Finding {
  const place = placeIn(file, range);
  const line = place.kind === "span" ? place.line : "";
  return {
    place,
    message: readable(message),
    hint: /^(?:<{7}|={7}|>{7})/.test(line)
      ? "a conflict of a merge is left here: resolve it"
      : "mend it; `luac5.3 -p` on the file says the same",
    anchor: { scope: "", code: codeOf(line) },
  };
}
