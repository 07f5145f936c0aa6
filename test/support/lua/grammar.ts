// Lua programs for fast-check: sound by the grammar, mostly sound for the compiler, and with some edits mostly neither.
import fc from "fast-check";

type Tokens = readonly string[];
type Program = fc.Arbitrary<Tokens>;

const one = (...choices: readonly string[]): Program => fc.constantFrom(...choices).map((token) => [token]);
const seq = (...parts: readonly (string | Program)[]): Program =>
  fc
    .tuple(...parts.map((part) => (typeof part === "string" ? fc.constant([part]) : part)))
    .map((pieces) => pieces.flat());
const many = (part: Program, minimum: number, most: number, separator?: string): Program =>
  fc
    .array(part, { minLength: minimum, maxLength: most })
    .map((pieces) =>
      pieces.flatMap((piece, index) => (index > 0 && separator ? [separator, ...piece] : [...piece])),
    );
const maybe = (part: Program): Program => fc.oneof(fc.constant([]), part);

/** Mostly a semicolon, because `a = b (f)()` is one statement. */
const separator = one(";", ";", ";", "\n");

const DEPTH = { depthSize: "xsmall", maxDepth: 3 } as const;

const name = one("a", "b", "c", "x1", "_ENV", "self");
const label = one("l", "m", "a");
const number = one(
  ...["0", "1", "3", "07", "0x10", "0xA.8p1", "0x.4", ".5", "3.", "1e3", "2E-2", "9007199254740993"],
  ...["9223372036854775807", "9223372036854775808", "0xffffffffffffffff", "1e999"],
);
const string = one(
  ...['""', '"end"', '"="', '"a\\n"', "'it\\'s'", '"\\x41\\65\\u{20AC}"', '"\\z  b"', '"\\\n"', "[[\nx]]"],
  ...["[==[ ]] ]==]", '"\xe9"', "','", '"\\255"'],
);
const badLiteral = one(
  ...[
    "3..2",
    "0x",
    "1e",
    "0xg",
    "08x",
    "1..",
    '"\\400"',
    '"\\q"',
    '"\\x4"',
    '"\\u{110000}"',
    '"\\u41"',
    "'a",
  ],
  ...["[=x", "[==[", "3a", "0x1p", "5e+"],
);
const binary = one(
  ...["+", "-", "*", "/", "//", "%", "^", "..", "&", "|", "~", "<<", ">>", "==", "~=", "<", "<=", ">", ">="],
  ...["and", "or"],
);

const { block } = fc.letrec<
  Record<
    | "block"
    | "statement"
    | "simple"
    | "structured"
    | "loop"
    | "expression"
    | "suffixed"
    | "list"
    | "table"
    | "body",
    Tokens
  >
