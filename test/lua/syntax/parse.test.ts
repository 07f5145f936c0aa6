import fc from "fast-check";
import luaparse from "luaparse";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../src/base/byte-text.ts";
import type { Chunk, Statement } from "../../../src/lua/syntax/ast.ts";
import { parseLua } from "../../../src/lua/syntax/parse.ts";
import { anyBytes, brokenPrograms, soundPrograms } from "../../support/lua/grammar.ts";
import { hasLuac, luacVerdict } from "../../support/lua/luac.ts";
import { suite } from "../../support/suite.ts";

const test = suite("reading Lua");
const read = (text: string) => parseLua(text as ByteText);

function tree(text: string): Chunk {
  const result = read(text);
  if (!result.ok) throw new Error(`${JSON.stringify(text)}: ${result.error.message}`);
  return result.value;
}

function refusal(text: string): string {
  const result = read(text);
  if (result.ok) return "ok";
  const { message, range, kind } = result.error;
  return `${message} @${range.start}-${range.end}${kind === "limit" ? " limit" : ""}`;
}

const REFUSALS: readonly (readonly [text: string, message: string])[] = [
  ["if x then\n\n", "'end' expected (to close 'if' at line 1) near <eof> @11-11"],
  ["x = }", "unexpected symbol near '}' @4-5"],
  ["f(,)", "unexpected symbol near ',' @2-3"],
  ["return ,x", "unexpected symbol near ',' @7-8"],
  ["return 1 2", "<eof> expected near '2' @9-10"],
  ["break", "<break> at line 1 not inside a loop @0-5"],
  ["goto a", "no visible label 'a' for <goto> at line 1 @0-6"],
  ["::a::\n::a::", "label 'a' already defined on line 1 @8-9"],
  ["goto x local b ::x:: print(b)", "<goto x> at line 1 jumps into the scope of local 'b' @0-6"],
  ["function f() return ... end", "cannot use '...' outside a vararg function near '...' @20-23"],
  ["local t <const> = 1", "unexpected symbol near '<' @8-9"],
  ["(f()) = 1", "syntax error near '=' @6-7"],
  ["(a.b) = 1", "syntax error near '=' @6-7"],
  ["local a (a) = 1", "syntax error near '=' @12-13"],
  ["a.b", "syntax error near <eof> @3-3"],
  ["x = [[\n\n]]\nif y then\n", "'end' expected (to close 'if' at line 4) near <eof> @21-21"],
  ["for i do end", "'=' or 'in' expected near 'do' @6-8"],
  ["local 1", "<name> expected near '1' @6-7"],
  ["a:b", "function arguments expected near <eof> @3-3"],
  ["x = 3..2", "malformed number near '3..2' @4-8"],
  ["x = 'a\nb'", "unfinished string near ''a' @4-6"],
  ["x = 'a", "unfinished string near <eof> @4-6"],
  ["x = '\\300'", "decimal escape too large near ''\\300'' @4-10"],
  ["x = '\\u{110000}'", "UTF-8 value too large near ''\\u{110000' @4-14"],
  ["x = '\\xg'", "hexadecimal digit expected near ''\\xg' @4-8"],
  ["x = '\\q'", "invalid escape sequence near ''\\q' @4-7"],
  ["x = [==x", "invalid long string delimiter near '[==' @4-7"],
  ["\n--[[ x", "unfinished long comment (starting at line 2) near <eof> @1-7"],
  ["x = \x80", "unexpected symbol near '<\\128>' @4-5"],
  ["\x1bLua", "this is compiled Lua, not Lua text @0-1"],
  [`x = ${"(".repeat(300)}`, "too many C levels (limit is 200) in main function near '(' @202-203 limit"],
];

const JUMPS: readonly (readonly [text: string, message: string])[] = [
  ["do goto l end ::l::", "ok"],
  ["do goto l end local a ::l::", "ok"],
  ["do goto l end local a ::l:: ; ::m::", "ok"],
  ["do local b goto l end local a ::l:: print(a)", "<goto l> at line 1 jumps into the scope of local 'a'"],
  ["repeat goto l local a ::l:: until a", "<goto l> at line 1 jumps into the scope of local 'a'"],
  ["goto l do ::l:: end", "no visible label 'l' for <goto> at line 1"],
  ["::l:: function f() goto l end", "no visible label 'l' for <goto> at line 1"],
  ["::l:: do ::l:: goto l end goto l", "ok"],
  ["do ::l:: end ::l:: goto l", "ok"],
  ["::l:: local a goto l", "ok"],
  ["while x do function f() break end end", "<break> at line 1 not inside a loop"],
  ["while x do if y then break end local z break end", "ok"],
  ["goto l ::l:: ::m:: do goto m end", "ok"],
];

