// The gate as installed, in repositories of every form that Git knows.
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy, rulesIn } from "../support/gated.ts";
import { hostileSettings } from "../support/hostile-settings.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the gate in any repository");
const broken = "local = 3\n";
const FILES = { "A/a.lua": cleanModule, "A/b.lua": cleanModule };

/** A good commit goes through and is pushed; a bad one is stopped, and found on push. */
function assertGated(repo: TestRepo): void {
  if (repo.git("remote") === "") repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "HEAD:main");
  repo.stage({ "A/b.lua": `${cleanModule}-- more\n` });
  const good = repo.tryGit("commit", "-qm", "[AB-1] Say more");
  assert.equal([good.code, good.stderr], [0, ""]);
  const pushed = repo.tryGit("push", "-q", "origin", "HEAD:main");
  assert.equal([pushed.code, pushed.stderr], [0, ""]);
  repo.stage({ "A/b.lua": broken });
  const bad = repo.tryGit("commit", "-qm", "[AB-2] Break it");
  assert.equal([bad.code, rulesIn(bad.stderr)], [1, ["lua-parse"]], bad.stderr);
  assert.is(repo.tryGit("commit", "--no-verify", "-qm", "[AB-2] Break it").code, 0);
  const stopped = repo.tryGit("push", "-q", "origin", "HEAD:main");
  assert.equal([stopped.code, rulesIn(stopped.stderr)], [1, ["lua-parse"]], stopped.stderr);
}

test("with ids of SHA-256", () => {
  const repo = makeGated(FILES, {}, { objectFormat: "sha256" });
  assertGated(repo);
});

test("with a split index", () => {
  const repo = makeGated(FILES);
  repo.git("update-index", "--split-index");
  assertGated(repo);
});

test("with an index of version 4, and file times that are not trusted", () => {
  const repo = makeGated(FILES, {}, { config: { "core.trustctime": "false", "core.checkStat": "minimal" } });
  repo.git("update-index", "--index-version", "4");
  assertGated(repo);
});

test("with a sparse checkout and a sparse index", () => {
  const repo = makeGated({ ...FILES, "far/away/c.lua": cleanModule });
  repo.git("sparse-checkout", "init", "--cone", "--sparse-index");
  repo.git("sparse-checkout", "set", "A");
  assertGated(repo);
});

test("with objects in packs and in another repository", () => {
  const origin = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), ...FILES });
  origin.git("gc", "-q");
  const repo = origin.clone("borrower", "--shared");
  origin.git("switch", "-qc", "elsewhere");
  assert.is(arkitekt(repo, ["install"]).code, 0);
  assertGated(repo);
});

test("in a shallow clone", () => {
  const origin = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), ...FILES });
  for (const n of [1, 2, 3]) origin.commit(`[AB-${n}] More`, { [`A/${n}.lua`]: cleanModule });
  const repo = origin.clone("shallow", "--depth", "1");
  origin.git("switch", "-qc", "elsewhere");
  assert.is(arkitekt(repo, ["install"]).code, 0);
  assertGated(repo);
});

test("under a user's most hostile settings", () => {
  const repo = makeGated(FILES);
  const attributes = join(repo.dir, "../attributes");
  writeFileSync(attributes, "* -diff\n*.lua diff=lua\n");
  // Git's own push stops when there is no such file.
  for (const file of [repo.env["GIT_CONFIG_GLOBAL"] ?? "", join(repo.dir, ".git/config")])
    appendFileSync(file, hostileSettings(attributes).replace("/nonexistent", attributes));
  Object.assign(repo.env, {
    GIT_DIFF_OPTS: "--unified=7",
    GIT_EXTERNAL_DIFF: "/bin/false",
    GIT_PAGER: "/bin/false",
    LANGUAGE: "de",
    LC_ALL: "de_DE.UTF-8",
    TZ: "Pacific/Kiritimati",
    NODE_DISABLE_COLORS: "1",
  });
  assertGated(repo);
});

test("from a folder below the top, by a path through a link, and with GIT_DIR set", () => {
  const repo = makeGated(FILES);
  repo.stage({ "A/a.lua": broken });
  for (const options of [
    { cwd: "A" },
    { cwd: "A", env: { GIT_DIR: join(repo.dir, ".git"), GIT_WORK_TREE: repo.dir } },
  ]) {
    const answer = repo.run("git", ["commit", "-qm", "[AB-1] Break it"], options);
    assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["lua-parse"]], answer.stderr);
  }
});

test("in a submodule and in the repository that holds it", () => {
  const inner = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), ...FILES });
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), ...FILES });
  repo.git("submodule", "--quiet", "add", `file://${inner.dir}`, "A/inner");
  repo.commit("[AB-1] Hold the other");
  assert.is(arkitekt(repo, ["install"]).code, 0);
  repo.write({ "A/inner/A/a.lua": broken });
  const answer = repo.run("git", ["commit", "-aqm", "[AB-2] Break it"], { cwd: "A/inner" });
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["lua-parse"]], answer.stderr);
  repo.write({ "A/inner/A/a.lua": `${cleanModule}-- more\n` });
  assert.is(repo.run("git", ["commit", "-aqm", "[AB-2] Say more"], { cwd: "A/inner" }).code, 0);
  const moved = repo.tryGit("commit", "-aqm", "[AB-3] Follow the other");
  assert.equal([moved.code, moved.stderr], [0, ""]);
});
