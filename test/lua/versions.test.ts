// What each version of Lua reads and the others do not: one table, held against the compilers where they are installed.
import * as assert from "uvu/assert";
import type { ByteText } from "../../src/base/byte-text.ts";
import { parseLua } from "../../src/lua/syntax/parse.ts";
import { isStandardModule, standardNames } from "../../src/lua/values/standard-names.ts";
import { LUA_VERSIONS, type LuaVersion, luaName, versionIn } from "../../src/model/lua-version.ts";
import { recordedFor } from "../support/lua/recorded.ts";
import { compiledVerdict, globalsOf, hasReference } from "../support/lua/reference.ts";
import { suite } from "../support/suite.ts";

const test = suite("versions of Lua");

/** The versions that read a program, as letters: 1, 2, 3, 4 of Lua 5.x, j of LuaJIT. */
const READ_BY: readonly (readonly [program: string, versions: string])[] = [
  ["x = 7 // 2", "34"],
  ["x = 1 & 2 | 3 ~ 4 << 5 >> 6", "34"],
  ["x = ~1", "34"],
  ["local x <const> = 1", "4"],
  ["local x <close>, y <const> = 1, 2", "4"],
  ["local x <close>, y <close> = 1, 2", ""],
  ["local x <other> = 1", ""],
  ["local x <const> = 1; x = 2", ""],
  ["local x <const> = f(); function y() x = 2 end", ""],
  ["local x <const> = 1; local y <const> = x; return x + y", "4"],
  ["local x <const> = {}; x.y = 1", "4"],
  ["local x <close> = f(); function x() end", ""],
  ["goto l ::l::", "234j"],
  ["goto = 1; x = goto", "1j"],
  ["local function goto() end", "1j"],
  ["goto goto ::goto::", ""],
  ["for goto = 1, 2 do end", "1j"],
  ["do ::l:: end ::l::", "234j"],
  ["::l:: do ::l:: end", "23j"],
  ["::l:: function f() ::l:: end", "234j"],
  ["do goto l end local a ::l::", "234j"],
  ["do goto l end local a ::l:: print(a)", ""],
  ["repeat local x; if x then goto l end; local y ::l:: until x", ""],
  ["while x do break x() end", "234"],
  ["while x do break; end", "1234j"],
  ["while x do if y then break end end", "1234j"],
  ["break", ""],
  [";", "234"],
  ["x = 1;; y = 2", "234"],
  ["return;", "1234j"],
  ["return;;", ""],
  ["f\n(g)", "234"],
  ["f\n{}", "1234j"],
  // A name that may be a key is looked behind, and the line that its call starts is not seen any more.
  ["x = {f\n(g)}", "1234j"],
  ["x = {f.a\n(g)}", "234"],
  ["x = {a = f\n(g)}", "234"],
  ["goto\n(g)", "j"],
  ["x = goto\n(g)", ""],
  ["x = '\\x41'", "1234j"],
  ["x = '\\x4g'", "1"],
  ["x = '\\q'", "1"],
  ["x = '\\z\n b'", "234j"],
  ["x = '\\u{48}'", "134j"],
  ["x = '\\u{110000}'", "14"],
  ["x = '\\u{d800}'", "134"],
  ["x = '\\u{7FFFFFFF}'", "14"],
  ["x = '\\u{80000000}'", "1"],
  ["x = '\\300'", ""],
  ["x = 42ULL", "j"],
  ["x = 42ll + 0x2aLLU", "j"],
  ["x = 42l", ""],
  ["x = 18446744073709551616ULL", ""],
  ["x = 0x1ffffffffffffffffULL", ""],
  ["x = 1i", "j"],
  ["x = 0b101", "j"],
  ["x = 0b12", ""],
  ["x = 0x1p4", "1234j"],
  ["x = 0x1p+4", "234j"],
  ["x = 0x.8", "234j"],
  ["x = 0xA.8", "234j"],
  ["x = 3e", ""],
  ["x = 3and 4", ""],
  ["x = 3or 4", "23"],
  ["x = 0xffor 1", "23"],
  ["x = 1..2", ""],
  ["x = 1e1048576", "1234"],
  ["\xef\xbb\xbfx = 1", "234j"],
  ["#!/usr/bin/lua\nx = 1", "1234j"],
  ["# a\rx = (", "1234"],
  ["\xc3\xa9 = 1", "j"],
  ["x = [[ a [[ b ]]", "234j"],
  ["--[[ a [[ b ]]", "234j"],
  ["x = [=[ a [[ b ]=]", "1234j"],
  ["function f(...) return arg, ... end", "1234j"],
  ["local _ENV = {}; x = 1", "1234j"],
];