test("gotos see the labels that luac lets them see", () => {
  for (const [text, expected] of JUMPS) {
    const result = read(text);
    assert.is(result.ok ? "ok" : result.error.message, expected, text);
    if (hasLuac) assert.is(luacVerdict(text), expected, text);
  }
});

test("a refusal has luac's words, and shows the token where reading stopped", () => {
  for (const [text, message] of REFUSALS) assert.is(refusal(text), message, text);
});

test("what luaparse gets wrong is right: byte order mark, first line with #, numerals, strings that look like tokens", () => {
  for (const text of ["\xef\xbb\xbfreturn 1", "# a\nreturn 1", "\xef\xbb\xbf#!a\nreturn 1", "#!a"])
    tree(text);
  const [statement] = tree("\xef\xbb\xbf# a\nreturn 0x.8").body;
  if (statement?.type !== "ReturnStatement") throw new Error("no return");
  assert.equal(statement.arguments[0], { type: "NumericLiteral", value: 0.5, raw: "0x.8", range: [14, 18] });
  tree('return "end"');
  tree('return {f "="}');
});

test("values are those that the program sees", () => {
  const value = (literal: string) => {
    const statement: Statement | undefined = tree(`return ${literal}`).body[0];
    const node = statement?.type === "ReturnStatement" ? statement.arguments[0] : undefined;
    return node !== undefined && "value" in node ? node.value : undefined;
  };
  assert.is(value('"a\\n\\65\\x41\\u{20AC}\\z \n b\\\r\nc"'), "a\nAA\xe2\x82\xacb\nc");
  assert.is(value("[[\r\na\r\nb\rc\n\rd]]"), "a\nb\nc\nd");
  assert.is(value("[==[\n]]]=]]==]"), "]]]=]");
  assert.is(value("0xffffffffffffffff"), -1);
  assert.is(value("9223372036854775808"), 2 ** 63);
  assert.is(value("0xA.8p1"), 21);
  assert.is(value("1e999"), Number.POSITIVE_INFINITY);
});

/** luaparse's own tree, where it reads what Lua reads. */
function luaparseTree(text: string): unknown {
  try {
    return luaparse.parse(text, { luaVersion: "5.3", encodingMode: "pseudo-latin1", ranges: true });
  } catch {
    return undefined;
  }
}

/** Numbers and line ends in long strings, which luaparse leaves as they are written, count by their text. */
function comparable(tree: unknown): string {
  return JSON.stringify(tree, (_, node: unknown) => {
    if (typeof node !== "object" || node === null || !("type" in node)) return node;
    const isNumber = node.type === "NumericLiteral";
    const isLong = node.type === "StringLiteral" && "raw" in node && String(node.raw).startsWith("[");
    const entries = Object.entries(node).filter(([key]) => key !== "value" || !(isNumber || isLong));
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

test("the tree is luaparse's, node for node and range for range", () => {
  let compared = 0;
  const property = fc.property(soundPrograms, (text) => {
    const result = read(text);
    const other = luaparseTree(text);
    if (!result.ok || other === undefined) return;
    compared++;
    assert.is(comparable(result.value), comparable(other));
  });
  fc.assert(property, { numRuns: 300 });
  assert.ok(compared > 50, `${compared} trees were compared`);
});

test("whatever the bytes, the answer is a tree or one fault inside the text", () => {
  const property = fc.property(fc.oneof(anyBytes, brokenPrograms), (text) => {
    const result = read(text);
    if (result.ok) return;
    const { message, range } = result.error;
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, message);
    assert.not.match(message, /[\r\n]/);
  });
  fc.assert(property, { numRuns: 500 });
});

test("the message stays short whatever the token", () => {
  for (const text of [`x = "${"a".repeat(1e5)}\n`, `return ${"1.".repeat(1e5)}`, `x ${"y".repeat(1e5)}`]) {
    assert.ok(refusal(text).length < 160);
  }
});
