// What `task status` counts is what a push would count.
import * as assert from "uvu/assert";
import { taskStatus } from "../../src/check/task/task-status.ts";
import { taskAsked, tasksHere } from "../../src/check/task/tasks-here.ts";
import { openRepository } from "../../src/git/open/repository.ts";
import { policy } from "../support/gated.ts";
import { type Files, makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("how far a task is");

const MODULE = "local M = {}\n\nreturn M\n";
const uses = (name: string) => `local M = {}\n\nM.c = require("ark.${name}")\n\nreturn M\n`;
const MOVE: Files = { "A/ark/red.lua": null, "A/ark/blue.lua": MODULE, "A/ark/user.lua": uses("blue") };
const RECORD = `Arkitekt-Task: {"from":"ark.red","task":"move_module","to":"ark.blue"}`;

function started(): TestRepo {
  const repo = makeRepo({
    ".arkitektrc.json": JSON.stringify(policy),
    ".codex/tasks/tidy.json": JSON.stringify({
      constraints: { allowlist: ["A"], diff_budget: { files: 1, added_loc: 9 } },
    }),
    "A/ark/red.lua": MODULE,
    "A/ark/user.lua": uses("red"),
  });
  repo.git("branch", "-M", "main");
  repo.git("switch", "-qc", "codex/tidy");
  return repo;
}

async function looks(repo: TestRepo) {
  const opened = await openRepository(repo.dir, repo.env);
  if (!opened.ok) throw new Error(opened.error.message);
  const here = await tasksHere(opened.value);
  const asked = await taskAsked(here, { typed: "tidy", environment: undefined, cwd: repo.dir });
  const status = await taskStatus(here, asked, "2025-01-01");
  await opened.value.close();
  return status.looks.map(({ what, used, verdict }) => [what, used.files, verdict.outcome]);
}

test("what a recorded task made costs nothing, what was typed besides does", async () => {
  const repo = started();
  repo.commit(`tidy: Move\n\n${RECORD}`, MOVE);
  assert.equal(await looks(repo), [["staged and working tree", 0, "pass"]]);
  repo.commit("tidy: More", { "A/ark/user.lua": `${uses("blue")}-- a line\n` });
  assert.equal(await looks(repo), [["staged and working tree", 1, "pass"]]);
  repo.commit("tidy: Typed", { "A/ark/other.lua": MODULE });
  assert.equal(await looks(repo), [["staged and working tree", 2, "block"]]);
});

test("a commit that only says that a task made it costs what it costs", async () => {
  const repo = started();
  repo.commit(`tidy: Move\n\n${RECORD}`, { ...MOVE, "A/ark/other.lua": MODULE });
  assert.equal(await looks(repo), [["staged and working tree", 3, "block"]]);
});

test("the work begins where it left the main line of the remote that the branch is pushed to", async () => {
  const repo = started();
  repo.commit("Theirs", { "A/ark/other.lua": MODULE });
  repo.git("remote", "add", "upstream", "/nowhere");
  repo.git("update-ref", "refs/remotes/upstream/main", "HEAD");
  repo.git("config", "remote.pushDefault", "upstream");
  repo.commit("tidy: Ours", { "A/ark/user.lua": `${uses("red")}-- a line\n` });
  assert.equal(await looks(repo), [["staged and working tree", 1, "pass"]]);
});
