import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { byteTextOf } from "../../src/base/byte-text.ts";
import type { Edit } from "../../src/fix/edit.ts";
import { mend } from "../../src/fix/mend.ts";
import { settle } from "../../src/fix/settle.ts";
import { LuaSource } from "../../src/lua/source.ts";
import type { Project } from "../../src/model/project.ts";
import { suite } from "../support/suite.ts";

const test = suite("mend");

const project: Project = {
  root: "",
  lua: {
    files: ["**/*.lua"],
    versions: [{ folder: "", version: "5.3" }],
    moduleRoots: [""],
    generated: ["gen/**"],
    vendored: ["vendor/**"],
    scripts: [],
    externals: [],
  },
  namespace: { canonical: "ark", retired: ["oldark", "Old.Ark"] },
  features: { root: "", layers: [] },
  pure: [],
  agentBranches: [],
  host: { globals: [], modules: [] },
  shims: { maxDays: 30, forbid: false },
  taskCode: { patterns: [], examples: [] },
};

const DAY = "2025-11-01";

function run(text: string | Buffer, path = "a.lua", off: readonly string[] = []) {
  const bytes = Buffer.from(text);
  const found = mend(path, bytes, { project, today: DAY, isOn: (rule) => !off.includes(rule) });
  const after = found.edit?.contents ?? bytes;
  return { ...found, bytes: after, text: after.toString("utf8") };
}

for (const [before, after] of [
  ['require "core\\\\list"', 'require "core.list"'],
  ["require('core\\\\list')", "require('core.list')"],
  ["require[[core\\list]]", "require[[core.list]]"],
  ["require [==[core\\list]==]", "require [==[core.list]==]"],
  ["pcall(require, 'core\\\\deep\\\\list')", "pcall(require, 'core.deep.list')"],
  ["local r = require local x = r 'core\\\\list'", "local r = require local x = r 'core.list'"],
  ["require 'oldark.list'", "require 'ark.list'"],
  ["require 'oldark'", "require 'ark'"],
  ["require 'oldark/list'", "require 'ark/list'"],
  ["require 'oldark\\\\list'", "require 'ark.list'"],
  ["require 'Old.Ark.list'", "require 'ark.list'"],
  ["require '\\111ldark.list'", "require 'ark.list'"],
  ["require 'oldark.ünï'", "require 'ark.ünï'"],
  [
    "require --[[ why ]] ( --[[ here ]] 'oldark.a' ) -- end",
    "require --[[ why ]] ( --[[ here ]] 'ark.a' ) -- end",
  ],
] as const) {
  test(`mends ${before}`, () => {
    assert.is(run(before).text, after);
    assert.equal(run(after).mends, []);
  });
}

for (const text of [
  "require 'oldarkish.list'",
  "require 'ark.list'",
  "-- require 'oldark.list'",
  "local s = 'require oldark.list'",
  'local s = "core\\\\list"',
  "obj.require 'oldark.list'",
  "local function require() end require 'oldark.list'",
  "local = require 'oldark.list'",
]) {
  test(`leaves ${text}`, () => {
    const { text: after, mends, byHand } = run(text);
    assert.equal([after, mends, byHand], [text, [], []]);
  });
}

for (const text of [
  "require('oldark.' .. name)",
  'require("a\\\\b\\\\" .. name)',
  "require '\\\\a'",
  "require 'a\\\\'",
]) {
  test(`leaves ${text}, and says so`, () => {
    const { text: after, mends, byHand } = run(text);
    assert.equal([after, mends, byHand.length], [text, [], 1]);
  });
}

test("does nothing where a rule is off, where a comment silences it, and in code of others", () => {
  const text = "require 'oldark.a\\\\b'\n";
  assert.is(run(text, "a.lua", ["require-separators", "retired-namespace"]).text, text);
  assert.is(run(text, "vendor/a.lua").text, text);
  assert.is(run(text, "gen/a.lua").text, text);
  assert.is(run(text, "a.txt").text, text);
  const silenced =
    "-- arkitekt-off retired-namespace: the host names it so\nrequire 'oldark.a'\nrequire 'oldark.b'\n";
  assert.is(run(silenced).text, silenced.replace("oldark.b", "ark.b"));
});

