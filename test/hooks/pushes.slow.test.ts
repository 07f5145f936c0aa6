import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, policy } from "../support/gated.ts";
import { makeRepo, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("pushes to a server that is gated");

const settings = { ...policy, mayOverride: [{ rules: ["diff-budget"], branches: "people" }] };

function makeServer(...flags: string[]): { readonly repo: TestRepo; readonly server: TestRepo } {
  const repo = makeRepo();
  repo.commit("[AB-100] Start", { ".arkitektrc.json": JSON.stringify(settings) });
  const server = repo.addRemote("origin");
  const installed = arkitekt(server, ["install", "--server", ".", ...flags]);
  if (installed.code !== 0) throw new Error(installed.stderr);
  return { repo, server };
}

const push = (repo: TestRepo, ...args: string[]) => {
  const { code, stderr } = repo.run("git", ["push", ...args], { env: { ARKITEKT: "0" } });
  return { isAccepted: code === 0, stderr };
};

test("a first push, good commits, several refs at once, a forced push and a deletion are let in; what is bad is not, as a whole", () => {
  const { repo, server } = makeServer();
  const accepted = (...args: string[]) => push(repo, "origin", ...args).isAccepted;
  const refused = (says: RegExp, ...args: string[]) => {
    const before = server.git("for-each-ref");
    const { isAccepted, stderr } = push(repo, "origin", ...args);
    assert.is(isAccepted, false, args.join(" "));
    assert.match(stderr, says);
    assert.is(server.git("for-each-ref"), before);
  };
  assert.ok(accepted("main"), "a first push");
  repo.commit("[AB-1] Good", { "A/a.lua": cleanModule });
  assert.ok(accepted("main", "main:two", "main:refs/tags/v1"), "several refs");
  repo.git("checkout", "-qb", "three");
  repo.commit("[AB-2] Bad", { "A/b.lua": "local = 1\n" });
  refused(/remote: .*lua-parse.*pre-receive hook declined/s, "three", "main:four");
  refused(/lua-parse/, "three:refs/tags/bad");
  // Mended by a later commit, the bad one is in the history all the same.
  repo.commit("[AB-3] Mend", { "A/b.lua": cleanModule });
  refused(/lua-parse/, "three");
  repo.git("reset", "-q", "--hard", "main");
  repo.commit("[AB-4] Other", { "A/c.lua": cleanModule });
  assert.ok(accepted("three"));
  repo.git("commit", "-q", "--no-verify", "--amend", "-m", "[AB-4] Forced");
  assert.is(accepted("three"), false, "Git itself refuses it");
  assert.ok(accepted("--force", "three"), "a forced push");
  repo.git("commit", "-q", "--no-verify", "--amend", "-m", "no code");
  refused(/task-code/, "--force", "three");
  assert.ok(accepted(":three", ":two"), "a deletion");
  assert.is(server.tryGit("rev-parse", "three").code === 0, false);

  // An override counts as the policy of the branch says.
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`A/many/m${at}.lua`, cleanModule]));
  repo.git("checkout", "-q", "main");
  repo.commit("[AB-5] Many", many);
  refused(/diff-budget/, "main");
  repo.git(
    "commit",
    "-q",
    "--no-verify",
    "--amend",
    "-m",
    "[AB-5] Many\n\nArkitekt-Override: diff-budget: generated once",
  );
  refused(/not granted.*diff-budget/s, "main:codex/y");
  assert.ok(accepted("main"), "an override");
  // Who brings a policy that allows all is judged by the one that is there.
  repo.commit("[AB-6] Loosen and break", { ".arkitektrc.json": '{"rules":{}}', "A/z.lua": "local = 1\n" });
  refused(/lua-parse|policy-change/, "main");
});

test("two who push at once are both judged, and what one is refused for stops the other not", async () => {
  const { repo } = makeServer();
  assert.ok(push(repo, "origin", "main").isAccepted);
  const clones = [1, 2, 3].map((at) => {
    const clone = new TestRepo(join(repo.dir, "..", `c${at}`), { ...repo.env });
    repo.git("clone", "-q", join(repo.dir, "../origin.git"), clone.dir);
    return clone;
  });
  clones.forEach((clone, at) => {
    clone.commit(`[AB-${at + 1}] Say ${at}`, { [`A/m${at}.lua`]: at === 2 ? "local = 1\n" : cleanModule });
  });
  const pushes = clones.flatMap((clone, at) => [
    pushing(clone, `main:b${at}`),
    ...(at < 2 ? [pushing(clone, "main")] : []),
  ]);
  const codes = await Promise.all(pushes);
  assert.equal([codes[0], codes[2], codes[4]], [0, 0, 1]);
  assert.is(
    [codes[1], codes[3]].filter((code) => code === 0).length,
    1,
    "of two pushes to one branch one wins",
  );
});

test("a thousand refs are judged in one push, and a push of a long history is refused in time", () => {
  const { repo, server } = makeServer("--budget", "120");
  assert.ok(push(repo, "origin", "main").isAccepted);
  const main = repo.id("main");
  const body = Buffer.from(cleanModule);
  const branch = (at: number) =>
    `commit refs/heads/b${at}\ncommitter x <x@x> 1700000000 +0000\ndata <<E\n[AB-${at + 1}] Say ${at}\nE\nfrom ${main}\nM 100644 inline A/m${at}.lua\ndata ${body.length}\n${cleanModule}\n`;
  const stream = Array.from({ length: 1000 }, (_, at) => branch(at)).join("");
  repo.feed(stream, "fast-import", "--quiet");
  assert.ok(push(repo, "-q", "origin", "refs/heads/b*:refs/heads/b*").isAccepted);
  assert.is(server.git("for-each-ref", "refs/heads/b*").split("\n").length, 1000);

  const line = (at: number) =>
    `commit refs/heads/long\ncommitter x <x@x> ${1700000000 + at} +0000\ndata <<E\n[AB-1] Say ${at}\nE\n${at === 0 ? `from ${main}\n` : ""}M 100644 inline A/m.lua\ndata <<E\nreturn ${at}\nE\n`;
  repo.feed(Array.from({ length: 10_000 }, (_, at) => line(at)).join(""), "fast-import", "--quiet");
  assert.is(arkitekt(server, ["install", "--server", ".", "--budget", "1"]).code, 0);
  const begun = performance.now();
  const { isAccepted, stderr } = push(repo, "-q", "origin", "long");
  assert.is(isAccepted, false);
  assert.match(
    stderr,
    /nothing was accepted: (\d+ of 10000 new commits were judged|it was not yet known what is new) when the 1 s/,
  );
  assert.ok(performance.now() - begun < 60_000);
});

test("a server whose program is gone accepts nothing", () => {
  const { repo, server } = makeServer();
  rmSync(join(server.dir, "arkitekt-server/program"), { recursive: true });
  const { isAccepted, stderr } = push(repo, "origin", "main");
  assert.is(isAccepted, false);
  assert.match(stderr, "who runs this server puts it back: arkitekt install --server");
  assert.is(arkitekt(server, ["uninstall", "--server", "."]).code, 0);
  assert.is(existsSync(join(server.dir, "hooks/pre-receive")), false);
  assert.ok(push(repo, "origin", "main").isAccepted);
});

function pushing(clone: TestRepo, spec: string): Promise<number | null> {
  const child = spawn("git", ["push", "-q", "origin", spec], {
    cwd: clone.dir,
    env: clone.env,
    stdio: "ignore",
  });
  return new Promise((resolve) => child.on("close", resolve));
}
