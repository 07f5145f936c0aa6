// How the versions of Lua differ in what they read: one table. What their compilers count differs in `compiler/`.
import type { LuaVersion } from "../../model/lua-version.ts";
import { KEYWORDS } from "./token-kind.ts";

export interface LuaDialect {
  readonly version: LuaVersion;
  /** The reserved words. */
  readonly keywords: ReadonlyMap<string, number>;
  /** `goto` and `::labels::`. */
  readonly hasLabels: boolean;
  /** `goto` starts a statement where a name follows, and is a name elsewhere. */
  readonly hasGotoNames: boolean;
  /** `//`, `&`, `|`, `~`, `<<`, `>>`, and numbers that are integers. */
  readonly hasIntegers: boolean;
  /** `local x <const>` */
  readonly hasAttributes: boolean;
  /** An empty statement `;`, and `break` anywhere in a block. Without them one `;` may follow a statement, and `break` ends its block. */
  readonly hasEmptyStatements: boolean;
  /** A call whose `(` starts a line is refused. */
  readonly refusesCallsOnNewLines: boolean;
  /** A vararg function has a local `arg`. */
  readonly hasArgTable: boolean;
  /** A byte order mark is skipped. */
  readonly skipsMark: boolean;
  /** Which line end ends a first line that starts with `#`. */
  readonly endsShebang: "\n" | "any";
  /** Bytes from 128 on are part of names. */
  readonly hasHighNames: boolean;
  /** `[[` inside `[[…]]` is refused. */
  readonly refusesNestedBrackets: boolean;
  readonly escapes: EscapeRules;
  readonly numerals: "5.1" | "5.2" | "5.4" | "luajit";
  readonly words: CompilerWords;
}

/** What the compiler of a version calls things when it refuses a text. */
export interface CompilerWords {
  readonly end: "<eof>" | "'<eof>'";
  readonly name: "<name>" | "'<name>'";
  /** For an expression that stands alone and could be assigned to. */
  readonly alone: "syntax error" | "'=' expected";
  readonly ambiguous: string;
  readonly largeEscape: string;
  /** For whatever is wrong with an escape; undefined if each fault has its own words. */
  readonly anyEscape: string | undefined;
  /** How a byte that starts no token is shown: as it is (a control character by its number), or always by its number. */
  readonly showsBytes: boolean;
  readonly undefinedLabel: (name: string, line: number) => string;
  readonly repeatedLabel: (name: string, line: number) => string;
  readonly intoScope: (name: string, line: number) => string;
  /** The line of a `goto` is that of its name. */
  readonly countsAtName: boolean;
}

const WORDS_53: CompilerWords = {
  end: "<eof>",
  name: "<name>",
  alone: "syntax error",
  ambiguous: "",
  largeEscape: "decimal escape too large",
  anyEscape: undefined,
  showsBytes: false,
  undefinedLabel: (name, line) => `no visible label '${name}' for <goto> at line ${line}`,
  repeatedLabel: (name, line) => `label '${name}' already defined on line ${line}`,
  intoScope: (name, line) => `<goto ${name}> at line ${line} jumps into the scope of local`,
  countsAtName: false,
};

const WORDS_51: CompilerWords = {
  ...WORDS_53,
  end: "'<eof>'",
  name: "'<name>'",
  alone: "'=' expected",
  ambiguous: "ambiguous syntax (function call x new statement)",
  largeEscape: "escape sequence too large",
  showsBytes: true,
};

export interface EscapeRules {
  /** `\x41` and `\z` */
  readonly hasHex: boolean;
  /** The largest code of `\u{…}`; 0 without it. */
  readonly mostUnicode: number;
  readonly hasSurrogates: boolean;
  /** An escape that means nothing stands for its letter. */
  readonly keepsUnknown: boolean;
}

const WITHOUT_GOTO: ReadonlyMap<string, number> = new Map([...KEYWORDS].filter(([word]) => word !== "goto"));

const LUA_53: LuaDialect = {
  version: "5.3",
  keywords: KEYWORDS,
  hasLabels: true,
  hasGotoNames: false,
  hasIntegers: true,
  hasAttributes: false,
  hasEmptyStatements: true,
  refusesCallsOnNewLines: false,
  hasArgTable: false,
  skipsMark: true,
  endsShebang: "\n",
  hasHighNames: false,
  refusesNestedBrackets: false,
  escapes: { hasHex: true, mostUnicode: 0x10ffff, hasSurrogates: true, keepsUnknown: false },
  numerals: "5.2",
  words: WORDS_53,
};

const LUA_51: LuaDialect = {
  ...LUA_53,
  version: "5.1",
  keywords: WITHOUT_GOTO,
  hasLabels: false,
  hasIntegers: false,
  hasEmptyStatements: false,
  refusesCallsOnNewLines: true,
  hasArgTable: true,
  skipsMark: false,
  refusesNestedBrackets: true,
  escapes: { hasHex: false, mostUnicode: 0, hasSurrogates: false, keepsUnknown: true },
  numerals: "5.1",
  words: WORDS_51,
};

export const DIALECTS: Readonly<Record<LuaVersion, LuaDialect>> = {
  "5.1": LUA_51,
  "5.2": {
    ...LUA_53,
    version: "5.2",
    hasIntegers: false,
    escapes: { ...LUA_53.escapes, mostUnicode: 0 },
  },
  "5.3": LUA_53,
  "5.4": {
    ...LUA_53,
    version: "5.4",
    hasAttributes: true,
    escapes: { ...LUA_53.escapes, mostUnicode: 0x7fffffff },
    numerals: "5.4",
    words: { ...WORDS_53, countsAtName: true },
  },
  luajit: {
    ...LUA_51,
    version: "luajit",
    hasLabels: true,
    hasGotoNames: true,
    hasArgTable: false,
    skipsMark: true,
    endsShebang: "any",
    hasHighNames: true,
    refusesNestedBrackets: false,
    escapes: { hasHex: true, mostUnicode: 0x10ffff, hasSurrogates: false, keepsUnknown: false },
    numerals: "luajit",
    words: {
      ...WORDS_51,
      anyEscape: "invalid escape sequence",
      undefinedLabel: (name) => `undefined label '${name}'`,
      repeatedLabel: (name) => `duplicate label '${name}'`,
      intoScope: (name) => `<goto ${name}> jumps into the scope of local`,
    },
  },
};
