// The tokens of Lua 5.3 as small numbers, with what the grammar asks of them.

export const EOF = 0;
export const NAME = 1;
export const STRING = 2;
export const INTEGER = 3;
export const FLOAT = 4;
/** A character that starts no token. */
export const UNKNOWN = 5;

const WORDS = [
  ...["and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local"],
  ...["nil", "not", "or", "repeat", "return", "then", "true", "until", "while"],
] as const;
const SYMBOLS = [
  ...[
    "+",
    "-",
    "*",
    "/",
    "%",
    "^",
    "#",
    "&",
    "~",
    "|",
    "<<",
    ">>",
    "//",
    "==",
    "~=",
    "<=",
    ">=",
    "<",
    ">",
    "=",
  ],
  ...["(", ")", "{", "}", "[", "]", "::", ";", ":", ",", ".", "..", "..."],
] as const;

type Spelling = (typeof WORDS)[number] | (typeof SYMBOLS)[number];

const FIRST_WORD = 6;
const SPELLINGS: readonly string[] = [
  "<eof>",
  "<name>",
  "<string>",
  "<integer>",
  "<number>",
  "",
  ...WORDS,
  ...SYMBOLS,
];
const NUMBERS: ReadonlyMap<string, number> = new Map(SPELLINGS.map((spelling, token) => [spelling, token]));

/** The reserved words. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map(
  WORDS.map((word, index) => [word, FIRST_WORD + index]),
);

export function tokenOf(spelling: Spelling): number {
  return NUMBERS.get(spelling) ?? UNKNOWN;
}

/** Words and symbols as they are written; `<name>` and the like for the others. */
export function spellingOf(token: number): string {
  return SPELLINGS[token] ?? "";
}

/** As luac quotes a token that it expected. */
export function quoted(token: number): string {
  return token < UNKNOWN ? spellingOf(token) : `'${spellingOf(token)}'`;
}

export const AND = tokenOf("and");
export const BREAK = tokenOf("break");
export const DO = tokenOf("do");
export const ELSE = tokenOf("else");
export const ELSEIF = tokenOf("elseif");
export const END = tokenOf("end");
export const FALSE = tokenOf("false");
export const FOR = tokenOf("for");
export const FUNCTION = tokenOf("function");
export const GOTO = tokenOf("goto");
export const IF = tokenOf("if");
export const IN = tokenOf("in");
export const LOCAL = tokenOf("local");
export const NIL = tokenOf("nil");
export const NOT = tokenOf("not");
export const OR = tokenOf("or");
export const REPEAT = tokenOf("repeat");
export const RETURN = tokenOf("return");
export const THEN = tokenOf("then");
export const TRUE = tokenOf("true");
export const UNTIL = tokenOf("until");
export const WHILE = tokenOf("while");
export const PLUS = tokenOf("+");
export const MINUS = tokenOf("-");
export const STAR = tokenOf("*");
export const SLASH = tokenOf("/");
export const PERCENT = tokenOf("%");
export const CARET = tokenOf("^");
export const HASH = tokenOf("#");
export const AMPERSAND = tokenOf("&");
export const TILDE = tokenOf("~");
export const BAR = tokenOf("|");
export const SHIFT_LEFT = tokenOf("<<");
export const SHIFT_RIGHT = tokenOf(">>");
export const FLOOR_SLASH = tokenOf("//");
export const EQUAL = tokenOf("==");
export const UNEQUAL = tokenOf("~=");
export const AT_MOST = tokenOf("<=");
export const AT_LEAST = tokenOf(">=");
export const LESS = tokenOf("<");
export const GREATER = tokenOf(">");
export const ASSIGN = tokenOf("=");
export const OPEN_PAREN = tokenOf("(");
export const CLOSE_PAREN = tokenOf(")");
export const OPEN_BRACE = tokenOf("{");
export const CLOSE_BRACE = tokenOf("}");
export const OPEN_BRACKET = tokenOf("[");
export const CLOSE_BRACKET = tokenOf("]");
export const LABEL = tokenOf("::");
export const SEMICOLON = tokenOf(";");
export const COLON = tokenOf(":");
export const COMMA = tokenOf(",");
export const DOT = tokenOf(".");
export const CONCAT = tokenOf("..");
export const DOTS = tokenOf("...");
