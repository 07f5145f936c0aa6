// Sizes that a test of every day can't afford.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as assert from "uvu/assert";
import { commitChangeSets } from "../../src/git/changes/commits.ts";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import { describe, staged, withRepository } from "../support/git/describe.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("large changes");

const MEGABYTE = 1 << 20;

/** How much more memory than before was held at the worst sampled moment, in bytes. */
/** In bytes, once all that nobody needs any more is gone. */
function inUse(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function memoryFor(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  await work();
  clearInterval(timer);
  return most - before;
}

test("a file of 50 MB, as lines, as one line and as binary, is counted without being held", async () => {
  const line = `${"x".repeat(99)}\n`;
  const lines = Buffer.alloc(50 * MEGABYTE, line);
  for (const [name, content, expected] of [
    ["big.lua", lines, "A big.lua +524288 [1-524289]"],
    ["big.lua", Buffer.alloc(50 * MEGABYTE, "x"), "A big.lua +1 [1-2]"],
    ["big.bin", Buffer.alloc(50 * MEGABYTE), "A big.bin binary"],
  ] as const) {
    const repo = makeRepo({ "a.lua": "1\n" });
    repo.stage({ [name]: content });
    let found: string[] = [];
    const held = await memoryFor(async () => {
      found = await staged(repo);
    });
    assert.equal(found, [expected]);
    assert.ok(held < 40 * MEGABYTE, `${Math.round(held / MEGABYTE)} MB`);
  }
});

test("a limit keeps a large blob out of memory", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  repo.stage({ "big.lua": Buffer.alloc(50 * MEGABYTE, "y\n") });
  await withRepository(repo, async (opened) => {
    const { source } = await stagedChangeSet(opened);
    const held = await memoryFor(async () => {
      const id = repo.id(":big.lua");
      assert.equal((await source.load([id], MEGABYTE)).get(id), { kind: "too-large", size: 50 * MEGABYTE });
    });
    assert.ok(held < 30 * MEGABYTE, `${Math.round(held / MEGABYTE)} MB`);
  });
});

test("a whole large file that is only indented anew adds nothing, in a moment", async () => {
  const code = Array.from({ length: 20_000 }, (_, n) => (n % 3 === 2 ? "end" : `call_${n % 500}(${n})`));
  const repo = makeRepo({ "a.lua": `${code.join("\n")}\n` });
  repo.stage({ "a.lua": `do\n${code.map((text) => `  ${text}`).join("\n")}\nend\n` });
  const begun = performance.now();
  assert.equal(await staged(repo), ["M a.lua +2 [1-2 20002-20003]"]);
  assert.ok(performance.now() - begun < 3000);
});

test("ten thousand commits are read one at a time", async () => {
  const repo = makeRepo({ "a.lua": "0\n" });
  const stream = [`reset refs/heads/main\nfrom ${repo.id("main")}\n\n`];
  for (let n = 1; n <= 10_000; n++) {
    const text = Array.from({ length: 200 }, (_, at) => `line ${at} of ${n}\n`).join("");
    stream.push(
      `commit refs/heads/main\ncommitter A <a@example.com> ${1_700_000_000 + n} +0000\ndata 3\nc\n\n`,
      `M 100644 inline f${n % 50}.lua\ndata ${text.length}\n${text}\n`,
    );
  }
  repo.feed(stream.join(""), "fast-import", "--quiet");
  const commits = repo.git("rev-list", "--reverse", "main").split("\n");
  let count = 0;
  let last = "";
  const held: number[] = [];
  const before = inUse();
  await withRepository(repo, async (opened) => {
    for await (const change of commitChangeSets(opened, commits)) {
      count++;
      last = describe(change).join();
      if (count % 1000 === 0) held.push(inUse());
    }
    assert.is(opened.git.started, 3);
  });
  assert.is(count, 10_001);
  assert.is(last, "M f0.lua +200 [1-201]");
  const more = Math.max(...held) - before;
  assert.ok(more < 10 * MEGABYTE, `${Math.round(more / MEGABYTE)} MB`);
});
