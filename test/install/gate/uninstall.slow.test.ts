import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { type UninstallReport, uninstall } from "../../../src/install/gate/uninstall.ts";
import { gate, recorderPackage, snapshot, tryCommit } from "../../support/install/clone-under-test.ts";
import { type Files, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("uninstall");

async function uninstallFrom(repo: TestRepo): Promise<UninstallReport> {
  const done = await uninstall({ repo: repo.dir, env: repo.env });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

const clones: Readonly<Record<string, { files?: Files; prepare?: (repo: TestRepo) => void }>> = {
  "with a commit": { files: { "a.lua": "return 1\n" } },
  "without a commit": {},
  "with husky and its files": {
    files: {
      ".husky/pre-commit": "npm test",
      ".husky/pre-push": "#!/bin/sh\ncat\n",
      ".husky/commit-msg": "",
    },
    prepare: (repo) => repo.git("config", "core.hooksPath", ".husky/_"),
  },
  "with an odd core.hooksPath": {
    files: { "a.lua": "return 1\n" },
    prepare: (repo) => {
      const text = '[Core]\n  HooksPath = old hooks ; mine\n[core]\n\thooksPath="older"\n[x]\n\ty = 1';
      appendFileSync(join(repo.dir, ".git/config"), text);
    },
  },
  "with hooks in .git/hooks": {
    files: { "a.lua": "return 1\n" },
    prepare: (repo) => repo.hook("pre-commit", "true"),
  },
  "with settings of a worktree": {
    files: { "a.lua": "return 1\n" },
    prepare: (repo) => {
      repo.git("config", "extensions.worktreeConfig", "true");
      repo.git("config", "--worktree", "core.hooksPath", "mine");
    },
  },
};

for (const [what, { files, prepare }] of Object.entries(clones)) {
  test(`restores every byte of a clone ${what}`, async () => {
    const repo = makeRepo(files);
    prepare?.(repo);
    const before = snapshot(repo.dir);
    await gate(repo, { chain: true });
    assert.not.equal(snapshot(repo.dir), before);
    const report = await uninstallFrom(repo);
    assert.equal(snapshot(repo.dir), before);
    assert.equal(report.kept, []);
    assert.is(existsSync(join(repo.dir, ".git/arkitekt")), false);
    assert.is((await uninstallFrom(repo)).wasInstalled, false);
  });

  test(`restores every byte after an upgrade of a clone ${what}`, async () => {
    const repo = makeRepo(files);
    prepare?.(repo);
    const before = snapshot(repo.dir);
    await gate(repo, { chain: true });
    await gate(repo, { from: recorderPackage("2.0.0") });
    await uninstallFrom(repo);
    assert.equal(snapshot(repo.dir), before);
  });
}

test("configuration that changed since keeps the change", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  repo.git("config", "user.name", "Somebody");
  repo.git("config", "core.abbrev", "12");
  await uninstallFrom(repo);
  assert.is(repo.git("config", "user.name"), "Somebody");
  assert.is(repo.git("config", "core.abbrev"), "12");
  assert.is(repo.tryGit("config", "core.hooksPath").code, 1);
});

test("a file of .husky that changed since loses our lines alone", async () => {
  const repo = makeRepo({ ".husky/pre-commit": "one\n" });
  await gate(repo);
  appendFileSync(join(repo.dir, ".husky/pre-commit"), "two\n");
  await uninstallFrom(repo);
  assert.is(readFileSync(join(repo.dir, ".husky/pre-commit"), "utf8"), "one\ntwo\n");
});

test("a policy that was changed or committed stays, and is named", async () => {
  for (const isCommitted of [false, true]) {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    await gate(repo);
    if (isCommitted) repo.commit("policy", { ".arkitektrc.json": repo.read(".arkitektrc.json") });
    else repo.write({ ".arkitektrc.json": "{}" });
    const { kept } = await uninstallFrom(repo);
    assert.equal(
      kept.map(({ path }) => path),
      [join(repo.dir, ".arkitektrc.json")],
    );
    assert.ok(existsSync(join(repo.dir, ".arkitektrc.json")));
  }
});

test("without its record it still takes the gate out, and says what it can't know", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".husky/pre-commit": "mine\n" });
  await gate(repo);
  rmSync(join(repo.dir, ".git/arkitekt/install.json"));
  const { kept, wasInstalled } = await uninstallFrom(repo);
  assert.is(wasInstalled, true);
  assert.equal(
    kept.map(({ path }) => path),
    [join(repo.dir, ".git/config")],
  );
  assert.is(repo.tryGit("config", "core.hooksPath").code, 1);
  assert.is(readFileSync(join(repo.dir, ".husky/pre-commit"), "utf8"), "mine\n");
  assert.is(existsSync(join(repo.dir, ".husky/pre-push")), false);
  assert.is(tryCommit(repo, "bad.lua").code, 0);
});

test("with its folder gone the setting is taken back, so that Git finds hooks again", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  rmSync(join(repo.dir, ".git/arkitekt"), { recursive: true });
  await uninstallFrom(repo);
  assert.is(repo.tryGit("config", "core.hooksPath").code, 1);
});

test("a setting that somebody else made since is theirs", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  repo.git("config", "core.hooksPath", "theirs");
  await uninstallFrom(repo);
  assert.is(repo.git("config", "core.hooksPath"), "theirs");
});

test("a hook that another program put among the launchers moves to where Git looks", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const text = "#!/bin/sh\ngit lfs post-commit\n";
  writeFileSync(join(repo.dir, ".git/arkitekt/_/post-commit"), text, { mode: 0o755 });
  const { kept } = await uninstallFrom(repo);
  const place = join(repo.dir, ".git/hooks/post-commit");
  assert.equal(
    kept.map(({ path }) => path),
    [place],
  );
  assert.is(readFileSync(place, "utf8"), text);
  assert.is(statSync(place).mode & 0o111, 0o111);
});

test("a submodule's gate goes with that of the clone that holds it", async () => {
  const library = makeRepo({ "lib.lua": "return 1\n", ".arkitektrc.json": "{}" });
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.git("submodule", "--quiet", "add", library.dir, "lib");
  const before = snapshot(repo.dir);
  await gate(repo);
  await uninstallFrom(repo);
  assert.equal(snapshot(repo.dir), before);
});