const MARK = "-- @deprecated TEMP_PARITY_SHIM: f() → use g";
const DATE = "EXPIRES: 2025-12-01";
const FULL = `${DATE} (planned removal: <phase>)`;
for (const [title, before, after] of [
  ["below the mark", `${MARK}\nfunction M.f() end\n`, `${MARK}\n-- ${FULL}\nfunction M.f() end\n`],
  ["with the line ends of the file", `${MARK}\r\nreturn 1\r\n`, `${MARK}\r\n-- ${FULL}\r\nreturn 1\r\n`],
  ["with old line ends", `${MARK}\rreturn 1\r`, `${MARK}\r-- ${FULL}\rreturn 1\r`],
  ["at the end of a text", `${MARK}`, `${MARK}\n-- ${FULL}`],
  [
    "as deep as the mark",
    `do\n\t --\t${MARK.slice(3)}\nend\n`,
    `do\n\t --\t${MARK.slice(3)}\n\t --\t${FULL}\nend\n`,
  ],
  ["behind blanks of the mark", `${MARK}  \nreturn 1\n`, `${MARK}  \n-- ${FULL}\nreturn 1\n`],
  [
    "without the marker where the phase is known",
    `${MARK} (remove in Phase 7)\n`,
    `${MARK} (remove in Phase 7)\n-- ${DATE}\n`,
  ],
  ["behind code", `local f = g ${MARK}\n`, `local f = g ${MARK} ${FULL}\n`],
  [
    "in a long comment",
    "--[[ @deprecated Parity shim\n]]\n",
    `--[[ @deprecated Parity shim\n     ${FULL}\n]]\n`,
  ],
  [
    "in a long comment of one line",
    "--[[ @deprecated Parity shim ]]\n",
    `--[[ @deprecated Parity shim\n     ${FULL} ]]\n`,
  ],
  [
    "in a line of a long comment",
    "--[==[\n  @deprecated Parity shim\n]==]\n",
    `--[==[\n  @deprecated Parity shim\n  ${FULL}\n]==]\n`,
  ],
  ["in a file with a byte order mark", `\ufeff${MARK}\n`, `\ufeff${MARK}\n-- ${FULL}\n`],
  [
    "for each of two",
    `${MARK}\n${MARK}\nfunction M.f() end\n`,
    `${MARK}\n-- ${FULL}\n${MARK}\n-- ${FULL}\nfunction M.f() end\n`,
  ],
  [
    "where EXPIRES is empty",
    `${MARK}\n-- EXPIRES: (planned removal: Phase-3)\n`,
    `${MARK}\n-- ${DATE} (planned removal: Phase-3)\n`,
  ],
  [
    "for a word that stands for one",
    `${MARK}\n-- EXPIRES: YYYY-MM-DD (planned removal: Phase-3)\n`,
    `${MARK}\n-- ${DATE} (planned removal: Phase-3)\n`,
  ],
  ["for one in brackets", `${MARK}\n-- EXPIRES: [date]\n`, `${MARK}\n-- ${DATE}\n`],
] as const) {
  test(`writes the date of a shim ${title}`, () => {
    assert.is(run(before).text, after);
    assert.equal(run(after).mends, []);
  });
}

for (const text of [
  `${MARK}\n-- EXPIRES: 2025-01-01 (planned removal: Phase-3)\n`,
  "--- @deprecated\n--- @return number\nlocal function f() end\n",
]) {
  test(`leaves ${JSON.stringify(text)}`, () => {
    assert.equal(run(text).mends, []);
    assert.equal(run(text).byHand, []);
  });
}

test("a value that says something else is left, and said", () => {
  const text = `${MARK}\n-- EXPIRES: After Phase 5 (planned removal: Phase-5)\n`;
  const { text: after, byHand } = run(text);
  assert.is(after, text);
  assert.equal(
    byHand.map(({ at, says }) => [at.line, says]),
    [[2, "EXPIRES is not a calendar date: After Phase 5"]],
  );
});

test("a phase that is still to be filled in does not count as one", () => {
  const [shim] = new LuaSource(byteTextOf(Buffer.from(`${MARK}\n-- ${FULL}\n`))).shims;
  assert.is(shim?.removal, undefined);
});

test("an edit after which the text does not read as it was meant to is not made", () => {
  const text = byteTextOf(Buffer.from("require 'a' require 'b'"));
  const edit = (start: number, piece: string, wanted: string): Edit => ({
    rule: "x",
    range: { start, end: start + 1 },
    text: byteTextOf(Buffer.from(piece)),
    says: "",
    holds: ({ requires }) => requires.some((one) => one.kind === "static" && one.name === wanted),
  });
  const good = edit(9, "c", "c");
  const wrong = edit(21, "d", "e");
  const breaking = edit(21, "' = '", "d");
  assert.equal(settle(text, "5.3", [good, wrong]), {
    kept: [good],
    refused: [wrong],
    after: "require 'c' require 'b'",
  });
  assert.equal(settle(text, "5.3", [good, breaking]), { kept: [], refused: [good, breaking], after: text });
});

const pieces = fc.constantFrom(
  "require 'oldark.a'",
  'require "x\\\\y"',
  "require[[a\\b]]",
  "-- @deprecated TEMP_PARITY_SHIM: f",
  "--[[ @deprecated Parity shim ]]",
  "-- EXPIRES:",
  "-- EXPIRES: soon",
  "local x = 1",
  "do end",
  " ",
  "\t",
  "\n",
  "\r\n",
  "\r",
  "-- \xff\xfe",
  ";",
);

test("mending again changes nothing, and only what it names is changed", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
      const before = Buffer.from(parts.join(""), "latin1");
      const once = run(before);
      const twice = run(once.bytes);
      assert.ok(twice.bytes.equals(once.bytes), JSON.stringify(parts.join("")));
      assert.equal(twice.mends, []);
      if (once.mends.length === 0) assert.ok(once.bytes.equals(before));
      const rest = (bytes: Buffer) =>
        bytes
          .toString("latin1")
          .replaceAll(/EXPIRES:?( 2025-12-01)?( \(planned removal: <phase>\))?/g, "")
          .replaceAll(/oldark|ark|x\\\\y|x\.y|a\\b|a\.b/g, "")
          .replaceAll(/[\s-]/g, "");
      assert.is(rest(once.bytes), rest(before));
    }),
    { numRuns: 300 },
  );
});
