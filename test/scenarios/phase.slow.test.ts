import * as assert from "uvu/assert";
import { arkitekt, makeGated, rulesIn, unwrapped } from "../support/gated.ts";
import type { Files, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("commits of phases");

const module = (value: string) => `local M = {}\n\nfunction M.first()\n  return ${value}\nend\n\nreturn M\n`;
const phase = (name: string, folder: string, addedLoc = 20) => ({
  name,
  payload: {
    task: `${name}_work`,
    constraints: { allowlist: [folder], diff_budget: { files: 2, added_loc: addedLoc } },
    acceptance: ["All edited files parse as Lua 5.3."],
    proof_grep: [],
    notes: "Impacted modules: some. Caller deltas: none. Risks: low. Mitigations: none. Undo: git revert.",
  },
});
const manifest = JSON.stringify({ phases: [phase("one", "A/core"), phase("two", "A/app")] });
const start: Files = { ".codex/pipeline.json": manifest, "A/core/a.lua": module("1") };

function commit(repo: TestRepo, message: string, files: Files): void {
  repo.stage(files);
  repo.run("git", ["commit", "-q", "-m", message], { env: { ARKITEKT: "0" } });
}

function pushed(repo: TestRepo, ...refs: readonly string[]): { rules: readonly string[]; said: string } {
  const { code, stderr } = repo.tryGit("push", "-q", "origin", ...refs);
  assert.is(code === 0, rulesIn(stderr).length === 0, stderr);
  return { rules: rulesIn(stderr), said: unwrapped(stderr) };
}

test("count as their phase's, whatever their title names, and stacked branches count their own alone", () => {
  const repo = makeGated(start, { rules: { "path-fence": ["error", { roots: ["A"] }] } });
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
  repo.git("switch", "-qc", "codex/phase-one");
  commit(repo, "[AB-7] First\n\nArkitekt-Phase: one", { "A/core/b.lua": module("1") });
  assert.equal(pushed(repo, "codex/phase-one").rules, []);
  repo.git("commit", "-q", "--no-verify", "--amend", "-m", "[AB-7] First");
  assert.equal(
    pushed(repo, "-f", "codex/phase-one").rules,
    ["task-branch"],
    "without the trailer the title counts",
  );
  repo.git("commit", "-q", "--no-verify", "--amend", "-m", "[AB-7] First\n\nArkitekt-Phase: one");
  // The last branch alone, with what it grows from.
  repo.git("push", "-q", "--no-verify", "origin", ":codex/phase-one");
  repo.git("switch", "-qc", "codex/phase-two");
  commit(repo, "[AB-8] Second\n\nArkitekt-Phase: two", {
    "A/app/c.lua": module("1"),
    "A/app/d.lua": module("2"),
  });
  assert.equal(pushed(repo, "codex/phase-two").rules, []);
  // Its budget is its own: two files of the phase before are not counted, three of its own are.
  commit(repo, "[AB-8] Third\n\nArkitekt-Phase: two", { "A/app/e.lua": module("1") });
  const over = pushed(repo, "codex/phase-two");
  assert.equal(over.rules, ["diff-budget"]);
  assert.match(over.said, "3 files (at most 2)");
  repo.git("reset", "-q", "--hard", "HEAD~");
  // What the manifest does not hold is no phase: the fence stays the branch's.
  repo.git("switch", "-q", "codex/phase-one");
  commit(repo, "[AB-9] Elsewhere\n\nArkitekt-Phase: three", { "A/app/f.lua": module("1") });
  assert.equal(pushed(repo, "codex/phase-one").rules, ["path-fence", "task-branch"]);
});

test("are held by what they say of their phase where no manifest is tracked, which only narrows", () => {
  const repo = makeGated(
    { "A/core/a.lua": module("1") },
    { rules: { "path-fence": ["error", { roots: ["A"] }] } },
  );
  repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
  repo.git("switch", "-qc", "codex/phase-one");
  const said = (folder: string) =>
    `Arkitekt-Phase: one\nArkitekt-Payload: ${JSON.stringify(phase("one", folder).payload)}`;
  commit(repo, `[AB-7] First\n\n${said("A/core")}`, { "A/core/b.lua": module("1") });
  assert.equal(pushed(repo, "codex/phase-one").rules, []);
  commit(repo, `[AB-7] More\n\n${said("A/core")}`, { "A/app/b.lua": module("1") });
  assert.equal(pushed(repo, "codex/phase-one").rules, ["path-fence"]);
  repo.git("reset", "-q", "--hard", "HEAD~");
  commit(repo, `[AB-7] More\n\n${said(".")}`, { "B/b.lua": module("1") });
  assert.equal(pushed(repo, "codex/phase-one").rules, ["path-fence"]);
  const checked = arkitekt(repo, ["check", "--range", "main..HEAD", "--format", "json"]);
  assert.is(JSON.parse(checked.stdout).findings[0].rule, "path-fence");
});
