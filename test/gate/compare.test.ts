import * as assert from "uvu/assert";
import { byteTextOf } from "../../src/base/byte-text.ts";
import { LineIndex } from "../../src/base/position.ts";
import { markOld, type RawFinding } from "../../src/gate/compare.ts";
import { LuaSource } from "../../src/lua/source.ts";
import type { Anchor, Finding } from "../../src/model/finding.ts";
import { WHOLE_CHANGE } from "../../src/model/place.ts";
import type { SourceFile } from "../../src/modules/source-file.ts";
import { placeIn } from "../../src/rule/place-in.ts";
import { suite } from "../support/suite.ts";

const test = suite("what is new");

test("the same code in the same function was there before", () => {
  assert.equal(markOld([found("f", "a = 1")], [found("f", "a = 1")]), [true]);
});

test("the same code in another function, and other code in the same, are new", () => {
  assert.equal(markOld([found("g", "a = 1"), found("f", "b = 1")], [found("f", "a = 1")]), [false, false]);
});

test("a copy is new, and one that is exchanged for another is found", () => {
  const before = [found("f", "a = 1"), found("f", "b = 1")];
  assert.equal(markOld([found("f", "a = 1"), found("f", "a = 1")], before), [true, false]);
  assert.equal(markOld([found("f", "a = 1"), found("f", "c = 1")], before), [true, false]);
});

test("a function that is renamed, or moved into a module's table, keeps its findings old", () => {
  const before = file("local function f() end\nlocal function kept() end");
  const after = file("local function g() end\nlocal function kept() end");
  const old = { ...found("local f", "a = 1"), file: before };
  assert.equal(markOld([{ ...found("local g", "a = 1"), file: after }], [old]), [true]);
  assert.equal(markOld([{ ...found("local kept", "a = 1"), file: after }], [old]), [false]);
  assert.equal(markOld([{ ...found("local g", "b = 1"), file: after }], [old]), [false]);
  assert.equal(markOld([found("M.f", "a = 1")], [old]), [true]);
});

test("in a file that no longer parses what was there before is old", () => {
  const old = { ...found("local f", "a = 1"), file: file("local function f() end") };
  const broken = file("local function f()");
  assert.equal(markOld([{ ...found("", "a = 1"), file: broken }], [old]), [true]);
});

test("what another rule found makes up for nothing", () => {
  assert.equal(markOld([found("f", "a = 1")], [{ ...found("f", "a = 1"), rule: "another" }]), [false]);
});

test("within a group one that is gone makes up for another, after the same code had its turn", () => {
  const before = [found("f", "host.a()", "host"), found("f", "host.b()", "host")];
  const after = [
    found("f", "host.c()", "host"),
    found("f", "host.d()", "host"),
    found("f", "host.b()", "host"),
  ];
  assert.equal(markOld(after, before), [true, false, true]);
});

test("of equal findings the new one is the one on a line that the diff adds, wherever it stands", () => {
  const text = "x = 1\nx = 1\nx = 1";
  const at = (line: number, added: readonly number[], path = "a.lua") => onLine(line, text, added, path);
  const before = [found("", "x = 1")];
  for (const added of [
    [1, 2],
    [2, 3],
    [1, 3],
  ]) {
    const after = [1, 2, 3].map((line) => at(line, added));
    assert.equal(
      markOld(after, before),
      [1, 2, 3].map((line) => !added.includes(line)),
    );
  }
  assert.equal(markOld([at(1, [1]), at(2, [1]), at(3, [1])], before), [false, true, false]);
  assert.equal(
    markOld([at(1, [1, 2]), at(2, [1, 2])], before),
    [true, false],
    "one that moved is not a new one",
  );
  assert.equal(markOld([at(1, [1, 2, 3], "b.lua"), at(2, [])], before), [false, true], "a copy elsewhere");
});

test("within a group what stands on a line that was left alone is the old one", () => {
  const group = (line: number, code: string) => {
    const it = onLine(line, "a()\nb()\nc()", [1]);
    return { ...it, finding: { ...it.finding, anchor: { scope: "", code, group: "host" } } };
  };
  assert.equal(markOld([group(1, "a()"), group(2, "b()")], [found("", "z()", "host")]), [false, true]);
  assert.equal(markOld([group(1, "a()"), group(2, "b()")], [found("", "a()", "host")]), [true, false]);
});

test("where a file could not be read before, what stands on lines that were left alone is old", () => {
  const [kept, added] = [onLine(1, "x = 1\ny = 1", [2]), onLine(2, "x = 1\ny = 1", [2])];
  const change = kept.file?.change;
  const inIt = [kept, { ...added, file: kept.file }];
  assert.equal(markOld(inIt, [], new Set(change === undefined ? [] : [change])), [true, false]);
  assert.equal(markOld(inIt, []), [false, false]);
});

test("a date that went by makes an old finding new", () => {
  const late = { ...found("f", "shim"), finding: { ...finding("f", "shim"), evenIfOld: true as const } };
  assert.equal(markOld([late], [found("f", "shim")]), [false]);
});

/** Found on a line of a text that was changed, of which these lines are added. */
function onLine(line: number, text: string, added: readonly number[], path = "a.lua"): RawFinding {
  const it = file(text);
  const entry = it.entry;
  const ranges = added.map((start) => ({ start, end: start + 1 }));
  const lines = { kind: "text", added: ranges, addedLoc: added.length } as const;
  const change = { kind: "modified", path, before: entry, after: entry, lines } as const;
  const place = placeIn(it, { start: it.lines.start(line), end: it.lines.start(line) + 1 });
  return { rule: "some-rule", finding: { ...finding("", "x = 1"), place }, file: { ...it, path, change } };
}

function file(text: string): SourceFile {
  const bytes = byteTextOf(Buffer.from(text));
  return {
    path: "a.lua",
    entry: { kind: "file", id: "" },
    side: "after",
    text: bytes,
    lines: new LineIndex(bytes),
    lua: new LuaSource(bytes),
    change: undefined,
  };
}

function found(scope: string, code: string, group?: string): RawFinding {
  return { rule: "some-rule", finding: finding(scope, code, group), file: undefined };
}

function finding(scope: string, code: string, group?: string): Finding {
  const anchor: Anchor = group === undefined ? { scope, code } : { scope, code, group };
  return { place: WHOLE_CHANGE, message: "found", anchor };
}
