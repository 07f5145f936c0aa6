import * as assert from "uvu/assert";
import { arkitekt, makeGated, unwrapped } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a claim that a change is mechanical");
const COUNT = 14;
const CLAIM = "diff-budget: mechanical: Colors is called Palette";

function module(name: string, more = ""): string {
  return `local M = {}\n\nfunction M.name()\n  return M.label, ${name}\nend\n${more}\nreturn M\n`;
}

function files(name: string, more = ""): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: COUNT }, (_, n) => [`A/m${n}.lua`, module(name, n === COUNT - 1 ? more : "")]),
  );
}

/** On an agent's branch, where no plain exception is allowed. */
function repoWith(after: Record<string, string>): TestRepo {
  const repo = makeGated(files("1 + M.old"), { rules: { "diff-budget": "error", "task-code": "error" } });
  repo.git("switch", "-qc", "codex/palette");
  repo.stage(after);
  return repo;
}

function commit(repo: TestRepo, override?: string) {
  const env = override === undefined ? {} : { ARKITEKT_OVERRIDE: override };
  return repo.run("git", ["commit", "-qm", "[AB-1] Rename"], { env });
}

test("has to be made, and is proposed where it would hold", () => {
  const answer = commit(repoWith(files("1 + M.new")));
  assert.is(answer.code, 1);
  assert.match(unwrapped(answer.stderr), "it is mechanical, say so");
});

test("lets the commit through where it holds, is recorded, and holds in history", () => {
  const repo = repoWith(files("1 + M.new"));
  const answer = commit(repo, CLAIM);
  assert.is(answer.code, 0, answer.stderr);
  assert.match(repo.git("log", "-1", "--format=%B"), `Arkitekt-Override: ${CLAIM}`);
  const checked = arkitekt(repo, ["check", "--range", "HEAD~1..HEAD"]);
  assert.is(checked.code, 0, checked.stdout + checked.stderr);
});

test("is refused with the first token that differs where it does not hold", () => {
  const repo = repoWith(files("1 + M.new", "\nfunction M.more() return 2 end\n"));
  const answer = commit(repo, CLAIM);
  assert.is(answer.code, 1);
  const said = unwrapped(answer.stderr);
  assert.match(said, "claimed to be mechanical, but it is not: return becomes function");
  assert.match(said, "A/m13.lua");
});

test("is not an exception for anything else", () => {
  const repo = repoWith(files("1 + M.new", "\nfunction M.more() return 2 end\n"));
  const answer = commit(repo, "diff-budget: it is large, please");
  assert.is(answer.code, 1);
  assert.match(unwrapped(answer.stderr), "the policy does not allow it here");
});
