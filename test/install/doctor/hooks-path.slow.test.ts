// What doctor says of a core.hooksPath that is not written as install writes it.
import { symlinkSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import * as assert from "uvu/assert";
import { type DoctorReport, doctor } from "../../../src/install/doctor/doctor.ts";
import { uninstall } from "../../../src/install/gate/uninstall.ts";
import { gate, tryCommit } from "../../support/install/clone-under-test.ts";
import { makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a core.hooksPath");

async function examine(repo: TestRepo, dir = repo.dir): Promise<DoctorReport> {
  const done = await doctor({ repo: dir, env: repo.env });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

function kinds({ weakSpots }: DoctorReport): readonly string[] {
  return weakSpots.map(({ kind }) => kind).filter((kind) => kind !== "program-differs");
}

function whatJudges({ proofs }: DoctorReport): readonly string[] {
  return proofs.filter(({ outcome }) => outcome.kind === "refused").map(({ hook }) => hook);
}

const JUDGE = ["pre-commit", "pre-merge-commit", "pre-push", "pre-applypatch"];

test("that leads to the gate holds, however it is written, in every folder", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}", "sub/b.lua": "return 1\n" });
  await gate(repo);
  const launchers = join(repo.dir, ".git/arkitekt/_");
  const links = makeFolder();
  symlinkSync(launchers, join(links, "launchers"));
  symlinkSync(repo.dir, join(links, "clone"));
  repo.env["HOME"] = links;
  for (const [value, found] of [
    [`${launchers}/`, []],
    [join(repo.dir, "sub").concat("/../.git/arkitekt/_"), []],
    [join(links, "launchers"), []],
    [join(links, "launchers").concat("//"), []],
    [join(links, "launchers").concat("/."), []],
    [join(links, "clone/.git/arkitekt/_"), []],
    [join(links, "clone/sub").concat("/../.git/arkitekt/_"), []],
    ["~/clone/.git/arkitekt/_", []],
    [`%(prefix)${"/..".repeat(9)}${launchers}`, []],
    [".git/arkitekt/_", ["hooks-path-relative"]],
    ["./.git/arkitekt/_/", ["hooks-path-relative"]],
  ] as const) {
    repo.git("config", "core.hooksPath", value);
    for (const folder of isAbsolute(value) ? ["sub"] : ["", "sub"]) {
      const report = await examine(repo, join(repo.dir, folder));
      const what = `${value} in ${folder}`;
      assert.equal([report.standing, whatJudges(report), kinds(report)], ["holds", JUDGE, found], what);
    }
    assert.is(tryCommit(repo, "bad.lua").code, 1, value);
    repo.git("rm", "-qf", "bad.lua");
    assert.is(tryCommit(repo, "good.lua", `task_a: ${value}`).code, 0, value);
    repo.git("reset", "-q", "--hard", "HEAD^");
  }
  for (const value of [join(links, "clone/.git/arkitekt/_"), join(links, "launchers"), ".git/arkitekt/_"]) {
    repo.git("config", "core.hooksPath", value);
    assert.equal((await gate(repo)).chained, [], value);
    assert.is(repo.git("config", "core.hooksPath"), launchers);
    repo.git("config", "core.hooksPath", value);
    const out = await uninstall({ repo: repo.dir, env: repo.env });
    assert.ok(out.ok && out.value.wasInstalled);
    assert.is(repo.tryGit("config", "core.hooksPath").code, 1, value);
    await gate(repo);
  }
});

test("that is relative is a hole where it leads elsewhere from another working tree", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  await gate(repo);
  const launchers = join(repo.dir, ".git/arkitekt/_");
  const linked = join(makeFolder(), "linked");
  repo.git("worktree", "add", "--quiet", linked, "-b", "linked");
  assert.equal(kinds(await examine(repo)), []);
  repo.git("config", "core.hooksPath", ".git/arkitekt/_");
  const main = await examine(repo);
  assert.equal([main.standing, kinds(main)], ["open", ["hooks-path-relative"]]);
  assert.match(main.weakSpots[0]?.what ?? "", `in ${linked} it leads to ${linked}/.git/arkitekt/_`);
  const there = await examine(repo, linked);
  assert.equal([there.standing, kinds(there)], ["open", ["hooks-path-overridden"]]);
  assert.match(there.weakSpots[0]?.what ?? "", `.git/arkitekt/_, which is ${linked}/.git/arkitekt/_ here`);
  // Each with a setting of its own, neither goes by the common one.
  repo.git("config", "extensions.worktreeConfig", "true");
  repo.run("git", ["config", "--worktree", "core.hooksPath", `${launchers}/`], {
    cwd: relative(repo.dir, linked),
  });
  assert.equal(kinds(await examine(repo)), ["hooks-path-relative"]);
  assert.is((await examine(repo)).standing, "holds");
  assert.is((await examine(repo, linked)).standing, "holds");
  repo.run("git", ["config", "--worktree", "core.hooksPath", "../.git/arkitekt/_"], {
    cwd: relative(repo.dir, linked),
  });
  assert.equal(kinds(await examine(repo)), ["hooks-path-relative", "worktree-overrides"]);
  await gate(repo);
  assert.equal([kinds(await examine(repo)), kinds(await examine(repo, linked))], [[], []]);
});

test("that holds on another branch alone is named on this one", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  await gate(repo);
  const more = join(makeFolder(), "more");
  repo.git("config", "includeIf.onbranch:codex/**.path", more);
  repo.git("config", "--file", more, "user.name", "somebody");
  assert.equal((await examine(repo)).standing, "holds");
  repo.git("config", "--file", more, "core.hooksPath", `${repo.dir}/.git/arkitekt/_/`);
  assert.equal(kinds(await examine(repo)), []);
  repo.git("config", "--file", more, "core.hooksPath", "/nowhere");
  const report = await examine(repo);
  assert.equal([report.standing, kinds(report)], ["open", ["hooks-path-conditional"]]);
  assert.match(report.weakSpots.map(({ what }) => what).join(), "where onbranch:codex/** holds: /nowhere");
  // What stands before the clone's own setting never counts.
  const launchers = repo.git("config", "core.hooksPath");
  repo.git("config", "--unset", "core.hooksPath");
  repo.git("config", "--remove-section", "core");
  for (const [key, value] of Object.entries({ repositoryFormatVersion: "0", hooksPath: launchers }))
    repo.git("config", `core.${key}`, value);
  assert.equal(kinds(await examine(repo)), []);
  repo.git("switch", "-qc", "codex/a");
  assert.equal((await examine(repo)).standing, "holds");
});

test("that is relative counts from the repository, if that is bare", async () => {
  const repo = makeRepo(undefined, { bare: true });
  await gate(repo);
  repo.git("config", "core.hooksPath", "arkitekt/_");
  const report = await examine(repo);
  assert.equal([report.standing, kinds(report)], ["holds", ["hooks-path-relative", "no-policy"]]);
});
