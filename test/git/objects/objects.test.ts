import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { CannotLook } from "../../../src/model/failure.ts";
import { withRepository } from "../../support/git/describe.ts";
import { gitOf, HOLDING_BACK } from "../../support/git/git-script.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("objects");

test("contents come back byte for byte, large and small, all at once", async () => {
  const repo = makeRepo({});
  const texts = Array.from({ length: 60 }, (_, n) => Buffer.alloc(n * n * n, `${n}\0\r\n\xff`, "latin1"));
  const stored = texts.map((text) => repo.feed(text, "hash-object", "-w", "--stdin"));
  await withRepository(repo, async ({ objects, git }) => {
    const before = git.started;
    const found = await objects.load([...stored, ...stored], 1 << 20);
    assert.is(found.size, new Set(stored).size);
    stored.forEach((id, index) => {
      const blob = found.get(id);
      assert.ok(blob?.kind === "bytes" && blob.bytes.equals(texts[index] ?? Buffer.alloc(0)));
    });
    assert.is(git.started - before, 1);
  });
});

test("what is larger than the limit is named with its size and not held", async () => {
  const repo = makeRepo({ "big.lua": "x".repeat(100_000), "small.lua": "y" });
  await withRepository(repo, async ({ objects }) => {
    const big = repo.id("HEAD:big.lua");
    const small = repo.id("HEAD:small.lua");
    const found = await objects.load([big, small], 1000);
    assert.equal(found.get(big), { kind: "too-large", size: 100_000 });
    assert.equal(found.get(small), { kind: "bytes", bytes: Buffer.from("y") });
    assert.is((await objects.load([big], 100_000)).get(big)?.kind, "bytes");
  });
});

test("expressions are looked up, and what is not there is undefined", async () => {
  const repo = makeRepo({
    ".arkitektrc.json": "{}",
    "a b": "1",
    "line\nend": "2",
    "cr\r": "3",
    "\udcff": "4",
  });
  await withRepository(repo, async ({ objects }) => {
    assert.is((await objects.find("HEAD:.arkitektrc.json"))?.bytes?.toString(), "{}");
    assert.is((await objects.find("HEAD:a b"))?.bytes?.toString(), "1");
    assert.is((await objects.find("HEAD:line\nend"))?.bytes?.toString(), "2");
    assert.is((await objects.find("HEAD:cr\r"))?.bytes?.toString(), "3");
    assert.is((await objects.find("HEAD"))?.type, "commit");
    for (const name of ["HEAD:none", "HEAD:no\nne", "none:x", "", " ", "HEAD missing", "-x", "HEAD:a\0b"])
      assert.is(await objects.find(name), undefined, JSON.stringify(name));
    assert.is((await objects.find("HEAD:.arkitektrc.json"))?.size, 2);
  });
});

test("a missing object is a failure that names it", async () => {
  const repo = makeRepo({});
  await withRepository(repo, async ({ objects }) => {
    const id = "1".repeat(40);
    const error: unknown = await objects.load([id], 10).catch((caught: unknown) => caught);
    assert.ok(error instanceof CannotLook);
    assert.is(error.failure.kind, "missing-object");
    assert.match(error.failure.message, id);
  });
});

test("a damaged object fails what asked for it, and the next request is answered again", async () => {
  const repo = makeRepo({ "a.lua": "good\n", "b.lua": "bad\n" });
  const id = repo.id("HEAD:b.lua");
  const file = join(repo.dir, ".git/objects", id.slice(0, 2), id.slice(2));
  rmSync(file);
  writeFileSync(file, "rubbish");
  await withRepository(repo, async ({ objects }) => {
    const error: unknown = await objects.get(id).catch((caught: unknown) => caught);
    assert.ok(error instanceof CannotLook);
    assert.is((await objects.find("HEAD:a.lua"))?.bytes?.toString(), "good\n");
  });
});

test("closing answers what was asked, and may be done without any request", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  await withRepository(repo, async ({ objects }) => {
    await objects.close();
    const asked = objects.find("HEAD:a.lua");
    await objects.close();
    assert.is((await asked)?.size, 2);
  });
});

test("an idle batch that nobody closed lets the program end", () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  const source = fileURLToPath(new URL("../../../src/git/open/repository.ts", import.meta.url));
  const script = join(repo.dir, "../end.mts");
  writeFileSync(
    script,
    `const { openRepository } = await import(${JSON.stringify(source)});
     const opened = await openRepository(${JSON.stringify(repo.dir)}, process.env);
     const found = await opened.value.objects.find("HEAD:a.lua");
     process.stdout.write(String(found.size));`,
  );
  const answer = spawnSync(process.execPath, ["--import", import.meta.resolve("tsx"), script], {
    env: repo.env,
    timeout: 20_000,
  });
  assert.is(answer.signal, null);
  assert.is(answer.stdout.toString(), "2");
});

for (const [title, lines] of Object.entries(HOLDING_BACK)) {
  test(`a git that holds its answers back ${title} is waited for once, however often it is asked`, async () => {
    const repo = makeRepo(Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}`, `${n}\n`])));
    const env = { ...repo.env, ...gitOf(lines) };
    await withRepository({ dir: repo.dir, env }, async ({ objects, git }) => {
      const [before, start] = [git.started, performance.now()];
      for (let n = 0; n < 9; n++) assert.is((await objects.find(`HEAD:${n}`))?.bytes?.toString(), `${n}\n`);
      assert.is(git.started - before, 9);
      // Nine times the patience are nine seconds.
      assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
    });
  });
}
