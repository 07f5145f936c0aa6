import * as assert from "uvu/assert";
import { type Found, markOld } from "../../src/gate/compare.ts";
import type { Anchor, Finding } from "../../src/model/finding.ts";
import { suite } from "../harness/suite.ts";

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

test("a date that went by makes an old finding new", () => {
  const late = { ...found("f", "shim"), finding: { ...finding("f", "shim"), evenIfOld: true as const } };
  assert.equal(markOld([late], [found("f", "shim")]), [false]);
});

function found(scope: string, code: string, group?: string): Found {
  return { rule: "some-rule", finding: finding(scope, code, group), file: undefined };
}

function finding(scope: string, code: string, group?: string): Finding {
  const anchor: Anchor = group === undefined ? { scope, code } : { scope, code, group };
  return { message: "found", anchor };
}
