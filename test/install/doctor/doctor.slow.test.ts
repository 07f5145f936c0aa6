import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { type DoctorReport, doctor } from "../../../src/install/doctor/doctor.ts";
import { arkitekt, cleanModule, makeGated } from "../../support/gated.ts";
import { gate, snapshot } from "../../support/install/clone-under-test.ts";
import { makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("doctor");

async function examine(repo: TestRepo, env: NodeJS.ProcessEnv = {}, dir = repo.dir): Promise<DoctorReport> {
  const done = await doctor({ repo: dir, env: { ...repo.env, ...env } });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return done.value;
}

function outcomes({ proofs }: DoctorReport): Record<string, string> {
  return Object.fromEntries(proofs.map(({ hook, outcome }) => [hook, outcome.kind]));
}

function kinds({ weakSpots }: DoctorReport): readonly string[] {
  return weakSpots.map(({ kind }) => kind).filter((kind) => kind !== "program-differs");
}

const HELD = {
  "pre-commit": "refused",
  "pre-merge-commit": "refused",
  "pre-push": "refused",
  "commit-msg": "allowed",
  "prepare-commit-msg": "allowed",
  "pre-applypatch": "refused",
};

test("offers every hook what it must refuse, and leaves nothing behind", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  await gate(repo);
  repo.stage({ "staged.lua": "return 2\n" });
  const before = snapshot(repo.dir);
  const report = await examine(repo);
  assert.equal(outcomes(report), HELD);
  assert.equal(kinds(report), []);
  assert.is(report.standing, "holds");
  assert.equal(snapshot(repo.dir), before);
});

test("what the forwarders refuse is said of a relative core.hooksPath as well", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  await gate(repo);
  repo.git("config", "core.hooksPath", ".git/hooks");
  const report = await examine(repo);
  assert.equal([outcomes(report), kinds(report)], [HELD, ["hooks-path-overridden"]]);
});

test("a core.hooksPath that an included file sets is taken out of that file: install can't outdo it", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  await gate(repo);
  writeFileSync(join(repo.dir, ".git/more"), "[core]\n\thooksPath = /elsewhere\n");
  repo.git("config", "include.path", "more");
  const { weakSpots } = await examine(repo);
  const [spot] = weakSpots.filter(({ kind }) => kind === "hooks-path-overridden");
  assert.is(spot?.remedy, `take the setting out of ${join(repo.dir, ".git/more")}`);
});

test("a repository of another owner is told with the next step", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const done = await doctor({ repo: repo.dir, env: { ...repo.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" } });
  if (done.ok) throw new Error("Git takes it for ours");
  assert.is(done.error.kind, "unsafe-repository");
  assert.match(done.error.next ?? "", "safe.directory");
});

test("proves the gate before the first commit, too, and creates no branch", async () => {
  const repo = makeRepo();
  await gate(repo);
  const before = snapshot(repo.dir);
  const report = await examine(repo);
  assert.equal(outcomes(report), HELD);
  assert.equal(snapshot(repo.dir), before);
});

test("proves the gate of a linked worktree, of a submodule and of a SHA-256 repository", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" }, { objectFormat: "sha256" });
  repo.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
  const library = makeRepo({ "lib.lua": "return 1\n", ".arkitektrc.json": "{}" }, { objectFormat: "sha256" });
  repo.git("submodule", "--quiet", "add", library.dir, "lib");
  await gate(repo);
  for (const place of ["../linked", "lib", "."]) {
    const before = snapshot(repo.dir);
    assert.equal(outcomes(await examine(repo, {}, join(repo.dir, place))), HELD, place);
    assert.equal(snapshot(repo.dir), before, place);
  }
});

test("a clone without a gate is told apart, and the probe's commit goes nowhere", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  const before = snapshot(repo.dir);
  const report = await examine(repo);
  assert.is(report.standing, "open");
  assert.equal(kinds(report), ["not-installed"]);
  assert.equal(new Set(Object.values(outcomes(report))), new Set(["ungated"]));
  assert.equal(snapshot(repo.dir), before);
});

test("old hooks, which may take minutes, are not run for the proof", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  repo.hook("pre-commit", "echo ran >>ran; exit 1");
  await gate(repo, { chain: true });
  const before = snapshot(repo.dir);
  assert.equal(outcomes(await examine(repo)), HELD);
  assert.equal(snapshot(repo.dir), before);
});

