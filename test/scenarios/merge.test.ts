import * as assert from "uvu/assert";
import { makeGated, rulesIn } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a merge");
const LUA = "A/scripts/Song/core/region.lua";
const moduleOf = (...lines: readonly string[]) => ["local M = {}", ...lines, "return M", ""].join("\n");
const side = 'M.x = require("oldark.side")';
const main = "M.y = 1";

/** Both sides change the same line; the remote knows both, so only the merge is new to it. */
function conflicting() {
  const repo = makeGated({ [LUA]: moduleOf("M.x = 0") });
  repo.addRemote("origin");
  repo.git("switch", "-qc", "side");
  repo.commit("[AB-1] Side", { [LUA]: moduleOf(side) });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Main", { [LUA]: moduleOf(main) });
  repo.git("push", "-q", "--no-verify", "origin", "main", "side");
  assert.is(repo.tryGit("merge", "-q", "side").code, 1);
  return repo;
}

test("is not blamed for what one of its parents held, neither when it is made nor on push", () => {
  const repo = conflicting();
  repo.stage({ [LUA]: moduleOf(main, side, "M.z = 1") });
  const made = repo.tryGit("commit", "-q", "--no-edit");
  assert.is(made.code, 0, made.stderr);
  assert.not.match(made.stderr, "retired-namespace");
  const pushed = repo.tryGit("push", "-q", "origin", "main");
  assert.is(pushed.code, 0, pushed.stderr);
});

test("is blamed for what it adds to them, when it is made and on push", () => {
  const repo = conflicting();
  repo.stage({ [LUA]: moduleOf(main, side, 'M.z = require("oldark.more")') });
  assert.equal(rulesIn(repo.tryGit("commit", "-q", "--no-edit").stderr), ["retired-namespace"]);
  repo.git("commit", "-q", "--no-edit", "--no-verify");
  const pushed = repo.tryGit("push", "origin", "main");
  assert.equal([pushed.code, rulesIn(pushed.stderr)], [1, ["retired-namespace"]]);
  assert.match(pushed.stderr, "oldark.more");
  assert.not.match(pushed.stderr, "oldark.side");
});

test("brings another branch's policy along without a word, and may not change it on its own", () => {
  const repo = makeGated({ [LUA]: moduleOf() });
  const policy = repo.read(".arkitektrc.json").toString();
  repo.git("switch", "-qc", "codex/song");
  repo.commit("[AB-1] Song", { "A/scripts/Song/core/song.lua": moduleOf() });
  repo.git("switch", "-q", "main");
  repo.commit("[AB-2] Policy", { ".arkitektrc.json": `${policy}\n` });
  repo.git("switch", "-q", "codex/song");
  const merged = repo.tryGit("merge", "-q", "--no-edit", "main");
  assert.is(merged.code, 0, merged.stderr);
  repo.git("reset", "-q", "--hard", "HEAD~1");
  repo.git("merge", "-q", "--no-commit", "main");
  repo.stage({ ".arkitektrc.json": `${policy}\n\n` });
  assert.equal(rulesIn(repo.tryGit("commit", "-q", "--no-edit").stderr), ["policy-change"]);
});
