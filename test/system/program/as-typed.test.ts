import * as assert from "uvu/assert";
import { commands } from "../../../src/cli/commands/index.ts";
import { asTyped, COMMAND_WORDS, calledAs } from "../../../src/system/program/as-typed.ts";
import { suite } from "../../support/suite.ts";

const test = suite("commands as they are typed here");

test("every command is known", () => {
  assert.equal(
    commands.map(({ name }) => name).filter((name) => !(COMMAND_WORDS as readonly string[]).includes(name)),
    [],
  );
});

const SHOWN: readonly (readonly [text: string, shown: string])[] = [
  ["  why: arkitekt explain no-globals\n", "  why: git arkitekt explain no-globals\n"],
  ["(arkitekt check --all shows them)", "(git arkitekt check --all shows them)"],
  ["put it back: npx arkitekt install", "put it back: npx arkitekt install"],
  ["arkitekt: blocked, 1 error.", "arkitekt: blocked, 1 error."],
  ["`arkitekt rules` lists them", "`git arkitekt rules` lists them"],
  ["    3 | -- run arkitekt check\n", "    3 | -- run arkitekt check\n"],
  ["/opt/arkitekt check", "/opt/arkitekt check"],
  ["the key arkitekt of package.json", "the key arkitekt of package.json"],
];

for (const [text, shown] of SHOWN) {
  test(`"${text.trim()}" is shown as "${shown.trim()}"`, () => {
    assert.is(asTyped(text, "git arkitekt"), shown);
    assert.is(asTyped(text, "arkitekt"), text);
  });
}

test("a project's package is started by npx, one on PATH by its name", () => {
  assert.is(calledAs("/p/node_modules/arkitekt/dist", "/p/node_modules/.bin/arkitekt"), "npx arkitekt");
  assert.is(calledAs("/usr/lib/node_modules/arkitekt/dist", "/usr/bin/arkitekt"), "arkitekt");
});
