import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { CannotLook } from "../../src/model/failure.ts";
import { Folder } from "../../src/system/folder.ts";
import { locked, lockedMeanwhile } from "../../src/system/lock.ts";
import { suite } from "../support/suite.ts";

const test = suite("lock");
const host = hostname().replaceAll(/[^\w.-]/g, "_");

function within<T>(work: (folder: Folder, path: string) => T): T {
  const path = mkdtempSync(join(tmpdir(), "lock-"));
  try {
    const done = Folder.use(path, (folder) => ({ value: work(folder, path) }));
    if (done === undefined) throw new Error("no folder");
    return done.value;
  } finally {
    rmSync(path, { recursive: true });
  }
}

const ticket = (pid: number, started: string, on = host) => `${JSON.stringify({ pid, started, host: on })}\n`;

test("work runs, its value comes back, and the lock is free again, also after an error", () => {
  within((folder, path) => {
    assert.is(
      locked(folder, () => 7),
      7,
    );
    assert.throws(
      () =>
        locked(folder, () => {
          throw new Error("inside");
        }),
      "inside",
    );
    assert.is(
      locked(folder, () => 8, 0),
      8,
    );
    assert.is(readdirSync(path).length, 1, "one file stays, however often it was taken");
  });
});

test("the lock of a process that has ended is taken over at once", () => {
  within((folder, path) => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(join(path, "lock.3"), ticket(pid, ""));
    writeFileSync(join(path, `.arkitekt-${pid}-00112233.tmp`), "left behind");
    assert.is(
      locked(folder, () => "mine", 0),
      "mine",
    );
    assert.equal(readdirSync(path), ["lock.4"]);
  });
});

test("a process number that was used again is not taken for the process that had it", () => {
  within((folder, path) => {
    writeFileSync(join(path, "lock.1"), ticket(process.ppid, "1"));
    if (process.platform === "linux")
      assert.is(
        locked(folder, () => "mine", 0),
        "mine",
      );
  });
});

test("a lock that somebody holds, here or on another machine, is waited for, and then said", () => {
  within((folder, path) => {
    for (const holder of [ticket(process.ppid, ""), ticket(1, "", "elsewhere")]) {
      writeFileSync(join(path, "lock.1"), holder);
      try {
        locked(folder, () => assert.unreachable("it is held"), 30);
        assert.unreachable("it is held");
      } catch (error) {
        if (!(error instanceof CannotLook)) throw error;
        assert.is(error.failure.kind, "locked");
        assert.match(error.failure.next ?? "", join(path, "lock.1"));
      }
    }
  });
});

test("a ticket that says nothing counts as given back", () => {
  within((folder, path) => {
    writeFileSync(join(path, "lock.9"), "");
    assert.is(
      locked(folder, () => "mine", 0),
      "mine",
    );
    assert.equal(readdirSync(path), ["lock.10"]);
  });
});

async function withPath(work: (path: string, place: string) => Promise<void>): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), "lock-"));
  try {
    await work(join(place, "one.lock"), place);
  } finally {
    rmSync(place, { recursive: true });
  }
}

test("a lock for a while leaves nothing, whether its work ends well or not", () =>
  withPath(async (path, place) => {
    assert.is(await lockedMeanwhile(path, "it", async () => readdirSync(place).join()), "one.lock");
    const fails = lockedMeanwhile(path, "it", async () => {
      throw new Error("inside");
    });
    assert.is(await fails.catch((error: Error) => error.message), "inside");
    assert.equal(readdirSync(place), []);
  }));

test("what a killed process left of such a lock is taken over, and swept", () =>
  withPath(async (path, place) => {
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(path);
    writeFileSync(join(path, "lock.7"), ticket(pid, ""));
    mkdirSync(join(place, `.arkitekt-${pid}-00112233.tmp`));
    writeFileSync(join(place, `.arkitekt-${pid}-00112233.tmp/lock.3`), ticket(pid, ""));
    assert.is(await lockedMeanwhile(path, "it", async () => "mine", 0), "mine");
    assert.equal(readdirSync(place), []);
  }));

test("such a lock is waited for in one process too, and said when it is held for too long", () =>
  withPath(async (path) => {
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 30));
      order.push(`${name} ends`);
    };
    await Promise.all(["a", "b", "c"].map((name) => lockedMeanwhile(path, "it", work(name))));
    assert.is(order.length, 6);
    for (let at = 0; at < 6; at += 2) assert.is(order[at + 1], order[at]?.replace("begins", "ends"));
    mkdirSync(path);
    writeFileSync(join(path, "lock.2"), ticket(process.ppid, ""));
    const said = await lockedMeanwhile(path, "the gate", work("d"), 30).catch((error: CannotLook) => error);
    assert.instance(said, CannotLook);
    assert.match((said as CannotLook).failure.message, /at work on the gate/);
    assert.is(
      (said as CannotLook).failure.next,
      `wait for it; if it is gone, remove ${join(path, "lock.2")}`,
    );
  }));

test("of many processes that take such a lock over and over, no two hold it at once", () =>
  withPath(async (path, place) => {
    const script = `
      import { lockedMeanwhile } from ${JSON.stringify(new URL("../../src/system/lock.ts", import.meta.url).href)};
      import { mkdirSync, rmdirSync } from "node:fs";
      for (let turn = 0; turn < 40; turn++)
        await lockedMeanwhile(process.argv[1], "it", async () => {
          mkdirSync(process.argv[2]);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
          rmdirSync(process.argv[2]);
        }, 120_000);`;
    const words = ["--import", "tsx", "--input-type=module", "-e", script, path, join(place, "inside")];
    const ends = [1, 2, 3, 4].map(
      () =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"] });
          let said = "";
          child.stderr.on("data", (chunk: Buffer) => {
            said += chunk.toString();
          });
          child.on("close", (code) => resolve(`${code} ${said}`));
        }),
    );
    assert.equal(await Promise.all(ends), ["0 ", "0 ", "0 ", "0 "]);
    assert.equal(readdirSync(place), []);
  }));
