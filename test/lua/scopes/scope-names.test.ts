import * as assert from "uvu/assert";
import { lua } from "../../support/lua/reading.ts";
import { suite } from "../../support/suite.ts";

const test = suite("names of functions");

/** The scope of the byte where `here` stands. */
function scope(text: string): string {
  return lua(text).scopeAt(text.indexOf("here"));
}

const CASES: readonly (readonly [text: string, expected: string])[] = [
  ["here()", ""],
  ["do if x then here() end end", ""],
  ["function f() here() end", "f"],
  ["local function f() here() end", "local f"],
  ["local f = function() here() end", "local f"],
  ["f = function() here() end", "f"],
  ["function M.f() here() end", "M.f"],
  ["function M.a.b:c() here() end", "M.a.b:c"],
  ["M.f = function() here() end", "M.f"],
  [`M["f"] = function() here() end`, "M.f"],
  ["M[k] = function() here() end", "M[]"],
  ["local a, b = 1, function() here() end", "local b"],
  ["local M = { f = function() here() end }", "M.f"],
  ["M.x = { y = { ['z'] = function() here() end } }", "M.x.y.z"],
  ["return { f = function() here() end }", "f"],
  ["return { function() here() end }", "<anonymous>"],
  ["go(function() here() end)", "<anonymous>"],
  ["function f() go(function() here() end) end", "f.<anonymous>"],
  ["function f() local function g() here() end end", "f.g"],
  ["function f() return function() here() end end", "f.<anonymous>"],
  ["function f() end here()", ""],
  ["function f() end function g() end here()", ""],
  ["function f() local function g() end here() end", "f"],
  ["function f(here) end", "f"],
  ["local f = x or function() here() end", "local f"],
];

for (const [text, expected] of CASES) {
  test(`the function around a place has a name: ${text}`, () => assert.is(scope(text), expected));
}

test("an anchor is the same when only the layout changes", () => {
  const plain = lua("function M.f() go( a,'x' ) end");
  const other = lua("\n\nfunction M.f()\n  go(a, --[[ why ]] 'x') -- now\nend");
  const at = (source: typeof plain) => {
    const [call] = source.calls;
    return call === undefined ? undefined : source.anchor(call.range);
  };
  assert.equal(at(plain), { scope: "M.f", code: "go ( a , 'x' )" });
  assert.equal(at(other), at(plain));
});

test("a text that does not parse has no scopes, but anchors", () => {
  const source = lua("function f( x");
  assert.equal(source.anchor({ start: 0, end: 13 }), { scope: "", code: "function f ( x" });
});
