import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { suite } from "../support/suite.ts";

const test = suite("engine");

for (const length of ["commit", "tree"]) {
  test(`what the engine is told before a ${length} it understands without a word`, () => {
    const source = fileURLToPath(new URL("../../src/system/engine.ts", import.meta.url));
    const script = `const { expectShortRun } = await import(${JSON.stringify(source)}); expectShortRun("${length}");`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script],
      { encoding: "utf8" },
    );
    assert.equal({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
  });
}
test("what the engine is told before a range, and as the heap grows, it understands without a word", () => {
  const source = fileURLToPath(new URL("../../src/system/engine.ts", import.meta.url));
  const script = `
    const { expectLongRun } = await import(${JSON.stringify(source)});
    expectLongRun();
    const held = [];
    for (let at = 0; at < 60; at++) {
      held.push(Array.from({ length: 100_000 }, (_, n) => [n]));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    if (process.memoryUsage().heapUsed < 130 << 20) throw new Error("the heap is too small to tell");`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "-e", script],
    { encoding: "utf8" },
  );
  assert.equal({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
});
