import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { suite } from "../support/suite.ts";

const test = suite("engine");

for (const length of ["commit", "tree"]) {
  test(`what the engine is told before a ${length} it understands without a word`, () => {
    const source = fileURLToPath(new URL("../../src/system/engine.ts", import.meta.url));
    const script = `const { expectShortRun } = await import(${JSON.stringify(source)}); await expectShortRun("${length}");`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script],
      { encoding: "utf8" },
    );
    assert.equal({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
  });
}
