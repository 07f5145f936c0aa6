import { type ByteText, readable } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import { list } from "../base/wording.ts";
import type { SyntaxFault } from "../lua/lexer/fault.ts";
import type { Finding } from "../model/finding.ts";
import { type LuaVersion, luaName } from "../model/lua-version.ts";
import { flag, optionsOf, type ValueOf } from "../model/option.ts";
import { isLua } from "../modules/lua-files.ts";
import { hasNoEnding, programIn } from "../modules/programs.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { placeIn } from "../rule/place-in.ts";
import type { FileRule } from "../rule/rule.ts";

const options = optionsOf({
  otherVersions: flag(
    "Whether a file that another version of Lua reads as a whole is a warning: where nobody has said which Lua it is. Whoever breaks such a file has made a new fault.",
  ).byDefault(false),
  glua: flag(
    "Whether the operators and comments of Garry's Mod will do: `!`, `!=`, `&&`, `||`, `//`, `continue`.",
  ).byDefault(false),
});

type LuaParseOptions = ValueOf<typeof options>;

/**
 * Every changed Lua file parses in the version of Lua that is written in its folder, within the limits of its compiler
 * (playbook, "CI/Notifications contract" 1).
 * Vendored and generated files too: what does not parse cannot be loaded by anyone.
 */
export const luaParse: FileRule<LuaParseOptions> = {
  id: "lua-parse",
  kind: "file",
  summary: "every changed Lua file parses in its version of Lua",
  options,
  covers: (path, project) => isLua(path, project),
  *inspect(file, { options }) {
    const { syntax, forgiven } = file.lua;
    // A forgiven line is recognised by what it holds: whoever changes it has written something new.
    for (const fault of forgiven) yield finding(fault, file, (line) => `forgiven ${line.trim()}`);
    if (syntax.ok || (options.glua && file.lua.isGlua)) return;
    const isOther = options.otherVersions && file.lua.otherVersions.readAll;
    yield {
      // Whoever breaks what another version reads has written something new.
      ...finding(
        syntax.error,
        file,
        () => `${isOther ? "another version's " : ""}${file.change?.path ?? file.path}`,
      ),
      ...(isOther ? { atMost: "warn" } : {}),
    };
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
      : hintFor(file, range),
    anchor: { scope: "", code: codeOf(line) },
  };
}

/** If another version reads it, the fault may lie not with the file but with the version that the policy names for it. */
function hintFor({ path, text, lua }: SourceFile, { start, end }: ByteRange): string {
  const { version } = lua;
  const { versions, readAll } = lua.otherVersions;
  if (isTemplateAt(start, text))
    return "this reads like a template: give it another ending (`.lua.in`), or take it out of `lua.files` in the policy";
  if (versions.length === 0) return `mend it; ${CHECKS[version]} says the same of the file`;
  const shown = shownAt(start, end, text);
  const what =
    shown === "" || shown.length > 40 || shown.includes("\n") ? "this" : `\`${readable(shown as ByteText)}\``;
  const names = list(versions.map(luaName), "or");
  const own = hasNoEnding(path) ? programIn(text)?.version : undefined;
  if (own !== undefined) return `${what} is ${names}; the first line says ${luaName(own)}`;
  const whole = readAll ? `; the whole file parses as ${names}` : "";
  return `${what} is ${names}; this folder is ${luaName(version)}: see \`lua.version\` in the policy${whole}`;
}

/** What stands there as its own version reads it: a whole number, an operator, a `goto`, an attribute. */
function shownAt(start: number, end: number, text: ByteText): string {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  const attribute = /^<\s*\w+\s*>/.exec(text.slice(start, end) + after)?.[0];
  if (attribute !== undefined) return attribute;
  // One of LuaJIT's numbers is two tokens elsewhere, and what is refused stands after them.
  const number = /\b\d\w*?(?:u?ll|llu|i)(?=\s+$)/i.exec(before)?.[0];
  if (number !== undefined) return number;
  const sign = text.slice(start, end);
  if (/^[/<>:]$/.test(sign)) {
    if (before.endsWith(sign)) return sign + sign;
    return after.startsWith(sign) ? sign + sign : sign;
  }
  if (!/^[\w.]+$/.test(sign)) return sign;
  const front = /(?:\bgoto[ \t]+|[\w.]+)$/.exec(before)?.[0] ?? "";
  return front + sign + (/^\w+/.exec(after)?.[0] ?? "");
}

/** Whether the fault stands in something that the common template languages write, and Lua never does. */
function isTemplateAt(start: number, text: ByteText): boolean {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const line = text.slice(from, start + 200).split("\n", 1)[0] ?? "";
  const isHere = ({ index, 0: mark }: RegExpExecArray) =>
    index <= start - from && start - from < index + mark.length;
  return [...line.matchAll(TEMPLATES)].some(isHere);
}

const TEMPLATES = /\{%.*?(?:%\}|$)|<%.*?(?:%>|$)|^\s*\{\{[^{}]*\}\}|@[A-Z][A-Z0-9_]*@|\$\{\w+\}/g;

const CHECKS: Readonly<Record<LuaVersion, string>> = {
  "5.1": "luac5.1 -p",
  "5.2": "luac5.2 -p",
  "5.3": "luac5.3 -p",
  "5.4": "luac5.4 -p",
  luajit: "luajit -b",
};
