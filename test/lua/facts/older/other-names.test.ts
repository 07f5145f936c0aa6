import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import type { ByteText } from "../../../../src/base/byte-text.ts";
import { LuaSource } from "../../../../src/lua/source.ts";
import { suite } from "../../../support/suite.ts";

const test = suite("a text that is another but for the names of what it requires");

/** What is told of an older text without reading it; undefined where it has to be read. */
function told(before: string, after: string) {
  const old = new LuaSource(before as ByteText, "5.1");
  const now = new LuaSource(after as ByteText, "5.1");
  return now.isUnderOtherNames(old) ? old.known.requires : undefined;
}

function read(text: string) {
  return new LuaSource(text as ByteText, "5.1");
}

const BASE = `local hub = require("app.hub")
local also = require 'app.hub'
local ok, more = pcall(require, "app.more")
local M = { list = {} }

function M.late()
  return require("app.late").start(hub, also, ok and more)
end

return M
`;

test("requires the same in the same places, under its own names", () => {
  for (const after of [
    BASE.replaceAll("app.hub", "a.b.c.hub"),
    BASE.replaceAll("app.hub", "hub").replace("app.late", "somewhere.far.late"),
    BASE.replace("app.more", "app.less"),
    BASE,
  ])
    assert.equal(told(BASE, after), read(BASE).requires, after);
});

test("is read where more differs, or a name may change how the rest is read", () => {
  for (const [before, after] of [
    [BASE, BASE.replace("list = {}", "list = { 1 }").replaceAll("app.hub", "hub")],
    [BASE, `${BASE}\n`],
    [BASE, BASE.slice(0, -1)],
    ['local a = require("x")\nlocal c = require("y")\nreturn a', 'local a = require("z")\nreturn a'],
    // Quotes, escapes and line ends are no names.
    [BASE, BASE.replace('"app.more"', '"app\\046less"')],
    [BASE.replace('"app.more"', '"app\\046less"'), BASE],
    [BASE.replace('"app.more"', "[[app.more]]"), BASE],
    [BASE.replace('"app.more"', '"app.more" .. ""'), BASE],
    [BASE.replace('"app.more"', '""'), BASE],
    // Two modules that become one.
    [BASE.replace("app.more", "app.hub"), BASE],
    [BASE, BASE.replace("app.more", "app.hub")],
    // What Lua has itself is not only a module.
    [BASE, BASE.replace("app.more", "package")],
    [BASE.replace("app.more", "_G"), BASE],
    [BASE.replace("app.more", "ffi"), BASE],
    // A name that is worked out from what differs.
    [BASE, BASE.replace("app.more", "app.hub")],
    ['local a = require("x" .. require("y"))', 'local a = require("x" .. require("z"))'],
    // What does not parse, and a line that was left out.
    ['local = require("x")', 'local = require("y")'],
    [
      '-- arkitekt-off lua-parse: generated\nlocal a = require("x")',
      '-- arkitekt-off lua-parse: generated\nlocal a = require("y")',
    ],
  ] as const)
    assert.is(told(before, after), undefined, `${before}\n---\n${after}`);
});

const fixtures = fileURLToPath(new URL("../../../fixtures/", import.meta.url));

/** Every file of the fixtures, with each of its names in quotes changed. */
function* pairs(): Iterable<readonly [before: string, after: string]> {
  for (const file of readdirSync(fixtures, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".lua")) continue;
    const text = readFileSync(join(fixtures, file), "latin1");
    const names = new Set([...text.matchAll(/(["'])([\w.-]+)\1/g)].map(([, , name = ""]) => name));
    for (const name of names)
      for (const other of [`${name}x`, `moved.${name}`, "a"])
        for (const quote of ['"', "'"])
          yield [text, text.replaceAll(`${quote}${name}${quote}`, `${quote}${other}${quote}`)];
  }
}

test("is told as reading it tells, and gives the same fields", () => {
  let count = 0;
  for (const [before, after] of pairs()) {
    const requires = before === after ? undefined : told(before, after);
    if (requires === undefined) continue;
    count++;
    const [old, now] = [read(before), read(after)];
    assert.ok(old.isSound, before);
    assert.equal(requires, old.requires, `${before}\n---\n${after}`);
    if (now.module.ending.kind === "module") continue;
    const fields = ({ module }: LuaSource) => [
      module.ending.kind,
      module.isOpen,
      module.earlyReturns.length,
      module.exports.map(({ name, value, isLazy, isOnSelf }) => [name, value.kind, isLazy, isOnSelf]),
      module.dynamicFields.map(({ kind }) => kind),
    ];
    assert.equal(fields(now), fields(old), `${before}\n---\n${after}`);
  }
  assert.ok(count > 300, `${count}`);
});
