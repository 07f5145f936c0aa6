// What agents' tools do to core.hooksPath, and what holds the gate then.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import * as assert from "uvu/assert";
import { doctor } from "../../../src/install/doctor/doctor.ts";
import { install } from "../../../src/install/gate/install.ts";
import { uninstall } from "../../../src/install/gate/uninstall.ts";
import {
  gate,
  names,
  recording,
  runHusky,
  snapshot,
  tryCommit,
} from "../../support/install/clone-under-test.ts";
import { makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a lost core.hooksPath");

const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(makeRepo().git("version")) ?? []).slice(1).map(Number);
const isConfigured = major > 2 || minor >= 54;
const COMMIT = ["pre-commit", "prepare-commit-msg", "commit-msg"];
const asked = (list: readonly string[]) => list.filter((name) => name !== "prepare-commit-msg");

/** What Git looks through, each as a tool would leave it. */
const losses: Readonly<Record<string, (repo: TestRepo) => void>> = {
  "set to the default folder": (repo) => repo.git("config", "core.hooksPath", join(repo.dir, ".git/hooks")),
  "taken away": (repo) => repo.git("config", "--unset", "core.hooksPath"),
  "set by a worktree to the default folder": (repo) => {
    repo.git("config", "extensions.worktreeConfig", "true");
    repo.git("config", "--worktree", "core.hooksPath", join(repo.dir, ".git/hooks"));
  },
  ...(isConfigured
    ? {
        "set to a folder that is not there": (repo) => repo.git("config", "core.hooksPath", "/not/there"),
        "set to a folder of other hooks": (repo) => {
          const folder = makeFolder();
          repo.hook("post-commit", "true");
          repo.git("config", "core.hooksPath", folder);
        },
      }
    : {}),
};

