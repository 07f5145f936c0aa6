import fc from "fast-check";
import * as assert from "uvu/assert";
import type { Signature } from "../../src/lua/facts/signatures.ts";
import { signatureFaults } from "../../src/rules/shim-surface/signatures.ts";
import { lua } from "../support/lua/reading.ts";
import { suite } from "../support/suite.ts";

const test = suite("shim-surface");

function signature(text: string): Signature {
  const found = lua(text).functions[0]?.signature;
  if (found === undefined) throw new Error(`no function: ${text}`);
  return found;
}

const anySignature: fc.Arbitrary<Signature> = fc.record({
  params: fc.uniqueArray(fc.constantFrom("a", "b", "self", "_", "cb", "opts"), { maxLength: 4 }),
  isVararg: fc.boolean(),
  isMethod: fc.boolean(),
  returns: fc.tuple(fc.nat(3), fc.option(fc.nat(3), { nil: undefined })).map(([least, more]) => ({
    least,
    most: more === undefined ? undefined : least + more,
    fewest: more === undefined ? undefined : least,
  })),
});

test("what is as it was has no fault", () => {
  fc.assert(fc.property(anySignature, (same) => signatureFaults(same, same).length === 0));
});

test("what takes anything and hands back all of it has no fault, whatever it replaces", () => {
  const handsOn = signature("local function f(...) return g(...) end");
  fc.assert(fc.property(anySignature, (old) => signatureFaults(old, handsOn).length === 0));
});

test("a further argument or value at the end is not a fault", () => {
  const more = (old: Signature): Signature => ({
    ...old,
    params: [...old.params, "one_more"],
    returns: {
      ...old.returns,
      most: old.returns.most === undefined ? undefined : old.returns.most + 1,
    },
  });
  fc.assert(fc.property(anySignature, (old) => signatureFaults(old, more(old)).length === 0));
});

test("one argument less is a fault, unless any number is taken", () => {
  fc.assert(
    fc.property(anySignature, (old) => {
      fc.pre(old.params.length > 0 && old.params[0] !== "self");
      const less = { ...old, params: old.params.slice(0, -1) };
      return (signatureFaults(old, less).length === 0) === old.isVararg;
    }),
  );
});

test("with a colon and with the object written out are one", () => {
  const colon = signature("function M:f(a, b) end");
  const dot = signature("function M.f(self, a, b) end");
  const otherwise = signature("function M.f(bridge, a, b) end");
  assert.equal(signatureFaults(colon, dot), []);
  assert.equal(signatureFaults(dot, colon), []);
  assert.equal(signatureFaults(colon, otherwise), []);
  assert.equal(signatureFaults(otherwise, colon), []);
});

test("one path that returns fewer values than every path did is a fault, where that is sure", () => {
  const now = (body: string) => signature(`function M.f(x, ...) ${body} end`);
  const two = now("return x, 1");
  const faults = (body: string) => signatureFaults(two, now(body));
  const one = ["returns 1 value on one path, where 2 values were returned before"];
  assert.equal(faults("if x then return 1 end return x, 1"), one);
  assert.equal(faults("if x then return (g()) end return g()"), one);
  assert.equal(faults("if x then return x, 1 end"), [
    "returns nothing on one path, where 2 values were returned before",
  ]);
  assert.equal(faults("return (g())"), ["returns 1 value, where 2 values were returned before"]);
  assert.equal(faults("return (...)"), ["returns 1 value, where 2 values were returned before"]);
  assert.equal(faults("return (g()--[[ ) ]])"), ["returns 1 value, where 2 values were returned before"]);
  for (const body of [
    "if x then return g() end return x, 1",
    "return g() --[[ ) ]]",
    "return (g)(), ...",
    "return (g())()",
    "if x then return x, 1 end fail('no x')",
    "if x then return x, 1 end error('no x')",
    "while true do if x then return x, 1 end end",
    "if x then return x, 1 else return 1, x, 2 end",
  ])
    assert.equal(faults(body), [], body);
  assert.equal(
    signatureFaults(now("if x then return 1 end return x, 1"), now("if x then return 1 end return 2, 3")),
    [],
  );
});

test("what a call at the end of a return adds is not counted as lost, what stands before it is", () => {
  const open = signature("function M.f() return 1, 2, g() end");
  const two = signature("function M.f() return 1, 2 end");
  const one = signature("function M.f() return 1 end");
  assert.equal(signatureFaults(open, two), []);
  assert.equal(signatureFaults(two, open), []);
  assert.equal(signatureFaults(open, one), ["returns 1 value, where 2 values were returned before"]);
});
