import fc from "fast-check";
import * as assert from "uvu/assert";
import { nearest } from "../../../src/base/nearest.ts";
import { TextPositions } from "../../../src/base/text-position.ts";
import { expectation, patternHint } from "../../../src/policy/faults/describe-expected.ts";
import { schemaAt } from "../../../src/policy/schema/schema-at.ts";
import { suite } from "../../support/suite.ts";

const test = suite("policy words");

const NEAREST: readonly (readonly [
  word: string,
  candidates: readonly string[],
  found: string | undefined,
])[] = [
  ["doc-fence", ["docs-fence", "path-fence"], "docs-fence"],
  ["eror", ["off", "warn", "error"], "error"],
  ["wran", ["off", "warn", "error"], "warn"],
  ["Root", ["lua", "root"], "root"],
  ["xyz", ["off", "warn", "error"], undefined],
  ["", ["a"], undefined],
  ["diff_budget", ["diff-budget"], "diff-budget"],
  ["a", [], undefined],
  ["stag", ["tree", "staged"], "staged"],
  ["s", ["tree", "staged"], undefined],
];

for (const [word, candidates, found] of NEAREST) {
  test(`"${word}" among ${candidates.join(", ") || "nothing"} is ${found ?? "nothing"}`, () => {
    assert.is(nearest(word, candidates), found);
  });
}

test("a word is nearest to itself, and one slip away from it is still found", () => {
  const word = fc.stringMatching(/^[a-z]{4,12}$/);
  fc.assert(
    fc.property(word, fc.array(word), fc.nat(), (wanted, others, at) => {
      assert.is(nearest(wanted, [...others, wanted]), wanted);
      const slip = wanted.slice(0, at % wanted.length) + wanted.slice((at % wanted.length) + 1);
      assert.is(nearest(slip, [wanted]), wanted);
    }),
  );
});

test("whoever writes a glob or folder that is refused is told why", () => {
  const text = fc
    .array(fc.constantFrom("a", "*", "**", "/", "..", ".", "\\", "!", "C:", "refs/", "ü", "//", ".x"), {
      maxLength: 5,
    })
    .map((parts) => parts.join(""));
  for (const pointer of [
    ["pure", 0],
    ["agentBranches", 0],
    ["root"],
    ["rules", "path-fence", 1, "roots", 0],
  ]) {
    const schema = schemaAt(pointer) ?? {};
    const pattern = new RegExp(String(schema["pattern"]), "u");
    fc.assert(
      fc.property(text, (written) => {
        if (schema["name"] === "folder" && written === ".") return;
        assert.is(patternHint(schema, written) === undefined, pattern.test(written), `${pointer} ${written}`);
      }),
      { numRuns: 500 },
    );
  }
});

test("what the schema asks for can be put into words everywhere", () => {
  const visit = (at: readonly (string | number)[], schema: Readonly<Record<string, unknown>>): void => {
    const words = expectation(schema, at);
    assert.not.match(words, /undefined|something else|object Object/, at.join("."));
    const { properties } = schema;
    for (const key of Object.keys(properties ?? {})) visit([...at, key], schemaAt([...at, key]) ?? {});
    if (at.at(-2) === "rules") {
      const options = schemaAt([...at, 1]) ?? {};
      for (const key of Object.keys(options["properties"] ?? {})) {
        visit([...at, 1, key], schemaAt([...at, 1, key]) ?? {});
      }
    }
  };
  visit([], schemaAt([]) ?? {});
});

test("a position counts lines of every kind and characters of any width", () => {
  const text = "a\r\nb\rcé😀x\nd";
  const positions = new TextPositions(text);
  assert.equal(positions.at(0), { line: 1, column: 1 });
  assert.equal(positions.at(text.indexOf("d")), { line: 4, column: 1 });
  assert.equal(positions.at(text.indexOf("b")), { line: 2, column: 1 });
  assert.equal(positions.at(text.indexOf("x")), { line: 3, column: 4 });
});
