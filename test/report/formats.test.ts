import picocolors from "picocolors";
import * as assert from "uvu/assert";
import { FORMATS } from "../../src/report/format.ts";
import { verdictPrinters } from "../../src/report/index.ts";
import { arkitekt, makeGated } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { sampleVerdict } from "../support/sample-verdict.ts";
import { suite } from "../support/suite.ts";

const test = suite("formats");
const options = {
  paint: picocolors.createColors(false),
  width: 80,
  all: true,
  next: "Mend what is marked, stage it, and commit again.",
  seeAll: "arkitekt check --all",
};

for (const [name, load] of Object.entries(verdictPrinters)) {
  test(`a verdict is printed as ${name}`, async () => {
    const print = await load();
    isGolden(print(sampleVerdict, options), `formats/${name}.txt`);
  });
}

const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ["pretty", "json"],
  scan: ["pretty", "json", "dot", "mermaid"],
  shims: ["pretty", "json"],
  rules: ["pretty", "json"],
  "policy print": ["pretty", "json"],
};

test("a format that a command can't print is refused, and says which it can", () => {
  const repo = makeGated();
  for (const [command, printed] of Object.entries(COMMANDS)) {
    for (const format of [...Object.keys(FORMATS), "xml"]) {
      const { code, stdout, stderr } = arkitekt(repo, [...command.split(" "), "--format", format]);
      if (printed.includes(format)) {
        assert.equal([code, stderr], [0, ""], `${command} ${format}`);
        continue;
      }
      assert.equal([code, stdout], [2, ""], `${command} ${format}`);
      assert.match(stderr, /→ use --format pretty(, json, dot or mermaid| or json)\n$/);
      assert.match(stderr, format === "xml" ? 'there is no format "xml"' : `can't be printed as ${format}`);
    }
  }
});
