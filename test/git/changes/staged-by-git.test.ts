// The staged change set as a hook sees it: real commits, with a hook that writes down what it finds.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import * as assert from "uvu/assert";
import { makeFolder, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("staged change set in hooks");

const HOOKS = ["pre-commit", "pre-merge-commit", "commit-msg", "pre-applypatch"];
const probe = join(makeFolder(), "probe.mjs");
// Built once: a hook that has to compile it first would take ten times as long.
buildSync({
  entryPoints: [fileURLToPath(new URL("../../support/git/probe.ts", import.meta.url))],
  outfile: probe,
  bundle: true,
  platform: "node",
  format: "esm",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
});

function watched(files: Parameters<typeof makeRepo>[0]): {
  repo: TestRepo;
  seen: () => Record<string, string[]>;
} {
  const repo = makeRepo(files);
  const out = join(repo.dir, "..", "seen");
  for (const hook of HOOKS) repo.hook(hook, `exec "${process.execPath}" "${probe}" "${out}" ${hook}`);
  return {
    repo,
    seen: () => {
      if (!existsSync(out)) return {};
      const lines = readFileSync(out, "utf8").trim().split("\n");
      rmSync(out);
      return Object.fromEntries(
        lines.map((line) => {
          const { hook, seen } = JSON.parse(line) as { hook: string; seen: string[] };
          return [hook, seen];
        }),
      );
    },
  };
}

function both(...lines: string[]): Record<string, string[]> {
  return { "pre-commit": lines, "commit-msg": lines };
}

test("commit -a, commit <path> and commit -p show what will be committed, not what stands in .git/index", () => {
  const { repo, seen } = watched({ "a.lua": "1\n", "b.lua": "1\n" });
  repo.write({ "a.lua": "1\n2\n", "b.lua": "1\n2\n" });
  repo.stage({ "b.lua": "1\nstaged\n" });
  repo.git("commit", "-q", "-m", "path", "a.lua");
  assert.equal(seen(), both("M a.lua +1 [2-3]"));
  repo.write({ "a.lua": "1\n2\n3\n" });
  repo.git("commit", "-q", "-a", "-m", "all");
  assert.equal(seen(), both("M a.lua +1 [3-4]", "M b.lua +1 [2-3]"));
  repo.write({ "a.lua": "0\n1\n2\n3\n4\n" });
  repo.run("git", ["commit", "-q", "-p", "-m", "part"], { input: "s\ny\nn\n" });
  assert.equal(seen(), both("M a.lua +1 [1-2]"));
  assert.is(repo.git("show", "HEAD:a.lua"), "0\n1\n2\n3");
});

test("commit <path> from a subfolder and in a linked work tree", () => {
  const { repo, seen } = watched({ "d/a.lua": "1\n", "b.lua": "1\n" });
  repo.write({ "d/a.lua": "1\n2\n", "b.lua": "2\n" });
  repo.run("git", ["commit", "-q", "-m", "path", "a.lua"], { cwd: "d" });
  assert.equal(seen(), both("M d/a.lua +1 [2-3]"));
  repo.git("worktree", "add", "-q", "../other", "-b", "other");
  const other = join(repo.dir, "../other");
  repo.run("sh", ["-c", `cd '${other}' && echo 3 >> d/a.lua && git commit -q -m x d/a.lua`]);
  assert.equal(seen(), both("M d/a.lua +1 [3-4]"));
});

test("a submodule's own commit is seen from inside it", () => {
  const { repo } = watched({ "a.lua": "1\n" });
  const library = makeRepo({ "lib.lua": "1\n" });
  repo.git("submodule", "--quiet", "add", `file://${library.dir}`, "lib");
  const out = join(repo.dir, "..", "seen");
  const hooks = repo.run("git", ["rev-parse", "--git-path", "hooks"], { cwd: "lib" }).stdout.trim();
  const script = `exec "${process.execPath}" "${probe}" "${out}" pre-commit`;
  repo.run("sh", [
    "-c",
    `mkdir -p '${hooks}' && printf '#!/bin/sh\\n%s\\n' '${script}' > '${hooks}/pre-commit' && chmod +x '${hooks}/pre-commit'`,
  ]);
  repo.run("sh", ["-c", "echo 2 >> lib.lua && git commit -q -a -m x"], { cwd: "lib" });
  assert.equal(JSON.parse(readFileSync(out, "utf8")).seen, ["M lib.lua +1 [2-3]"]);
});

test("the first commit, an empty commit and an amended one", () => {
  const { repo, seen } = watched(undefined);
  repo.stage({ "a.lua": "1\n" });
  repo.git("commit", "-q", "-m", "first");
  assert.equal(seen(), both("A a.lua +1 [1-2]"));
  repo.git("commit", "-q", "--allow-empty", "-m", "empty");
  assert.equal(seen(), both());
  repo.stage({ "a.lua": "1\n2\n" });
  repo.git("commit", "-q", "--amend", "-m", "amended");
  assert.equal(seen(), both("M a.lua +1 [2-3]"));
});

test("a clean merge shows nothing of others' work, and a conflicted one its resolution", () => {
  const { repo, seen } = watched({ "a.lua": "1\n", "b.lua": "1\n" });
  repo.git("checkout", "-q", "-b", "side");
  repo.commit("side", { "side.lua": "1\n" });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "main.lua": "1\n" });
  seen();
  repo.git("merge", "-q", "-m", "merge", "side");
  assert.equal(seen(), { "pre-merge-commit": [], "commit-msg": [] });
  repo.git("checkout", "-q", "side");
  repo.commit("side", { "a.lua": "side\n", "s2.lua": "1\n" });
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "a.lua": "main\n" });
  repo.tryGit("merge", "-q", "side");
  repo.stage({ "a.lua": "both\n" });
  seen();
  repo.git("commit", "-q", "-m", "merged");
  assert.equal(seen(), both("M a.lua +1 [1-2]"));
});

test("an octopus merge knows all its parents before Git has written them down", () => {
  const { repo, seen } = watched({ "a.lua": "1\n" });
  for (const name of ["one", "two"]) {
    repo.git("checkout", "-q", "-b", name, "main");
    repo.commit(name, { [`${name}.lua`]: "1\n" });
  }
  repo.git("checkout", "-q", "main");
  repo.commit("main", { "main.lua": "1\n" });
  seen();
  repo.git("merge", "-q", "-m", "octopus", "one", "two");
  assert.equal(seen(), { "pre-merge-commit": [], "commit-msg": [] });
});

test("git am shows each patch to pre-applypatch", () => {
  const { repo, seen } = watched({ "a.lua": "1\n" });
  repo.commit("patch", { "a.lua": "1\n2\n" });
  const patch = repo.git("format-patch", "--stdout", "-1");
  repo.git("reset", "-q", "--hard", "HEAD~1");
  seen();
  repo.feed(`${patch}\n`, "am", "-q");
  assert.equal(seen()["pre-applypatch"], ["M a.lua +1 [2-3]"]);
});