>((tie) => ({
  block: seq(
    many(seq(tie("statement"), separator), 0, 3),
    maybe(seq("return", maybe(tie("list")), maybe(one(";")))),
  ),
  statement: fc.oneof(
    DEPTH,
    { weight: 6, arbitrary: tie("simple") },
    { weight: 4, arbitrary: tie("structured") },
    { weight: 1, arbitrary: seq("::", label, "::") },
    { weight: 1, arbitrary: fc.oneof(one("break", ";"), seq("goto", label)) },
  ),
  simple: fc.oneof(
    seq("local", many(name, 1, 3, ","), maybe(seq("=", tie("list")))),
    seq(tie("suffixed"), "(", maybe(tie("list")), ")"),
    seq(many(fc.oneof(name, seq(tie("suffixed"), ".", name)), 1, 3, ","), "=", tie("list")),
  ),
  structured: fc.oneof(
    seq("do", tie("block"), "end"),
    seq("do", "goto", label, ";", tie("simple"), "::", label, "::", maybe(tie("simple")), "end"),
    seq("while", tie("expression"), "do", tie("loop"), "end"),
    seq("repeat", tie("loop"), "until", tie("expression")),
    seq("for", name, "=", tie("expression"), ",", tie("expression"), "do", tie("loop"), "end"),
    seq("for", many(name, 1, 2, ","), "in", tie("list"), "do", tie("loop"), "end"),
    seq(
      "if",
      tie("expression"),
      "then",
      tie("block"),
      maybe(seq("elseif", tie("expression"), "then", tie("simple"))),
      maybe(seq("else", tie("block"))),
      "end",
    ),
    seq("function", name, many(seq(".", name), 0, 2), maybe(seq(":", name)), tie("body")),
    seq("local", "function", name, tie("body")),
  ),
  loop: fc.oneof(
    tie("block"),
    seq(tie("simple"), ";", "break", ";", tie("simple")),
    seq("if", tie("expression"), "then", one("break", "goto l"), maybe(one(";")), "end", "::", label, "::"),
  ),
  body: seq(
    "(",
    fc.oneof(many(name, 0, 3, ","), one("..."), seq(name, ",", "...")),
    ")",
    tie("block"),
    "end",
  ),
  list: many(tie("expression"), 1, 3, ","),
  expression: fc.oneof(
    DEPTH,
    number,
    string,
    one("nil", "true", "false", "..."),
    tie("suffixed"),
    seq(tie("expression"), binary, tie("expression")),
    seq(one("-", "not", "#", "~"), tie("expression")),
    tie("table"),
    seq("function", tie("body")),
  ),
  suffixed: fc.oneof(
    DEPTH,
    name,
    seq("(", tie("expression"), ")"),
    seq(tie("suffixed"), ".", name),
    seq(tie("suffixed"), "[", tie("expression"), "]"),
    seq(tie("suffixed"), "(", maybe(tie("list")), ")"),
    seq(tie("suffixed"), ":", name, fc.oneof(string, tie("table"))),
    seq(tie("suffixed"), string),
  ),
  table: seq(
    "{",
    many(
      fc.oneof(
        tie("expression"),
        seq(name, "=", tie("expression")),
        seq("[", tie("expression"), "]", "=", tie("expression")),
      ),
      0,
      3,
      ",",
    ),
    maybe(one(",", ";")),
    "}",
  ),
}));

const stray = fc.oneof(
  name,
  number,
  string,
  binary,
  badLiteral,
  one("end", "(", ")", "{", "}", "=", ",", ":", "goto"),
);
const edit = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom("drop", "add", "replace", "swap"),
  token: stray,
});

function edited(tokens: Tokens, edits: readonly { at: number; kind: string; token: Tokens }[]): Tokens {
  const result = [...tokens];
  for (const { at, kind, token } of edits) {
    const place = result.length === 0 ? 0 : at % result.length;
    if (kind === "swap") result.splice(place, 2, ...result.slice(place, place + 2).reverse());
    else result.splice(place, kind === "add" ? 0 : 1, ...(kind === "drop" ? [] : token));
  }
  return result;
}

const space = fc.constantFrom(" ", " ", " ", "\n", "\r\n", "\t--[[ c ]] ", " -- c\n", "\f");
const start = fc.constantFrom(
  "",
  "",
  "",
  "#!/usr/bin/lua\n",
  "\xef\xbb\xbf",
  "\xef\xbb\xbf# x\n",
  "# \xe9",
  "\n",
);

function written(tokens: fc.Arbitrary<Tokens>): fc.Arbitrary<string> {
  return fc.tuple(start, tokens, space).map(([head, list, between]) => head + list.join(between));
}

/** Programs that the grammar allows; the compiler may refuse their jumps, or `...` where there is none. */
export const soundPrograms: fc.Arbitrary<string> = written(block);

/** The same with one to three tokens out of place. */
export const brokenPrograms: fc.Arbitrary<string> = written(
  fc.tuple(block, fc.array(edit, { minLength: 1, maxLength: 3 })).map(([list, edits]) => edited(list, edits)),
);

/** Any bytes, as byte text. */
export const anyBytes: fc.Arbitrary<string> = fc
  .uint8Array({ maxLength: 200 })
  .map((bytes) => Buffer.from(bytes).toString("latin1"));
