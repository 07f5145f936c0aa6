import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { canonicalJson } from "../../src/json/canonical.ts";
import { canonicalDigest } from "../../src/json/canonical-digest.ts";
import { readJson } from "../../src/json/value.ts";
import { suite } from "../support/suite.ts";

const test = suite("canonical-json");

// The examples of RFC 8785: section 3.2.2 (numbers, strings, literals), 3.2.3 (sorting), appendix B (numbers).
const examples: ReadonlyArray<readonly [text: string, canonical: string]> = [
  [
    String.raw`{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}`,
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  ],
  [
    String.raw`{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}`,
    '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign",' +
      '"😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
  ],
  [
    "[-0, 5e-324, 1.7976931348623157e308, 9007199254740992, 295147905179352825856]",
    "[0,5e-324,1.7976931348623157e+308,9007199254740992,295147905179352830000]",
  ],
  [
    "[9.999999999999997e22, 1e23, 1e21, 999999999999999900000, 1e-7, 0.000001]",
    "[9.999999999999997e+22,1e+23,1e+21,999999999999999900000,1e-7,0.000001]",
  ],
];

for (const [index, [text, canonical]] of examples.entries()) {
  test(`example ${index + 1} of RFC 8785`, () => {
    const value = readJson(text);
    if (!value.ok) throw new Error(value.error.kind);
    assert.equal(canonicalJson(value.value), { ok: true, value: canonical });
  });
}

test("what has no canonical form is refused, with its place", () => {
  assert.equal(canonicalJson({ a: ["\ud800"] }), {
    ok: false,
    error: { kind: "lone-surrogate", pointer: "/a/0" },
  });
  assert.equal(canonicalJson({ "a/b": Number.POSITIVE_INFINITY }), {
    ok: false,
    error: { kind: "not-a-finite-number", pointer: "/a~1b" },
  });
  const huge = readJson("1e999");
  assert.ok(huge.ok && !canonicalJson(huge.value).ok);
});

test("the order of keys and the spelling of the text do not change the digest", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string({ unit: "grapheme" }), fc.double({ noNaN: true, noDefaultInfinity: true })),
      (record) => {
        const turned = Object.fromEntries(Object.entries(record).reverse());
        const reread = readJson(JSON.stringify(turned, null, 3));
        assert.ok(reread.ok);
        assert.equal(canonicalDigest(record), canonicalDigest(reread.value));
      },
    ),
  );
});
