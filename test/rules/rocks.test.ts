import * as assert from "uvu/assert";
import { rocksIn } from "../../src/rules/require-graph/rocks.ts";
import { suite } from "../support/suite.ts";

const test = suite("what a rockspec asks for");

test("dependencies are read as Lua has them", () => {
  const rows: readonly (readonly [text: string, rocks: readonly string[]])[] = [
    ['dependencies = { "lua >= 5.1", "inspect ~> 3", "me/lpeg" }', ["inspect", "lpeg"]],
    ["dependencies = { -- of a } brace\n  [[penlight]],\n  'a' }", ["penlight", "a"]],
    ['local common = { "say" }\ndependencies = common\ntest_dependencies = { "busted" }', ["say", "busted"]],
    ['dependencies = { "a", platforms = { unix = { "luaposix" } } }', ["a", "luaposix"]],
    ['-- dependencies = { "gone" }\ndescription = { summary = [[dependencies = { "text" }]] }', []],
    ["dependencies = {", []],
  ];
  for (const [text, rocks] of rows) assert.equal(rocksIn(text), rocks, text);
});
