// What a pipeline says comes next, and what is not as it was.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt } from "../support/gated.ts";
import { makePipeline, phase } from "../support/pipeline/four-phases.ts";
import { pipeline } from "../support/pipeline/said.ts";
import { suite } from "../support/suite.ts";

const test = suite("the next step of a pipeline");

const CORE = "A/scripts/Song/core";
const NEW = `--- /dev/null
+++ b/${CORE}/keys.lua
@@ -0,0 +1,3 @@
+local M = {}
+
+return M
`;

test("says what comes next: to mend what the program can't make, to hand in, to take what has changed", () => {
  const lost = phase("lost", { task: "move_module", from: "Song.core.none", to: "Song.core.other" }, [CORE]);
  const repo = makePipeline([lost, phase("edit", { task: "name_keys" }, [`${CORE}/keys.lua`])]);
  const coloured = { ...repo.env, NO_COLOR: undefined, FORCE_COLOR: "1" };
  const plan = arkitekt(repo, ["pipeline", "plan"], { env: coloured }).stdout;
  assert.ok(plan.includes("\x1b[1mlost\x1b[22m") && !plan.includes("\\x1b"), plan);
  const failed = pipeline(repo, "run");
  assert.equal(
    [failed.code, failed.states, failed.next],
    [1, "lost failed, edit blocked", "arkitekt pipeline run --replan"],
  );
  assert.match(
    arkitekt(repo, ["pipeline", "run"]).stdout,
    "Mend what is named, and commit that: nothing was written.",
  );
  pipeline(repo, "skip", "lost");
  const asked = pipeline(repo, "run", "--agent", "echo nothing", "--tries", "1");
  assert.equal(
    [asked.states, asked.next],
    ["lost skipped, edit unresolved", "arkitekt pipeline run --agent CMD"],
  );
  const wrong = join(repo.dir, "../wrong");
  mkdirSync(wrong);
  writeFileSync(join(wrong, "edit.patch"), "no patch");
  const handed = pipeline(repo, "run", "--patches", wrong);
  assert.equal(
    [handed.states, handed.next],
    ["lost skipped, edit failed", "arkitekt pipeline adopt edit --patch FILE"],
  );
  repo.git("branch", "codex/phase-edit/more");
  writeFileSync(join(wrong, "edit.patch"), NEW);
  const beside = pipeline(repo, "run", "--patches", wrong);
  assert.equal(
    [beside.code, beside.failure?.next],
    [2, "keep that by another name: git branch -m codex/phase-edit/more NAME"],
  );
  const manifest = readFileSync(join(repo.dir, ".codex/pipeline.json"), "utf8");
  repo.write({ ".codex/pipeline.json": manifest.replace("name_keys", "name_them") });
  const status = pipeline(repo, "status");
  assert.is(status.next, "arkitekt pipeline run --replan");
  assert.match(status.remarks.join("\n"), "is not as HEAD has it, and the gate goes by what is committed");
  assert.match(status.remarks.join("\n"), "edit differs in task");
  repo.git("commit", "-q", "--no-verify", "--allow-empty", "-m", "more");
  assert.match(pipeline(repo, "status").remarks.join("\n"), "main has moved on since this pipeline began");
});
