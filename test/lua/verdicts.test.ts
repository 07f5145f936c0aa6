// Agreement with luac5.3: with what it said once, and where it is installed with what it says now.
import fc from "fast-check";
import * as assert from "uvu/assert";
import type { ByteText } from "../../src/base/byte-text.ts";
import { parseLua } from "../../src/lua/syntax/parse.ts";
import { brokenPrograms, soundPrograms } from "../support/lua/grammar.ts";
import { FAMILIES } from "../support/lua/limit-families.ts";
import { hasLuac, luacVerdict } from "../support/lua/luac.ts";
import { recorded } from "../support/lua/recorded.ts";
import { suite } from "../support/suite.ts";

const test = suite("agreement with luac5.3");

function verdict(program: string): string {
  const result = parseLua(program as ByteText);
  return result.ok ? "ok" : result.error.message;
}

const isAccepted = (program: string): boolean => verdict(program) === "ok";

test("every recorded program is accepted or refused as luac did", () => {
  const counts = { accepted: 0, refused: 0 };
  for (const [program, expected] of recorded.programs) {
    assert.is(isAccepted(program), expected === "ok", `${JSON.stringify(program)}: ${expected}`);
    counts[expected === "ok" ? "accepted" : "refused"]++;
  }
  assert.ok(counts.accepted > 250 && counts.refused > 300, JSON.stringify(counts));
});

test("nine refusals in ten are in luac's very words", () => {
  const refused = recorded.programs.filter(([, expected]) => expected !== "ok");
  const same = refused.filter(([program, expected]) => verdict(program) === expected);
  assert.ok(same.length > 0.9 * refused.length, `${same.length} of ${refused.length}`);
});

for (const [name, { make }] of Object.entries(FAMILIES)) {
  const sizes = (recorded.families[name] ?? []).filter(([size]) => size < 1000);
  if (sizes.length === 0) continue;
  test(`${name}: the limit is luac's`, () => {
    for (const [size, expected] of sizes) assert.is(isAccepted(make(size)), expected === 1, `size ${size}`);
  });
}

test("the recorded sizes are those of the families", () => {
  const sizesOf = (near: readonly number[]) => [...new Set(near)];
  const now = Object.entries(FAMILIES).map(([name, { near }]) => [name, sizesOf(near)]);
  assert.equal(
    Object.entries(recorded.families).map(([name, sizes]) => [name, sizes.map(([size]) => size)]),
    now,
  );
});

if (hasLuac) {
  test("new programs are accepted or refused as luac does now", () => {
    const property = fc.property(fc.oneof(soundPrograms, brokenPrograms), (program) => {
      const expected = luacVerdict(program);
      assert.is(isAccepted(program), expected === "ok", expected);
    });
    fc.assert(property, { numRuns: 300 });
  });
} else test.skip("new programs are accepted or refused as luac does now", "luac5.3 is not installed");
