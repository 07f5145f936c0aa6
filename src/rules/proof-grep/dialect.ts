// Which of two languages a pattern is written in (playbook: its own examples are in both).
import { encodeText } from "../../base/byte-text.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { patternItems } from "../../lua/patterns/pattern-items.ts";
import type { GrepDialect } from "../../model/proof-grep.ts";
import { regexTree } from "./regex-tree.ts";

export interface PatternReading {
  readonly dialect: GrepDialect;
  readonly pattern: string;
}

export interface GrepPatternFault {
  readonly message: string;
  /** The one next step. */
  readonly next: string;
}

/**
 * `%` classes or escapes make a Lua pattern, `\` escapes a regular expression. With both, only a pattern that can be
 * nothing but Lua is read: `require%([^)]-[\]`, where the backslash stands in a set. With neither it is a regular
 * expression, in which `-` and `%` are themselves; `.-`, `]-` and escapes that Lua does not need, `%;`, are refused.
 */
export function readDialect(pattern: string): Result<PatternReading, GrepPatternFault> {
  const lua = LUA_ESCAPE.exec(pattern)?.[0];
  const regex = REGEX_ESCAPE.exec(pattern)?.[0];
  if (lua !== undefined && regex === undefined) return ok({ dialect: "lua", pattern });
  if (lua !== undefined && regex !== undefined) return readMixture(pattern, lua, regex);
  const doubt = regex === undefined ? doubtOf(pattern) : undefined;
  if (doubt !== undefined)
    return refuse(pattern, `could be a Lua pattern, or a regular expression: ${doubt}`);
  return ok({ dialect: "regex", pattern });
}

const LUA_ESCAPE = /%(?:[acdglpsuwxzACDGLPSUWXZ0-9]|b[\s\S]{2}|f\[|[\^$()%.[\]*+?\\-])/;
const REGEX_ESCAPE = /\\[\s\S]/;

/** What would find different things in the two, if nothing else tells which is meant. */
function doubtOf(pattern: string): string | undefined {
  if (/[.\]]-/.test(pattern)) return "- would mean as few as possible, or itself";
  const needless = /%([^\sA-Za-z0-9])/.exec(pattern);
  return needless === null ? undefined : `${needless[0]} would be an escape for ${needless[1]}, or itself`;
}

function readMixture(pattern: string, lua: string, regex: string): Result<PatternReading, GrepPatternFault> {
  if (isLua(pattern) && !regexTree(pattern).ok) return ok({ dialect: "lua", pattern });
  const once = pattern.replaceAll(TWICE_ESCAPED, "%$1");
  if (!isLua(pattern) && !once.includes("\\") && isLua(once)) return ok({ dialect: "lua", pattern: once });
  return refuse(pattern, `mixes ${lua}, a Lua escape, with ${regex}, one of regular expressions`);
}

/** The playbook's template writes `canonicalize_sequence%\(`: an escape made twice, once for Lua and once for a shell. */
const TWICE_ESCAPED = /(?<=[A-Za-z_]\w*)%\\([^\sA-Za-z0-9])/g;

function isLua(pattern: string): boolean {
  return patternItems(encodeText(pattern)).ok;
}

function refuse(pattern: string, why: string): Result<never, GrepPatternFault> {
  return err({
    message: `${pattern} ${why}`,
    next: `write it as a Lua pattern, ${asLua(pattern)} with "dialect": "lua", or as a regular expression, ${asRegex(pattern)} with "dialect": "regex"`,
  });
}

function asLua(pattern: string): string {
  return pattern
    .replaceAll("\\w", "[%w_]")
    .replaceAll(/\\([dsDS]|[^A-Za-z0-9])/g, "%$1")
    .replaceAll("%%", "%");
}

function asRegex(pattern: string): string {
  return pattern
    .replaceAll(/%([dsDS]|[^\sA-Za-z0-9\\])/g, "\\$1")
    .replaceAll("%a", "[A-Za-z]")
    .replaceAll("%w", "[A-Za-z0-9]")
    .replaceAll(/([.\]])-/g, "$1*?");
}