for (const [what, lose] of Object.entries(losses)) {
  test(`judges each commit and push once where it is ${what}; install mends it, uninstall takes all of it out`, async () => {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    const before = snapshot(repo.dir);
    await gate(repo);
    lose(repo);
    const remote = repo.addRemote("origin");
    const heard = recording(repo);
    assert.is(tryCommit(repo, "good.lua").code, 0);
    assert.equal(asked(names(heard())), asked(COMMIT));
    const refused = tryCommit(repo, "bad.lua");
    assert.is(refused.code, 1);
    assert.match(refused.stderr, "put it back: npx arkitekt install");
    repo.git("rm", "--quiet", "--force", "bad.lua");
    const pushed = repo.tryGit("push", "origin", "HEAD");
    assert.is(pushed.code, 0, pushed.stderr);
    assert.equal(names(heard()).filter((name) => name === "pre-push").length, 1);
    assert.ok(remote.id("HEAD") !== "");

    const mended = await install({ repo: repo.dir, chain: false, env: repo.env, from: packageOf(repo) });
    assert.ok(mended.ok, JSON.stringify(mended));
    assert.match(repo.git("rev-parse", "--git-path", "hooks"), /\/arkitekt\//);
    const quiet = tryCommit(repo, "again.lua");
    assert.is(quiet.code, 0);
    assert.not.match(quiet.stderr, "core.hooksPath");

    const out = await uninstall({ repo: repo.dir, env: repo.env });
    assert.ok(out.ok, JSON.stringify(out));
    assert.is(existsSync(join(repo.dir, ".git/arkitekt")), false);
    const left = (shot: Record<string, string>) =>
      Object.keys(shot).filter((path) => path.startsWith(".git/hooks/"));
    assert.equal(
      left(snapshot(repo.dir)).filter((path) => !path.endsWith("post-commit")),
      left(before),
    );
    assert.not.match(readFileSync(join(repo.dir, ".git/config"), "utf8"), /arkitekt._|hook "arkitekt/);
  });
}

/** The program that the clone has, as a package. */
function packageOf(repo: TestRepo): string {
  const folder = join(repo.dir, ".git/arkitekt/program");
  const record = JSON.parse(readFileSync(join(repo.dir, ".git/arkitekt/install.json"), "utf8"));
  return join(folder, record.program);
}

test("nothing is said of a core.hooksPath that leads to the gate, whoever runs what lies in the default folder", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const linked = join(makeFolder(), "linked");
  repo.git("worktree", "add", "--quiet", linked);
  const forwarder = join(repo.dir, ".git/hooks/pre-commit");
  const said = (cwd: string, env: NodeJS.ProcessEnv = {}) => {
    const { code, stderr } = repo.run(forwarder, [], { cwd, env });
    assert.is(code, 0, stderr);
    return stderr.includes("core.hooksPath does not lead to the gate any more");
  };
  const places = () => [
    said(""),
    said("..", { GIT_DIR: join(repo.dir, ".git"), GIT_WORK_TREE: repo.dir }),
    said(relative(repo.dir, linked)),
    said("", { GIT_DIR: join(repo.dir, ".git/worktrees/linked"), GIT_WORK_TREE: linked }),
  ];
  assert.equal(places(), [false, false, false, false]);
  repo.git("config", "core.hooksPath", ".git/arkitekt/_");
  assert.equal(said(""), false);
  repo.git("config", "extensions.worktreeConfig", "true");
  repo.run("git", ["config", "--worktree", "core.hooksPath", "/nowhere"], {
    cwd: relative(repo.dir, linked),
  });
  repo.git("config", "core.hooksPath", join(repo.dir, ".git/arkitekt/_"));
  assert.equal(places(), [false, false, true, true]);
  repo.git("config", "core.hooksPath", ".git/hooks");
  assert.equal(said(""), true);
  repo.git("config", "--unset", "core.hooksPath");
  assert.equal(said(""), true);
});

test("hooks of the user in the default folder keep their bytes and run once, and those of the gate go round them", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  repo.hook("pre-commit", "echo own >&2");
  const own = readFileSync(join(repo.dir, ".git/hooks/pre-commit"), "utf8");
  await gate(repo, { chain: true });
  const heard = recording(repo);
  const once = tryCommit(repo, "good.lua");
  assert.is(once.stderr.match(/own/g)?.length, 1);
  assert.equal(asked(names(heard())), asked(COMMIT));
  repo.git("config", "core.hooksPath", join(repo.dir, ".git/hooks"));
  const lost = tryCommit(repo, "other.lua");
  assert.is(lost.stderr.match(/^own$/gm)?.length, 1, lost.stderr);
  await gate(repo);
  assert.is(repo.git("config", "core.hooksPath"), join(repo.dir, ".git/arkitekt/_"));
  assert.is(tryCommit(repo, "third.lua").stderr.match(/^own$/gm)?.length, 1);
  await uninstall({ repo: repo.dir, env: repo.env });
  assert.is(readFileSync(join(repo.dir, ".git/hooks/pre-commit"), "utf8"), own);
});

test("hooks that somebody put where core.hooksPath leads now are not passed over by an install", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  const folder = makeFolder();
  repo.git("config", "core.hooksPath", folder);
  appendFileSync(join(folder, "post-commit"), "#!/bin/sh\n", { mode: 0o755 });
  const refused = await install({ repo: repo.dir, chain: false, env: repo.env, from: packageOf(repo) });
  assert.is(!refused.ok && refused.error.kind, "hooks-in-force");
  assert.is((await gate(repo, { chain: true })).chained[0]?.folder, folder);
});

test("a default folder that is a link is left alone, and one that was not there goes again", async () => {
  const linked = makeRepo({ "a.lua": "return 1\n" });
  rmSync(join(linked.dir, ".git/hooks"), { recursive: true });
  mkdirSync(join(linked.dir, "hooks"));
  linked.run("ln", ["-s", "../hooks", ".git/hooks"]);
  await gate(linked);
  assert.equal(Object.keys(snapshot(join(linked.dir, "hooks"))), []);
  const bare = makeRepo({ "a.lua": "return 1\n" });
  rmSync(join(bare.dir, ".git/hooks"), { recursive: true });
  await gate(bare);
  assert.is(existsSync(join(bare.dir, ".git/hooks/pre-push")), true);
  await uninstall({ repo: bare.dir, env: bare.env });
  assert.is(existsSync(join(bare.dir, ".git/hooks")), false);
});

