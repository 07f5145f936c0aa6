import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { editedConfig } from "../../../src/install/gate/configuration.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("Git's configuration as install changes it");

for (const [how, trap] of [
  ["says so", 'trap "" XFSZ; '],
  ["is ended", ""],
] as const)
  test(`is left alone, and the disk named, where Git has no room to write it and ${how}`, () => {
    const repo = makeRepo();
    // With what Git itself says when it may write no larger file than half a kilobyte.
    const git = (...args: readonly string[]) => {
      const limited = `${trap}ulimit -f 1; exec git "$@"`;
      const { status, signal, stderr } = spawnSync("sh", ["-c", limited, "sh", ...args], {
        cwd: repo.dir,
        env: repo.env,
        encoding: "utf8",
      });
      return { code: status ?? 128, signal: signal ?? undefined, stdout: "", stderr };
    };
    const clone = { home: join(repo.dir, ".git/arkitekt"), git } as unknown as Parameters<
      typeof editedConfig
    >[0];
    const done = editedConfig(clone, Buffer.from("[core]\n"), [["core.hooksPath", "x".repeat(3000)]]);
    assert.equal(done.ok || [done.error.kind, done.error.next], [
      "disk-full",
      "make room and run the command again; nothing was changed",
    ]);
  });
