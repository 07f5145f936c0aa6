import * as assert from "uvu/assert";
import { everything, leftOvers, makePatchable } from "../support/cli/patchable.ts";
import { arkitekt, makeGated, unwrapped } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt refactor");

const MODULE = "local M = {}\n\nreturn M\n";
const NO_BUDGET = { rules: { "diff-budget": ["error", { files: 1, mechanical: { files: 1 } }] } };

function library(files = 20): TestRepo {
  const importers = Array.from({ length: files }, (_, at) => [
    `A/scripts/Song/core/m${at}.lua`,
    `local colors = require("scripts.Song.core.colors")\n\nlocal M = {}\n\nM.colors = colors\n\nreturn M\n`,
  ]);
  return makePatchable(
    { "A/scripts/Song/core/colors.lua": MODULE, ...Object.fromEntries(importers) },
    NO_BUDGET,
  );
}

test("writes nothing unless it is told to; applied it is staged, and done the second time", () => {
  const repo = library();
  const before = everything(repo);
  const move = ["refactor", "move", "scripts.Song.core.colors", "scripts.Song.core.paint"];
  const dry = arkitekt(repo, [...move, "--format", "contract"]);
  assert.is(dry.code, 0, dry.stdout + dry.stderr);
  const contract = JSON.parse(dry.stdout);
  assert.equal(contract.patch.moves, [
    { from: "A/scripts/Song/core/colors.lua", to: "A/scripts/Song/core/paint.lua" },
  ]);
  assert.is(contract.files.length, 22);
  assert.is(everything(repo), before);
  // The patch that it shows is the one that it makes.
  const handed = arkitekt(repo, ["patch", "check", "-", "--format", "contract"], {
    input: JSON.stringify(contract.patch),
  });
  assert.equal(JSON.parse(handed.stdout).exceeded_budget, { files: 15, loc: 0 }, handed.stdout);
  const applied = arkitekt(repo, [...move, "--apply"]);
  assert.is(applied.code, 0, applied.stdout);
  assert.is(repo.git("write-tree"), contract.tree);
  assert.match(repo.read("A/scripts/Song/core/m3.lua").toString(), /require\("scripts\.Song\.core\.paint"\)/);
  const after = everything(repo);
  const again = arkitekt(repo, [...move, "--apply"]);
  assert.match(unwrapped(again.stdout), /there is nothing to do/);
  assert.is(everything(repo), after);
  assert.equal(leftOvers(repo), []);
});

test("makes a commit that records it; the range that holds it passes whatever its size, and one that differs is shown", () => {
  const repo = library();
  const args = [
    "refactor",
    "move",
    "scripts.Song.core.colors",
    "scripts.Song.core.paint",
    "--commit",
    "--code",
    "phase6_colors",
  ];
  const made = arkitekt(repo, args);
  assert.is(made.code, 0, made.stdout + made.stderr);
  assert.is(repo.git("status", "--porcelain"), "");
  const message = repo.git("log", "-1", "--format=%B");
  assert.match(
    message,
    /^phase6_colors: move scripts\.Song\.core\.colors to scripts\.Song\.core\.paint\n\nArkitekt-Task: \{"from":/,
  );
  const range = arkitekt(repo, ["check", "--range", "HEAD~1..HEAD"]);
  assert.is(range.code, 0, range.stdout);
  repo.write({ "A/scripts/Song/core/m3.lua": MODULE });
  repo.git("commit", "--quiet", "--amend", "--no-verify", "--no-edit", "-a");
  const differs = unwrapped(arkitekt(repo, ["check", "--range", "HEAD~1..HEAD"]).stdout);
  assert.match(differs, /the commit is not what its task makes: 1 file differs/);
  assert.match(differs, /\+local colors = require\("scripts\.Song\.core\.paint"\)/);
  assert.match(differs, /too big: 21 files/);
});

test("is stopped with the contract filled in, and changes nothing", () => {
  const repo = library(1);
  repo.commit("more", { "A/broken.lua": 'local x = = require("scripts.Song.core.colors")\n' });
  const before = everything(repo);
  const stopped = arkitekt(repo, [
    ...[
      "refactor",
      "move",
      "scripts.Song.core.colors",
      "scripts.Song.core.paint",
      "--apply",
      "--format",
      "contract",
    ],
  ]);
  assert.is(stopped.code, 1);
  const contract = JSON.parse(stopped.stdout);
  assert.equal([contract.ok, contract.would_touch], [false, ["A/broken.lua"]]);
  const missing = arkitekt(repo, ["refactor", "move", "no.such", "no.other", "--format", "contract"]);
  assert.equal(JSON.parse(missing.stdout).missing_files, ["A/no/such.lua"]);
  assert.is(arkitekt(repo, ["refactor", "move", "one"]).code, 2);
  assert.is(everything(repo), before);
});

test("by hand the commit that follows is compared with what was applied, and commit-msg records it", () => {
  const repo = makeGated(
    {
      "A/ark/colors.lua": MODULE,
      ...Object.fromEntries(
        Array.from({ length: 15 }, (_, at) => [
          `A/ark/m${at}.lua`,
          `local M = {}\n\nM.c = require("ark.colors")\n\nreturn M\n`,
        ]),
      ),
    },
    { rules: { "diff-budget": ["error", { files: 3, mechanical: { files: 1 } }] } },
  );
  const commit = (title: string) => repo.run("git", ["commit", "-m", title]);
  const first = arkitekt(repo, ["refactor", "move", "ark.colors", "ark.paint", "--apply"]);
  assert.is(first.code, 0, first.stdout);
  const made = commit("[AB-12] Move the colours");
  assert.is(made.code, 0, made.stderr);
  assert.match(
    repo.git("log", "-1", "--format=%B"),
    /\n\nArkitekt-Task: \{"from":"ark\.colors","task":"move_module","to":"ark\.paint"\}\n*$/,
  );
  assert.is(arkitekt(repo, ["check", "--range", "HEAD~1..HEAD"]).code, 0);
  // What is staged besides is told, and the budget counts again.
  assert.is(arkitekt(repo, ["refactor", "move", "ark.paint", "ark.colors", "--apply"]).code, 0);
  repo.stage({ "A/ark/m1.lua": MODULE });
  const refused = commit("[AB-12] Move them back");
  assert.is(refused.code, 1);
  assert.match(unwrapped(refused.stderr), /what is staged is not what its task makes: 1 file differs/);
  repo.git("checkout", "--quiet", "HEAD", "--", ".");
  repo.git("reset", "--quiet", "--hard");
  // The same from a task's file, which names itself by the environment.
  repo.commit("task", {
    ".codex/tasks/AB-13.json": JSON.stringify({ task: "move_module", from: "ark.paint", to: "ark.colors" }),
  });
  const applied = arkitekt(repo, ["task", "run", "AB-13", "--apply", "--format", "json"]);
  assert.is(applied.code, 0, applied.stdout);
  assert.is(commit("[AB-13] Move them back").code, 0);
  assert.match(repo.git("log", "-1", "--format=%B"), /Arkitekt-Task: \{"from":"ark\.paint"/);
  // Done, it has nothing to say of what comes after it, though it is the active one still.
  repo.stage({ "A/ark/more.lua": MODULE });
  const after = commit("[AB-13] Something else");
  assert.is(after.code, 0, after.stderr);
  assert.not.match(after.stderr, /not what its task makes/);
});
