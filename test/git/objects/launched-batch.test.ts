import { spawn, spawnSync } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import * as assert from "uvu/assert";
import { LaunchedBatch } from "../../../src/git/objects/launched-batch.ts";
import { patientReader } from "../../../src/git/objects/patient-reader.ts";
import type { Repository } from "../../../src/git/open/repository.ts";
import { withRepository } from "../../support/git/describe.ts";
import { makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the Git that the launcher has started");

const repo = makeRepo({});
const texts = Array.from({ length: 150 }, (_, at) => `${at}\n`.repeat(1000));
const ids = repo
  .feed(
    texts.map((text, at) => `blob\nmark :${at + 1}\ndata ${text.length}\n${text}\n`).join("") +
      texts.map((_, at) => `get-mark :${at + 1}\n`).join(""),
    "fast-import",
    "--quiet",
  )
  .split("\n");

const isSkipped = !existsSync("/proc/self/fd");
const it = (title: string, body: () => Promise<void>) =>
  isSkipped ? test.skip(title, "there is no /proc") : test(title, body);

it("gives all that is asked at once, more than pipes have room for, and what is not there", async () => {
  await asking(repo, "exec git cat-file --batch", async ({ objects, git }) => {
    const missing = "f".repeat(40);
    const found = await Promise.all([...ids, missing, ...ids].map((id) => objects.find(id)));
    assert.is(found[ids.length], undefined);
    found.splice(ids.length, 1);
    assert.equal(
      found.map((each) => String(each?.bytes)),
      [...texts, ...texts],
    );
    assert.is(git.started, 0);
  });
});

it("gives the same however its answers are cut into pieces", async () => {
  for (const most of [1, 7, 1000]) {
    const script = "exec git cat-file --batch";
    const ask = async ({ objects, git }: Repository) => {
      const found = await objects.load(ids.slice(0, 20), 1 << 20);
      assert.equal(
        ids.slice(0, 20).map((id) => found.get(id)),
        texts.slice(0, 20).map((text) => ({ kind: "bytes", bytes: Buffer.from(text) })),
        `${most}`,
      );
      assert.is(git.started, 0);
    };
    await asking(repo, script, ask, most);
  }
});

it("has the next question before it has answered the last", async () => {
  const script = 'read -r a; read -r b; printf "%s\\n" "$a" "$b" | git cat-file --batch';
  await asking(repo, script, async ({ objects, git }) => {
    const [first, second] = ids as [string, string];
    assert.equal([...(await objects.load([first, second], 1 << 20)).keys()], [first, second]);
    assert.is(git.started, 0);
  });
});

it("is asked no more where it ends between two answers, or within one, and another gives what is left", async () => {
  for (const cut of ["head -n 2500", "head -c 3000", "head -c 100000", "true"]) {
    await asking(repo, `git cat-file --batch | ${cut}`, async ({ objects, git }) => {
      const found = await Promise.all(ids.map((id) => objects.find(id)));
      assert.equal(
        found.map((each) => String(each?.bytes)),
        texts,
        cut,
      );
      assert.is(git.started, 1, cut);
    });
  }
});

it("gives what was foreseen, whatever of it is asked for then, and in which order", async () => {
  for (const most of [1000, Number.POSITIVE_INFINITY]) {
    const ask = async ({ objects, git }: Repository) => {
      const missing = "f".repeat(40);
      objects.foresee([...ids.slice(0, 40), missing], 1 << 20);
      // Not before the first ones were answered.
      objects.foresee(ids.slice(40, 60), 1 << 20);
      const wanted = [...ids.slice(30, 50), ...ids.slice(0, 3), ids[35] as string].reverse();
      for (let again = 0; again < 2; again++) {
        const found = await Promise.all(wanted.map((id) => objects.find(id)));
        assert.equal(
          found.map((each) => String(each?.bytes)),
          wanted.map((id) => texts[ids.indexOf(id)]),
        );
      }
      assert.is(await objects.find(missing), undefined);
      assert.is(git.started, 0);
    };
    await asking(repo, "exec git cat-file --batch", ask, most);
  }
});

it("looks for what was foreseen before anybody asks, and once", async () => {
  const told = join(makeFolder(), "told");
  const script = `read -r a; read -r b; : >'${told}'; printf "%s\\n" "$a" "$b" | git cat-file --batch`;
  await asking(repo, script, async ({ objects, git }) => {
    const [first, second] = ids as [string, string];
    objects.foresee([first, second], 1 << 20);
    for (let waited = 0; waited < 500 && !existsSync(told); waited++) await setTimeout(10);
    assert.ok(existsSync(told));
    assert.equal([...(await objects.load([second, first], 1 << 20)).keys()], [second, first]);
    assert.is(git.started, 0);
  });
});

it("gives what was foreseen under another limit", async () => {
  await asking(repo, "exec git cat-file --batch", async ({ objects, git }) => {
    const [first, second] = ids as [string, string];
    objects.foresee([first, second], 100);
    assert.equal((await objects.load([first], 50)).get(first), { kind: "too-large", size: texts[0]?.length });
    const bytes = Buffer.from(texts[1] ?? "");
    assert.equal((await objects.load([second], 1 << 20)).get(second), { kind: "bytes", bytes });
    assert.is(git.started, 0);
  });
});

it("is asked no more where it ends within what was foreseen, and another gives all of it", async () => {
  for (const cut of ["head -n 2500", "head -c 3000", "true"]) {
    await asking(repo, `git cat-file --batch | ${cut}`, async ({ objects, git }) => {
      objects.foresee(ids.slice(0, 50), 1 << 20);
      const found = await objects.load(ids, 1 << 20);
      assert.equal(
        ids.map((id) => found.get(id)),
        texts.map((text) => ({ kind: "bytes", bytes: Buffer.from(text) })),
        cut,
      );
      assert.is(git.started, 1, cut);
    });
  }
});

/** `script` reads names and answers as `git cat-file --batch` does. */
async function asking(
  { dir, env }: TestRepo,
  script: string,
  ask: (repo: Repository) => Promise<void>,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const folder = makeFolder();
  const [names, answers] = ["names", "answers"].map((name) => join(folder, name)) as [string, string];
  spawnSync("mkfifo", [names, answers]);
  const child = spawn("sh", ["-c", `{ ${script}; } <"$0" >"$1"`, names, answers], {
    cwd: dir,
    env,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.on("exit", resolve));
  const asks = openSync(names, "w");
  const read = patientReader(openSync(answers, "r"));
  const batch = new LaunchedBatch(asks, (piece) => read(piece.subarray(0, most)));
  try {
    await withRepository({ dir, env } as TestRepo, async (opened) => {
      const before = opened.git.started;
      opened.objects.use(batch);
      const git = Object.create(opened.git, { started: { get: () => opened.git.started - before } });
      await ask({ ...opened, git });
    });
  } catch (error) {
    // It may wait for somebody to read its answers.
    child.kill();
    throw error;
  }
  await ended;
}
