import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a server's hook");

test("install --server keeps the hook that was there, and uninstall gives every byte back", () => {
  const repo = makeRepo(undefined, { bare: true });
  const hook = join(repo.dir, "hooks/pre-receive");
  const install = (...args: string[]) => arkitekt(repo, ["install", "--server", ".", ...args]);
  writeFileSync(hook, "#!/bin/sh\ncat >&2; exit 1\n", { mode: 0o755 });
  const before = readFileSync(hook);
  const refused = install();
  assert.is(refused.code, 2);
  assert.match(refused.stderr, "--chain keeps it running");
  assert.is(install("--chain", "--budget", "9").code, 0);
  assert.match(install("--budget", "9").stdout, "nothing had to change");
  assert.match(readFileSync(hook, "utf8"), "--budget");
  const whole = readFileSync(hook);
  for (const length of [0, 1, 9, 10, 11, 35, 60, 400]) {
    writeFileSync(hook, whole.subarray(0, length));
    const mended = install("--budget", "9");
    assert.equal([mended.code, readFileSync(hook)], [0, whole], `cut at ${length}: ${mended.stderr}`);
  }
  const pushed = repo.run(hook, [], { input: "not an update\n", env: { GIT_DIR: "." } });
  assert.is(pushed.code === 0, false);
  assert.match(pushed.stderr, /^not an update\n.*arkitekt: the hook was given a line/s);
  assert.match(arkitekt(repo, ["uninstall", "--server", "."]).stdout, `restored  ${hook}`);
  assert.equal(readFileSync(hook), before);
  assert.equal(repo.run("ls", ["-A"]).stdout.includes("arkitekt"), false);
  // Killed before its own hook stood there, it is run again.
  writeFileSync(`${hook}.before-arkitekt`, before);
  assert.is(install("--chain").code, 0);
  writeFileSync(hook, "#!/bin/sh\nexit 0\n", { mode: 0o755 });
  const taken = install("--chain");
  assert.equal([taken.code, readFileSync(hook, "utf8")], [2, "#!/bin/sh\nexit 0\n"]);
  assert.match(taken.stderr, "keep one of the two");
  assert.match(arkitekt(repo, ["uninstall", "--server", "."]).stdout, `kept      ${hook}.before-arkitekt`);
  assert.equal(readFileSync(`${hook}.before-arkitekt`), before);
  rmSync(`${hook}.before-arkitekt`);

  // Gitea's own hook runs all that lies in the folder beside it.
  mkdirSync(`${hook}.d`);
  writeFileSync(hook, '#!/bin/sh\nfor hook in hooks/pre-receive.d/*; do "$hook"; done\n', { mode: 0o755 });
  assert.match(install().stdout, join(`${hook}.d`, "arkitekt"));
  assert.is(arkitekt(repo, ["uninstall", "--server", "."]).code, 0);
  assert.equal(repo.run("ls", [`${hook}.d`]).stdout, "");
  repo.git("config", "core.hooksPath", "own hooks");
  assert.match(install().stdout, join(repo.dir, "own hooks/pre-receive"));
  const clone = makeRepo({ "a.lua": "" });
  assert.match(arkitekt(clone, ["install", "--server", "."]).stderr, "nobody pushes here");
});
