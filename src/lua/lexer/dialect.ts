// How the versions of Lua differ in what they read: one table. What their compilers count differs in `compiler/`.
import type { LuaVersion } from "../../model/lua-version.ts";
import { KEYWORDS } from "./token-kind.ts";

export interface Dialect {
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
  /** `[[` inside of `[[…]]` is refused. */
  readonly refusesNestedBrackets: boolean;
  readonly escapes: Escapes;
  readonly numerals: "5.1" | "5.2" | "5.4" | "luajit";
  /** The text shows what it says of the end of a text. */
  readonly shownEnd: "<eof>" | "'<eof>'";
}

export interface Escapes {
  /** `\x41` and `\z` */
  readonly hasHex: boolean;
  /** The largest code of `\u{…}`; 0 without it. */
  readonly mostUnicode: number;
  readonly hasSurrogates: boolean;
  /** An escape that means nothing stands for its letter. */
  readonly keepsUnknown: boolean;
}

const WITHOUT_GOTO: ReadonlyMap<string, number> = new Map([...KEYWORDS].filter(([word]) => word !== "goto"));

const LUA_53: Dialect = {
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
  shownEnd: "<eof>",
};

const LUA_51: Dialect = {
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
  shownEnd: "'<eof>'",
};

export const DIALECTS: Readonly<Record<LuaVersion, Dialect>> = {
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
  },
};