test("a forwarder cut anywhere passes nothing where it is needed", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  await gate(repo);
  repo.git("config", "--unset", "core.hooksPath");
  const place = join(repo.dir, ".git/hooks/pre-commit");
  const text = readFileSync(place, "utf8");
  for (const part of [0.3, 0.6, 0.9]) {
    repo.write({ ".git/hooks/pre-commit": { executable: text.slice(0, Math.floor(text.length * part)) } });
    assert.is.not(tryCommit(repo, "bad.lua").code, 0, `cut at ${part}`);
  }
});

if (isConfigured) {
  test("hooks of the configuration say so where the gate is gone, and go on where that is wished", async () => {
    const repo = makeRepo({ "a.lua": "return 1\n" });
    await gate(repo);
    repo.git("config", "--unset", "core.hooksPath");
    rmSync(join(repo.dir, ".git/hooks"), { recursive: true });
    const place = join(repo.dir, ".git/arkitekt/configured");
    for (const damage of ["emptied", "gone"]) {
      if (damage === "emptied") writeFileSync(place, "");
      else rmSync(join(repo.dir, ".git/arkitekt"), { recursive: true });
      const { code, stderr } = tryCommit(repo, "bad.lua");
      assert.is.not(code, 0, damage);
      assert.match(stderr, /^arkitekt: pre-commit blocked: the gate is gone .*npx arkitekt install/m, damage);
    }
    assert.is(repo.run("git", ["commit", "-qm", "x"], { env: { ARKITEKT: "0" } }).code, 0);
  });

  test("what keeps hooks of the configuration from running is named, and nothing is said to judge by them", async () => {
    const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
    await gate(repo);
    const config = join(repo.dir, ".git/config");
    const found = async () => {
      const done = await doctor({ repo: repo.dir, env: repo.env });
      if (!done.ok) throw new Error(JSON.stringify(done.error));
      return done.value.weakSpots.filter(({ kind }) => kind !== "program-differs");
    };
    const more = join(makeFolder(), "more");
    const switches = {
      "hook.arkitekt-pre-commit.enabled": ["false", config],
      ...(major > 2 || minor >= 55 ? { "hook.pre-commit.enabled": ["off", config] } : {}),
      "hook.arkitekt-pre-commit.command": ["true", more],
      "hook.arkitekt-pre-commit.event": ["", more],
    } as const;
    for (const [key, [value = "", file = ""]] of Object.entries(switches)) {
      repo.git("config", "include.path", more);
      repo.git("config", "--file", file, key, value);
      const [spot, ...none] = await found();
      const isOurs = key.startsWith("hook.arkitekt-") && file === config;
      assert.is(spot?.kind, isOurs ? "configured-hooks-missing" : "configured-hooks-off", key);
      assert.equal(none, [], key);
      assert.ok(isOurs || spot?.what.startsWith(`${key} in ${file} `), spot?.what);
      repo.git("config", "core.hooksPath", "/nowhere");
      const [hole] = await found();
      assert.is(hole?.what, "core.hooksPath points elsewhere (local): /nowhere", key);
      if (isOurs) await gate(repo);
      else repo.run("sh", ["-c", spot?.remedy ?? ""]);
      await gate(repo);
      assert.equal(await found(), [], key);
      repo.git("config", "core.hooksPath", "/nowhere");
      assert.is(tryCommit(repo, "bad.lua").code, 1, key);
      repo.git("rm", "-qf", "bad.lua");
      await gate(repo);
      repo.git("config", "--unset-all", "include.path");
    }
    repo.git("config", "hook.arkitekt-pre-commit.enabled", "true");
    repo.git("config", "hook.mine.enabled", "false");
    await uninstall({ repo: repo.dir, env: repo.env });
    assert.not.match(readFileSync(config, "utf8"), "arkitekt");
    assert.match(readFileSync(config, "utf8"), '[hook "mine"]');
  });

  test("husky's launchers come to the gate once beside the hooks of the configuration", async () => {
    const repo = makeRepo({ "package.json": '{"devDependencies":{"husky":"9"}}' });
    await gate(repo);
    runHusky(repo);
    const heard = recording(repo);
    assert.is(tryCommit(repo, "good.lua").code, 0);
    assert.equal(asked(names(heard())), asked(COMMIT));
  });
}
