// Pattern → search. Plain text that every match holds is looked for first, so that most files cost one quick search.
import { type ByteText, encodeText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { compileLuaPattern, type LuaPattern } from "../../lua/patterns/pattern.ts";
import { literalsInside } from "../../lua/patterns/pattern-literal.ts";
import { isLinear, luaPatternToRegExp } from "../../lua/patterns/pattern-regexp.ts";
import type { Grep, GrepDialect } from "../../model/proof-grep.ts";
import { withinTimeLimit } from "../../rule/time-limit.ts";
import { type GrepPatternFault, readDialect } from "./dialect.ts";
import { foreignSpelling } from "./foreign-spelling.ts";
import { canMatch, printRegex, regexLiterals, waysToTry } from "./regex-facts.ts";
import { regexTree } from "./regex-tree.ts";
import { unmatchableItem } from "./unmatchable.ts";

export interface CompiledPattern {
  readonly dialect: GrepDialect;
  /** The pattern as it is read: what was escaped twice is escaped once here. */
  readonly pattern: string;
  /** Every text with a match holds each of these. They have no white space. */
  readonly literals: readonly string[];
  /** Every match, in order; "spent" if that would take too long. */
  search(text: ByteText): readonly ByteRange[] | "spent";
}

const known = new Map<string, Result<CompiledPattern, GrepPatternFault>>();

/** Compiled once for each pattern and dialect. */
export function compilePattern({ pattern, dialect }: Grep): Result<CompiledPattern, GrepPatternFault> {
  const key = `${dialect ?? ""}:${pattern}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = compile(pattern, dialect);
  known.set(key, made);
  return made;
}

function compile(
  pattern: string,
  dialect: GrepDialect | undefined,
): Result<CompiledPattern, GrepPatternFault> {
  if (pattern === "") return err({ message: "the pattern is empty", next: "say what is looked for" });
  if (pattern.length > LONGEST) {
    return err({
      message: `the pattern ${pattern.slice(0, 40)}… has ${pattern.length} characters; more than ${LONGEST} are not read`,
      next: "look for less, or make it several proof-greps",
    });
  }
  const control = /[\b\f]/.exec(pattern)?.[0];
  if (control !== undefined) {
    const letter = control === "\b" ? "b" : "f";
    return err({
      message: `the pattern holds a ${control === "\b" ? "backspace" : "form feed"}, which is what \\${letter} means in JSON`,
      next: `write \\\\${letter}`,
    });
  }
  const reading = dialect === undefined ? readDialect(pattern) : ok({ dialect, pattern });
  if (!reading.ok) return reading;
  const foreign = foreignSpelling(reading.value.pattern, reading.value.dialect);
  if (foreign !== undefined) return err(foreign);
  const made = reading.value.dialect === "lua" ? compileLua(reading.value.pattern) : compileRegex(pattern);
  if (!made.ok) return made;
  const { search, literals } = made.value;
  const compiled: CompiledPattern = {
    ...reading.value,
    literals,
    search: patiently((text) => (literals.every((literal) => text.includes(literal)) ? search(text) : [])),
  };
  return provesNothing(compiled)
    ? err({
        message: `${pattern} matches the empty text in every place, so it proves nothing`,
        next: "make it match at least one character",
      })
    : ok(compiled);
}

/** In characters; a longer one could be nested too deeply to be read. */
const LONGEST = 2000;

/** How often a pattern may take too long before it is not tried again. */
const PATIENCE = 5;

function patiently(search: CompiledPattern["search"]): CompiledPattern["search"] {
  let failures = 0;
  return (text) => {
    if (failures >= PATIENCE) return "spent";
    const answer = withinMemory(() => search(text));
    if (answer === "spent") failures++;
    return answer;
  };
}

/** V8 throws if an expression, or what it has to remember on its way through a text, grows too large. */
function withinMemory<T>(work: () => T): T | "spent" {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return "spent";
    throw error;
  }
}

/** Whether there is an empty match in a text that holds nothing a person would look for. */
function provesNothing({ search }: CompiledPattern): boolean {
  const matches = search("\x01" as ByteText);
  return matches !== "spent" && matches.some(({ start, end }) => start === end);
}

type Search = Pick<CompiledPattern, "search" | "literals">;

function compileLua(pattern: string): Result<Search, GrepPatternFault> {
  const compiled = compileLuaPattern(encodeText(pattern));
  if (!compiled.ok) {
    return err({
      message: `${pattern} is not a Lua pattern: ${compiled.error.message}`,
      next: `mend it at character ${compiled.error.at + 1}; % before a character makes it stand for itself`,
    });
  }
  const lua = compiled.value;
  const dead = unmatchableItem(lua.items);
  if (dead !== undefined) return err(neverMatches(pattern, dead));
  return ok({ literals: literalsInside(lua.items), search: luaSearch(lua) });
}

function luaSearch(lua: LuaPattern): CompiledPattern["search"] {
  const source = isLinear(lua) ? luaPatternToRegExp(lua) : undefined;
  if (source !== undefined) {
    const expression = new RegExp(source, "g");
    return (text) => matchesOf(expression, text);
  }
  return (text) => lua.all(text, { left: steps(text) });
}

/** Steps for one text: a few tenths of a second at most for a file of ordinary size, and always the same number. */
function steps(text: ByteText): number {
  return 20_000_000 + 20 * text.length;
}

function compileRegex(pattern: string): Result<Search, GrepPatternFault> {
  const tree = regexTree(pattern);
  if (!tree.ok) {
    return err({
      message: `${pattern} is not a regular expression: ${tree.error}`,
      next: 'mend it; \\ before a character makes it stand for itself. A Lua pattern says so with "dialect": "lua"',
    });
  }
  if (!canMatch(tree.value)) return err(neverMatches(pattern, "no text can be what it asks for"));
  const expression = new RegExp(printRegex(tree.value), "gm");
  const isSafe = waysToTry(tree.value) <= FEW;
  const search = (text: ByteText) => matchesOf(expression, text);
  return ok({
    literals: regexLiterals(tree.value),
    search: isSafe ? search : (text) => withinTimeLimit(() => search(text)),
  });
}

/** An expression with no more ways than this at a place takes time in proportion to the text. */
const FEW = 64;

function matchesOf(expression: RegExp, text: ByteText): readonly ByteRange[] {
  const ranges: ByteRange[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    const end = match.index + match[0].length;
    ranges.push({ start: match.index, end });
    if (match[0] === "") expression.lastIndex++;
  }
  return ranges;
}

function neverMatches(pattern: string, why: string): GrepPatternFault {
  return {
    message: `${pattern} can never match: ${why}`,
    next: "mend the pattern; one that finds nothing proves nothing",
  };
}