const LETTERS: Readonly<Record<LuaVersion, string>> = {
  "5.1": "1",
  "5.2": "2",
  "5.3": "3",
  "5.4": "4",
  luajit: "j",
};

const isAccepted = (program: string, version: LuaVersion) => parseLua(program as ByteText, version).ok;

/** Without the token it stands near, which a compiler shows as it is in memory and we as it is written. */
const words = (message: string) => message.replace(/ near .*$/s, "");

for (const version of LUA_VERSIONS) {
  const letter = LETTERS[version];
  const name = luaName(version);

  test(`${name} reads what its compiler reads`, () => {
    for (const [program, versions] of READ_BY) {
      assert.is(isAccepted(program, version), versions.includes(letter), program);
    }
  });

  if (hasReference(version)) {
    test(`the table says of ${name} what its compiler says`, () => {
      for (const [program, versions] of READ_BY) {
        assert.is(compiledVerdict(version, program) === "ok", versions.includes(letter), program);
      }
    });

    test(`the globals of ${name} are those that its interpreter has`, () => {
      const missing = globalsOf(version).filter((global) => !isKnown(version, global));
      assert.equal(missing, []);
      const known = new Set(globalsOf(version));
      assert.equal(
        [...standardNames(version)].filter((global) => !known.has(global)),
        [],
      );
    });
  } else test.skip(`${name} itself`, "its compiler is not installed");

  test(`every recorded program is accepted or refused as by the compiler of ${name}`, () => {
    const { programs } = recordedFor(version);
    assert.ok(programs.length > 500);
    for (const [program, expected] of programs) {
      assert.is(isAccepted(program, version), expected === "ok", `${JSON.stringify(program)}: ${expected}`);
    }
  });

  test(`what is refused is refused in the words of ${name}`, () => {
    for (const [program, expected] of recordedFor(version).programs) {
      const read = parseLua(program as ByteText, version);
      if (!read.ok) assert.is(words(read.error.message), words(expected), JSON.stringify(program));
    }
  });
}

/** Debian builds its 5.3 with what 5.2 had; the manual of 5.3 has it no more. */
function isKnown(version: LuaVersion, global: string): boolean {
  return standardNames(version).has(global) || (version === "5.3" && global === "bit32");
}

test("the deepest folder says which Lua is written in it", () => {
  const folders = [
    { folder: "addons/jit", version: "luajit" },
    { folder: "addons", version: "5.1" },
    { folder: "", version: "5.4" },
  ] as const;
  assert.is(versionIn("addons/jit/a.lua", folders), "luajit");
  assert.is(versionIn("addons/jitter/a.lua", folders), "5.1");
  assert.is(versionIn("addons.lua", folders), "5.4");
});

test("modules that only one version has are its own there alone", () => {
  assert.ok(isStandardModule("ffi", "luajit"));
  assert.ok(isStandardModule("jit.opt", "luajit"));
  assert.not.ok(isStandardModule("ffi", "5.4"));
  assert.ok(isStandardModule("utf8", "5.3"));
  assert.not.ok(isStandardModule("utf8", "5.1"));
});
