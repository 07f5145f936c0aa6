import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { CannotLook } from "../../src/model/failure.ts";
import { Folder } from "../../src/system/folder.ts";
import { locked } from "../../src/system/lock.ts";
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
