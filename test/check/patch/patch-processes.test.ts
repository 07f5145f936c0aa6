import { join } from "node:path";
import * as assert from "uvu/assert";
import { runPatch } from "../../../src/check/patch/run-patch.ts";
import { withQuarantineToCome } from "../../../src/check/with-quarantine-to-come.ts";
import { readProposal } from "../../../src/patch/read-proposal.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the Git processes of a patch");

const POLICY = JSON.stringify({ root: "A" });
const BEFORE = "local M = {}\n\nreturn M\n";
const AFTER = "local M = {}\n\nfunction M.go() end\n\nreturn M\n";

/** Judges what makes `after` of a file that holds `before`; how many processes that took, and the verdict. */
async function judged(
  repo: TestRepo,
  cwd: string,
  before: string,
  after: string,
  more: { readonly context?: string; readonly isTreeTold?: boolean; readonly ahead?: string } = {},
) {
  const treeOf = (text: string) => {
    repo.stage({ ".arkitektrc.json": POLICY, "A/a.lua": text });
    return repo.git("write-tree");
  };
  const tree = treeOf(after);
  const diff = repo.run("git", [
    "diff-tree",
    "-p",
    ...(more.context === undefined ? [] : [more.context]),
    treeOf(before),
    tree,
  ]).stdout;
  const read = readProposal(Buffer.from(diff), "diff");
  if (!read.ok) throw new Error(read.error.message);
  const { ahead = "" } = more;
  const made = treeOf(ahead + after);
  treeOf(ahead + before);
  const options = {
    today: "2026-01-01",
    isWritten: false,
    commit: undefined,
    isTreeTold: more.isTreeTold ?? true,
  };
  return await withQuarantineToCome({ cwd, env: repo.env }, async (opened) => {
    const { verdict, tree: told } = await runPatch(opened, read.value, options);
    return { started: opened.git.started, outcome: verdict.outcome, isRight: told === made };
  });
}

test("are four for a diff whose text tells the rest", async () => {
  const repo = makeRepo({ ".arkitektrc.json": POLICY, "A/a.lua": BEFORE });
  const found = await judged(repo, repo.dir, BEFORE, AFTER);
  assert.equal(found, { started: 4, outcome: "pass", isRight: true });
});

test("are three where nobody asks for the tree that it makes", async () => {
  const repo = makeRepo({ ".arkitektrc.json": POLICY, "A/a.lua": BEFORE });
  const found = await judged(repo, repo.dir, BEFORE, AFTER, { isTreeTold: false });
  assert.equal(found, { started: 3, outcome: "pass", isRight: false });
});

test("are as many in a linked working tree", async () => {
  const repo = makeRepo({ ".arkitektrc.json": POLICY, "A/a.lua": BEFORE });
  const linked = join(repo.dir, "../linked");
  repo.git("worktree", "add", "-q", linked);
  const found = await judged(repo, linked, BEFORE, AFTER);
  assert.equal(found, { started: 4, outcome: "pass", isRight: true });
});

test("are more where Git could find a second place", async () => {
  const repo = makeRepo({ ".arkitektrc.json": POLICY, "A/a.lua": "f()\nf()\nf()\nf()\n" });
  const found = await judged(repo, repo.dir, "f()\nf()\nf()\nf()\n", "f()\nf()\nf()\nf()\nf()\n", {
    context: "-U1",
  });
  assert.ok(found.started > 4, `${found.started}`);
});

test("are six where the file has grown above the change since the diff was made", async () => {
  const text = (...middle: string[]) =>
    [
      "local M = {}",
      "",
      "M.a = 1",
      "M.b = 2",
      "M.c = 3",
      ...middle,
      "M.d = 4",
      "M.e = 5",
      "",
      "return M",
      "",
    ].join("\n");
  const repo = makeRepo({ ".arkitektrc.json": POLICY, "A/a.lua": text() });
  const found = await judged(repo, repo.dir, text(), text("M.new = 0"), { ahead: "-- One.\n-- Two.\n" });
  assert.equal(found, { started: 6, outcome: "pass", isRight: true });
});
