// Spellings from other tools (grep, PCRE, Python) that are valid here, but mean something else and find nothing: a proof that
// always holds.

import type { GrepDialect } from "../../model/proof-grep.ts";
import type { GrepPatternFault } from "./dialect.ts";

/** The first such spelling in a pattern, with the one that is right here. */
export function foreignSpelling(pattern: string, dialect: GrepDialect): GrepPatternFault | undefined {
  const found =
    dialect === "lua"
      ? (posixClass(pattern, "lua") ?? inLua(pattern))
      : (posixClass(pattern, "regex") ?? inRegex(pattern));
  if (found === undefined) return undefined;
  return {
    message: `${pattern}: ${found.spelling} is a spelling of other tools; here it means ${found.meaning}`,
    next: `write ${found.right}`,
  };
}

interface Foreign {
  readonly spelling: string;
  /** What it means here. */
  readonly meaning: string;
  readonly right: string;
}

const ITSELF = "the characters themselves";

const WORD_EDGES: Readonly<Record<GrepDialect, string>> = { lua: "%f[%w_] or %f[^%w_]", regex: "\\b" };

/** POSIX's names, as they are spelled inside a set. */
const CLASSES: Readonly<Record<string, Readonly<Record<GrepDialect, string>>>> = {
  alnum: { lua: "%w", regex: "A-Za-z0-9" },
  alpha: { lua: "%a", regex: "A-Za-z" },
  blank: { lua: " \\t", regex: " \\t" },
  cntrl: { lua: "%c", regex: "\\x00-\\x1f\\x7f" },
  digit: { lua: "%d", regex: "0-9" },
  graph: { lua: "%g", regex: "!-~" },
  lower: { lua: "%l", regex: "a-z" },
  print: { lua: "%g ", regex: " -~" },
  punct: { lua: "%p", regex: "!-\\/:-@\\[-`{-~" },
  space: { lua: "%s", regex: "\\s" },
  upper: { lua: "%u", regex: "A-Z" },
  word: { lua: "%w_", regex: "\\w" },
  xdigit: { lua: "%x", regex: "0-9A-Fa-f" },
};

/** `[[:space:]]`, and `[:space:]` without the outer brackets. */
function posixClass(pattern: string, dialect: GrepDialect): Foreign | undefined {
  const edge = /\[\[:[<>]:\]\]/.exec(pattern)?.[0];
  if (edge !== undefined)
    return { spelling: edge, meaning: ITSELF, right: `${WORD_EDGES[dialect]} for the edge of a word` };
  for (const [spelling, not, name = ""] of pattern.matchAll(/\[:(\^?)([a-z]+):\]/g)) {
    const right = CLASSES[name]?.[dialect];
    if (right === undefined) continue;
    const hint = not === "" ? `${right} in a set for ${spelling}` : `[^${right}] for what is not ${name}`;
    return { spelling, meaning: "a set of the characters in it", right: hint };
  }
  return undefined;
}

/** `(a|b)` and `%d{4}` are choices and counts elsewhere. In brackets of its own a `|` is hardly ever meant to be found. */
function inLua(pattern: string): Foreign | undefined {
  const outside = pattern.replaceAll(/(%[\s\S])|\[\^?\]?(?:%[\s\S]|[^\]%])*\]/g, (whole, escaped) =>
    escaped === undefined ? `]${"_".repeat(whole.length - 1)}` : whole,
  );
  const escaped = outside.replaceAll(/%[^a-zA-Z]/g, "__");
  const choice = /\([^()]*\|[^()]*\)/.exec(escaped);
  if (choice !== null) {
    const spelling = pattern.slice(choice.index, choice.index + choice[0].length);
    return { spelling, meaning: ITSELF, right: "an entry for each, or a regular expression" };
  }
  const count = /%[a-zA-Z]\{\d+(?:,\d*)?\}/.exec(escaped);
  if (count === null) return undefined;
  return {
    spelling: count[0],
    meaning: ITSELF,
    right: "it as often as it is meant, or a regular expression",
  };
}

function inRegex(pattern: string): Foreign | undefined {
  // Sets are blanked out: each character there is itself.
  const outside = pattern.replaceAll(
    /(\\[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]/g,
    (whole, escaped) => escaped ?? "]".repeat(whole.length),
  );
  const edge = /(?<!\\)(?:\\\\)*(\\[<>])/.exec(outside)?.[1];
  if (edge !== undefined) {
    const character = edge.slice(1);
    return {
      spelling: edge,
      meaning: ITSELF,
      right: `\\b for the edge of a word, ${character} for the character`,
    };
  }
  const basic = ofBasicGrep(outside);
  if (basic !== undefined) return basic;
  const most = /(?<!\\)(?:\\\\)*\{,(\d+)\}/.exec(outside)?.[1];
  if (most === undefined) return undefined;
  return { spelling: `{,${most}}`, meaning: ITSELF, right: `{0,${most}}` };
}

/**
 * `\(a\|b\)` and `x\{2,3\}` of plain `grep`. An escaped bracket, `+` or `?` by itself is ordinary Lua, `f\(\)` and `a\+b`; an escaped `|`
 * between letters, and a count where no table can stand, are not.
 */
function ofBasicGrep(outside: string): Foreign | undefined {
  const text = outside.replaceAll("\\\\", "__");
  const choice = /(?:\\[wsdWSDb)]|[\w.*$\]])\\\|(?=\\[wsdWSDb(]|[\w.^\]])/.exec(text);
  if (choice !== null)
    return {
      spelling: "\\|",
      meaning: ITSELF,
      right: "(?:a|b) for either, [|] for the character",
    };
  const count =
    /(?:\\[wsdWSD.]|(?<!\\)[\].]|(?<![\w\\])[a-zA-Z]|(?<!\w)\\\((?:\\[^()]|[^\\])+\\\))\\\{(\d+(?:,\d*)?)\\\}/.exec(
      text,
    );
  if (count === null) return undefined;
  return {
    spelling: `\\{${count[1]}\\}`,
    meaning: ITSELF,
    right: `{${count[1]}} for a count, [{] for the character`,
  };
}
