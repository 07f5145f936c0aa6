import * as assert from "uvu/assert";
import { judgeRange } from "../../../src/check/range.ts";
import { openRepository } from "../../../src/git/open/repository.ts";
import { policy } from "../../support/gated.ts";
import { type Files, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("tasks at push");

const MODULE = "local M = {}\n\nreturn M\n";
const uses = (name: string) => `local M = {}\n\nM.c = require("ark.${name}")\n\nreturn M\n`;
const record = (from: string, to: string) =>
  `Arkitekt-Task: {"from":"ark.${from}","task":"move_module","to":"ark.${to}"}`;

/** From one start, a history on a branch for each case: what of it is said, by rule, level and message. */
async function said(repo: TestRepo, branch: string, commits: readonly (readonly [string, Files])[]) {
  repo.git("checkout", "--quiet", "-B", branch, "start");
  for (const [message, files] of commits) repo.commit(message, files);
  const opened = await openRepository(repo.dir, repo.env, { isForObjects: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const options = { today: "2025-01-01", branches: [branch] };
  const verdict = await judgeRange(opened.value, "start..HEAD", options);
  await opened.value.close();
  return verdict.findings
    .filter(({ rule }) => rule === "idempotence" || rule === "recorded-task")
    .map(({ rule, level, message, details = [] }) => [rule, level, message, ...details].join("\n"));
}

function start(files: Files = {}): TestRepo {
  const repo = makeRepo({
    ".arkitektrc.json": JSON.stringify(policy),
    "A/ark/red.lua": MODULE,
    "A/ark/user.lua": uses("red"),
    ...files,
  });
  repo.git("tag", "start");
  return repo;
}

const MOVE: Files = { "A/ark/red.lua": null, "A/ark/blue.lua": MODULE, "A/ark/user.lua": uses("blue") };
const title = (text: string) => `[AB-1] ${text}\n\n${record("red", "blue")}`;

test("a recorded task is done again where the push ends, and what it would change is shown with its commit", async () => {
  const repo = start();
  assert.equal(await said(repo, "whole", [[title("Move"), MOVE]]), []);
  assert.equal(
    await said(repo, "further", [
      [title("Move"), MOVE],
      [
        `[AB-1] Move on\n\n${record("blue", "green")}`,
        { "A/ark/blue.lua": null, "A/ark/green.lua": MODULE, "A/ark/user.lua": uses("green") },
      ],
    ]),
    [],
  );
  const [again = "", ...others] = await said(repo, "back", [
    [title("Move"), MOVE],
    ["[AB-1] Use it", { "A/ark/late.lua": uses("red") }],
  ]);
  assert.equal(others, []);
  assert.match(
    again,
    /^idempotence\nerror\nits task of [0-9a-f]{8} "\[AB-1\] Move", done again .* would change 1 file more\n/,
  );
  assert.match(again, /-M\.c = require\("ark\.red"\)\n\+M\.c = require\("ark\.blue"\)/);
  const conflict = await said(repo, "conflict", [
    [title("Move"), MOVE],
    ["[AB-1] Another", { "A/ark/red.lua": "return {}\n" }],
  ]);
  assert.match(conflict.join("\n\n"), /^idempotence\nwarn\nA\/ark\/red\.lua is there again/m);
  assert.match(
    conflict.join("\n\n"),
    /^idempotence\nwarn\nwhether its task of .* is still done is unknown: A\/ark\/red\.lua is to be moved here/m,
  );
});

test("what was moved or deleted stays so: a block on agents' branches, a warning elsewhere", async () => {
  const repo = start({ "A/ark/old.lua": MODULE });
  const commits = [
    ["[AB-1] Delete", { "A/ark/old.lua": null }],
    ["[AB-1] Again", { "A/ark/old.lua": "local M = {}\n\nM.a = 1\n\nreturn M\n" }],
  ] as const;
  assert.match(
    (await said(repo, "people", commits)).join(),
    /^idempotence\nwarn\nA\/ark\/old\.lua is there again, although it was deleted in \w{8} "\[AB-1\] Delete"$/,
  );
  assert.match(
    (await said(repo, "codex/x", commits)).join(),
    /^idempotence\nerror\nA\/ark\/old\.lua is there again/,
  );
});

test("a typed trailer is held to what its task makes; one that is not a task is told", async () => {
  const repo = start();
  const { "A/ark/user.lua": _, ...less } = MOVE;
  const [short = ""] = await said(repo, "short", [[title("Move"), less]]);
  assert.match(short, /^recorded-task\nerror\nthe commit is not what its task makes: 1 file differs\n/);
  assert.match(short, /\+M\.c = require\("ark\.blue"\)/);
  const bad = await said(repo, "bad", [
    ["[AB-1] Move\n\nArkitekt-Task: {nonsense", { "A/ark/x.lua": MODULE }],
  ]);
  assert.match(
    bad.join("\n\n"),
    /^recorded-task\nerror\nthe commit can't be what its task makes: \{nonsense is not a task/m,
  );
});

test("finished stays finished: proof-greps, acceptance and the work itself", async () => {
  const done = {
    task: "move_module",
    from: "ark.red",
    to: "ark.blue",
    live_root: "A/ark",
    proof_grep: [
      { pattern: "legacy_call", should_match: false },
      { pattern: "canonicalize_sequence(", should_match: true, dialect: "lua", matches: [] },
    ],
    acceptance: ["All edited files parse as Lua 5.3.", "It looks nice."],
    done: true,
  };
  const repo = start({
    "A/ark/red.lua": null,
    "A/ark/blue.lua":
      "local M = {}\n\nfunction M.run(s)\n  return M.canonicalize_sequence(s)\nend\n\nreturn M\n",
    "A/ark/user.lua": uses("blue"),
    "A/ark/old.lua": "local M = {}\n\nM.legacy_call = 1\n\nreturn M\n",
    ".codex/tasks/AB-7.json": JSON.stringify({
      ...done,
      proof_grep: [done.proof_grep[0], { pattern: "canonicalize_sequence%(", should_match: true }],
    }),
  });
  assert.equal(await said(repo, "fine", [["[AB-1] More", { "A/ark/more.lua": MODULE }]]), []);
  const greps = await said(repo, "greps", [
    ["[AB-1] More", { "A/ark/more.lua": "local M = {}\n\nM.legacy_call = 2\n\nreturn M\n" }],
  ]);
  assert.match(
    greps.join(),
    /^idempotence\nerror\nAB-7 is finished, and what it has proved does not hold any more: proof-grep: must not be found: legacy_call/,
  );
  const lost = await said(repo, "lost", [["[AB-1] Less", { "A/ark/blue.lua": MODULE }]]);
  assert.match(lost.join(), /does not hold any more: proof-grep: must be found .*canonicalize_sequence/);
  const syntax = await said(repo, "syntax", [["[AB-1] Break", { "A/ark/user.lua": "local = 1\n" }]]);
  assert.match(syntax.join(), /does not hold any more: lua-parse/);
  const work = await said(repo, "work", [["[AB-1] Again", { "A/ark/more.lua": uses("red") }]]);
  assert.match(work.join(), /AB-7 is finished, and done again it would change 1 file more/);
  assert.equal(
    await said(repo, "elsewhere", [
      ["[AB-1] Far", { "A/far.lua": "local M = {}\n\nM.legacy_call = 2\n\nreturn M\n" }],
    ]),
    [],
  );
});