test("hooks of the configuration, which newer Gits run beside the gate, change nothing of the proof", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  await gate(repo);
  for (const event of ["pre-commit", "prepare-commit-msg", "commit-msg", "pre-push"]) {
    repo.git("config", `hook.mine-${event}.command`, "echo ran >>ran; exit 1");
    repo.git("config", `hook.mine-${event}.event`, event);
  }
  const before = snapshot(repo.dir);
  const report = await examine(repo);
  assert.equal(outcomes(report), HELD);
  assert.is(report.standing, "holds");
  assert.equal(snapshot(repo.dir), before);
});

const reftable = makeRepo().tryGit("init", "-q", "--ref-format=reftable", "../reftable").code === 0;
const title = "proves the gate of a repository that keeps its refs in a reftable";
if (!reftable) test.skip(title, "this Git does not know reftable");
else
  test(title, async () => {
    for (const files of [{ "a.lua": "return 1\n", ".arkitektrc.json": "{}" }, undefined]) {
      const repo = makeRepo();
      rmSync(join(repo.dir, ".git"), { recursive: true });
      repo.git("init", "-q", "-b", "main", "--ref-format=reftable");
      if (files !== undefined) repo.commit("start", files);
      await gate(repo);
      const before = snapshot(repo.dir);
      const report = await examine(repo);
      assert.equal([outcomes(report), report.standing], [HELD, "holds"]);
      assert.equal(snapshot(repo.dir), before);
    }
  });

test("the gate of a clone whose work tree lies elsewhere is installed and proved", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  const elsewhere = join(repo.dir, "../elsewhere");
  mkdirSync(elsewhere);
  repo.git("config", "core.worktree", elsewhere);
  repo.git("checkout", "-q", "-f", "main");
  await gate(repo);
  assert.is(repo.git("config", "core.hooksPath"), join(repo.dir, ".git/arkitekt/_"));
  const report = await examine(repo);
  assert.equal([outcomes(report), kinds(report)], [HELD, []]);
  writeFileSync(join(elsewhere, "bad.lua"), "x");
  repo.git("add", "-A");
  assert.is(repo.tryGit("commit", "-qm", "task_a: bad").code, 1);
});

test("what could not be tried is told apart from what holds", async () => {
  const repo = makeGated({ "A/a.lua": cleanModule });
  repo.commit("[AB-1] Break it", { ".arkitektrc.json": '{ "rules": { "lua-pars": "error" } }' });
  const { code, stdout } = arkitekt(repo, ["doctor"]);
  assert.is(code, 2);
  assert.match(stdout, "could not be tested");
});

test("a Git that is too old gates nothing and proves nothing, and says so", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const bin = makeFolder();
  const real = (process.env["PATH"] ?? "").split(":").find((folder) => existsSync(join(folder, "git")));
  const lines = `case "$1" in version) echo "git version 2.38.5";; *) exec ${real}/git "$@";; esac`;
  writeFileSync(join(bin, "git"), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
  const before = snapshot(repo.dir);
  for (const command of ["install", "doctor"]) {
    const { code, stderr } = arkitekt(repo, [command], { env: { PATH: `${bin}:${process.env["PATH"]}` } });
    assert.is(code, 2);
    assert.match(stderr, "arkitekt: the installed Git is 2.38, and at least 2.39 is needed");
  }
  assert.equal(snapshot(repo.dir), before);
});

interface Case {
  readonly kind: string;
  readonly isHole: boolean;
  readonly proof?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly breakIt: (repo: TestRepo, launchers: string) => void;
}

const [, major = "0", minor = "0"] = /(\d+)\.(\d+)/.exec(makeRepo().git("version")) ?? [];
const runsConfiguredHooks = Number(major) > 2 || Number(minor) >= 54;

