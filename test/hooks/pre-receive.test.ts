import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, policy, rulesIn } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("pre-receive");
const ZERO = "0".repeat(40);

test("a push is judged by what the branches hold, and no variable of the pusher lets it pass", () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  const server = repo.addRemote("origin");
  repo.git("push", "-q", "origin", "main");
  const good = repo.commit("[AB-1] Good", { "A/a.lua": cleanModule });
  const bad = repo.commit("[AB-2] Bad", { "A/a.lua": "local = 1\n" });
  // Refs that hold no code make nothing known.
  repo.git("push", "-q", "origin", "HEAD:refs/elsewhere/bad");
  const main = server.id("main");
  const receive = (lines: readonly string[], ...args: string[]) =>
    arkitekt(server, ["hook", "pre-receive", ...args], {
      input: lines.map((line) => `${line}\n`).join(""),
      env: { ARKITEKT: "0" },
    });
  const lines = [`${main} ${bad} refs/heads/main`, `${ZERO} ${good} refs/heads/other`];
  const refused = receive(lines);
  assert.equal([refused.code, refused.stdout, rulesIn(refused.stderr)], [1, "", ["lua-parse"]]);
  assert.is(receive([`${main} ${good} refs/heads/main`, `${main} ${ZERO} refs/heads/gone`]).code, 0);
  assert.is(receive([]).code, 0);
  const late = receive(lines, "--budget", "0.001");
  assert.is(late.code, 2);
  assert.match(
    late.stderr,
    /pre-receive: nothing was accepted: .* when the 0\.001 s .* were over\n→ push it in parts/,
  );
  assert.is(receive(["no update"]).code, 2);
  assert.match(receive(lines, "--budget", "soon").stderr, "arkitekt hook pre-receive --budget 60");
});

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
  const pushed = repo.run(hook, [], { input: "not an update\n", env: { GIT_DIR: "." } });
  assert.is(pushed.code === 0, false);
  assert.match(pushed.stderr, /^not an update\n.*arkitekt: the hook was given a line/s);
  assert.match(arkitekt(repo, ["uninstall", "--server", "."]).stdout, `restored  ${hook}`);
  assert.equal(readFileSync(hook), before);
  assert.equal(repo.run("ls", ["-A"]).stdout.includes("arkitekt"), false);

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
