import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { unifiedDiff } from "../../src/base/unified-diff.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("unified diff");

const text = fc
  .tuple(fc.array(fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "end\n"), { maxLength: 24 }), fc.boolean())
  .map(([lines, isCut]) => (isCut ? `${lines.join("")}last` : lines.join("")));

test("Git makes the new text of the old one with it, whatever their last lines end in", () => {
  const cases = fc
    .sample(fc.tuple(text, text), { numRuns: 300, seed: 7 })
    .filter(([before, after]) => before !== "" && after !== "");
  const long = Array.from({ length: 40 }, (_, line) => `line ${line}\n`);
  const edited = [...long.slice(0, 5), "new\n", ...long.slice(6, 30), ...long.slice(31)].join("");
  cases.push([long.join(""), edited], ["same\n", "same\n"]);
  assert.is(unifiedDiff("x", "same\n", "same\n"), "");
  const hunks = unifiedDiff("x", long.join(""), edited).match(/^@@.*$/gm);
  assert.equal(hunks, ["@@ -3,7 +3,7 @@", "@@ -28,7 +28,6 @@"], "three lines around each change");
  const repo = makeRepo();
  repo.write(Object.fromEntries(cases.map(([before], index) => [`${index}.txt`, before])));
  const patch = cases.map(([before, after], index) => unifiedDiff(`${index}.txt`, before, after)).join("");
  repo.feed(patch, "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn");
  for (const [index, [, after]] of cases.entries())
    assert.is(readFileSync(join(repo.dir, `${index}.txt`), "utf8"), after, `case ${index}`);
});