const cases: readonly Case[] = [
  {
    kind: "launcher-missing",
    isHole: true,
    proof: { "pre-push": "ungated" },
    breakIt: (_, launchers) => rmSync(join(launchers, "pre-push")),
  },
  {
    kind: "launcher-not-executable",
    isHole: true,
    proof: { "pre-commit": "ungated" },
    breakIt: (_, launchers) => chmodSync(join(launchers, "pre-commit"), 0o644),
  },
  {
    kind: "launcher-replaced",
    isHole: true,
    breakIt: (_, launchers) => writeFileSync(join(launchers, "pre-push"), "#!/bin/sh\nexit 0\n"),
  },
  {
    kind: "hooks-path-overridden",
    isHole: true,
    proof: { "pre-commit": "ungated", "commit-msg": "ungated" },
    breakIt: (repo) => repo.git("config", "core.hooksPath", "elsewhere"),
  },
  {
    kind: "hooks-path-unset",
    isHole: true,
    // The forwarders in the default folder lead to the gate all the same.
    proof: { "pre-commit": "refused" },
    breakIt: (repo) => repo.git("config", "--unset", "core.hooksPath"),
  },
  {
    kind: "forwarders-missing",
    isHole: false,
    breakIt: (repo) => rmSync(join(repo.dir, ".git/hooks/pre-push")),
  },
  {
    kind: "worktree-overrides",
    isHole: true,
    breakIt: (repo) => {
      repo.git("config", "extensions.worktreeConfig", "true");
      repo.git("worktree", "add", "--quiet", "../linked", "-b", "linked");
      repo.run("git", ["config", "--worktree", "core.hooksPath", "/nowhere"], { cwd: "../linked" });
    },
  },
  { kind: "skipped-by-environment", isHole: true, env: { ARKITEKT: "0" }, breakIt: () => {} },
  {
    kind: "hooks-path-in-environment",
    isHole: true,
    env: { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "core.hooksPath", GIT_CONFIG_VALUE_0: "/dev/null" },
    breakIt: () => {},
  },
  { kind: "git-variable", isHole: false, env: { GIT_INDEX_FILE: "/tmp/index" }, breakIt: () => {} },
  {
    kind: "program-damaged",
    isHole: true,
    proof: { "pre-commit": "cannot-look" },
    breakIt: (_, launchers) => rmSync(join(launchers, "../program"), { recursive: true }),
  },
  {
    kind: "record-missing",
    isHole: false,
    breakIt: (_, launchers) => rmSync(join(launchers, "../install.json")),
  },
  {
    kind: "node-gone",
    isHole: false,
    breakIt: (_, launchers) => {
      const path = join(launchers, "../install.json");
      const record = JSON.parse(readFileSync(path, "utf8"));
      writeFileSync(path, JSON.stringify({ ...record, nodes: ["/gone/node"] }));
    },
  },
  {
    kind: "no-policy",
    isHole: false,
    breakIt: (repo) => {
      repo.commit("none", { ".arkitektrc.json": null });
    },
  },
  {
    kind: "policy-not-committed",
    isHole: false,
    breakIt: (repo) => {
      repo.commit("none", { ".arkitektrc.json": null });
      repo.write({ ".arkitektrc.json": "{}" });
      repo.git("add", ".arkitektrc.json");
    },
  },
  {
    kind: "policy-untracked",
    isHole: false,
    breakIt: (repo) => {
      repo.commit("none", { ".arkitektrc.json": null });
      repo.write({ ".arkitektrc.json": "{}" });
    },
  },
  {
    kind: "policy-ignored",
    isHole: true,
    breakIt: (repo) => {
      repo.commit("none", { ".arkitektrc.json": null, ".gitignore": "*.json\n" });
      repo.write({ ".arkitektrc.json": "{}" });
    },
  },
  {
    kind: "policy-broken",
    isHole: false,
    breakIt: (repo) => {
      repo.commit("broken", { ".arkitektrc.json": '{ "rules": { "lua-pars": "error" } }' });
    },
  },
  {
    kind: "husky-lines-missing",
    isHole: false,
    breakIt: (repo) => repo.write({ ".husky/pre-commit": "true\n" }),
  },
  {
    kind: "alias-skips-hooks",
    isHole: false,
    breakIt: (repo) => repo.git("config", "alias.quick", "commit -anm quick"),
  },
];

for (const { kind, isHole, proof, env, breakIt } of cases) {
  test(`names ${kind}, with a remedy`, async () => {
    const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
    await gate(repo);
    breakIt(repo, join(repo.dir, ".git/arkitekt/_"));
    const report = await examine(repo, env);
    assert.equal(kinds(report), [kind]);
    assert.ok(report.weakSpots.every(({ remedy }) => remedy !== ""));
    assert.is(report.standing, isHole ? "open" : "holds");
    const found = outcomes(report);
    for (const [hook, outcome] of Object.entries(proof ?? {})) {
      // Where Git runs hooks of its configuration, they judge what goes past a launcher.
      const isJudged = runsConfiguredHooks && outcome === "ungated";
      const expected = isJudged ? ["cannot-look", HELD[hook as keyof typeof HELD]] : [outcome];
      assert.ok(expected.includes(found[hook] ?? ""), `${hook}: ${found[hook]}`);
    }
  });
}

test("chained hooks that are gone, and submodules without a gate, are named", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n", ".arkitektrc.json": "{}" });
  const foreign = makeRepo({ "lib.lua": "return 1\n" });
  repo.git("submodule", "--quiet", "add", foreign.dir, "foreign");
  repo.git("config", "core.hooksPath", "old-hooks");
  await gate(repo, { chain: true });
  assert.equal(kinds(await examine(repo)), ["chained-hooks-gone", "submodule-not-gated"]);
});
