import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import * as texts from "../../../src/install/warm-up/module-texts.ts";
import { POLICY } from "../../../src/install/warm-up/warm-up.ts";
import { arkitekt } from "../../support/gated.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the program's compiled code, as install makes it");

test("is that of a commit that went through the launchers and remembered one before, and nothing else is left", () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  // What the user has set for Git and for us is not that of the scratch repository.
  const answer = arkitekt(repo, ["install"], { env: { ARKITEKT_OVERRIDE: "diff-budget: x", ARKITEKT: "0" } });
  assert.is(answer.code, 0, answer.stderr);
  const programs = join(repo.dir, ".git/arkitekt/program");
  const [only = ""] = readdirSync(programs);
  const version = `${process.version}-${process.arch}`;
  assert.equal(readdirSync(join(programs, only, "cache")).sort(), [
    `cli-main.cjs-commit-msg-${version}`,
    `cli-main.cjs-pre-commit-${version}`,
    `gate-forgiven-lines.cjs-pre-commit-${version}`,
    `hooks-commit-msg.cjs-commit-msg-${version}`,
    `hooks-pre-commit.cjs-pre-commit-${version}`,
    // pre-commit found the policy remembered, and did not load what reads one.
    `policy-read-read-policy.cjs-commit-msg-${version}`,
  ]);
});

test("no other hook runs for it", () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const hooks = join(repo.dir, "own-hooks");
  mkdirSync(hooks);
  writeFileSync(join(hooks, "pre-commit"), '#!/bin/sh\n: >"$HEARD"\n', { mode: 0o755 });
  repo.git("config", "core.hooksPath", hooks);
  const heard = join(repo.dir, "../heard");
  const answer = arkitekt(repo, ["install", "--chain"], { env: { HEARD: heard } });
  assert.is(answer.code, 0, answer.stderr);
  assert.not.ok(existsSync(heard));
});

test("no rule has anything to say of its Lua", () => {
  const { MORE, ...modules } = texts;
  const all = { ...modules, edited: `${MORE}${texts.PLAIN}` };
  const files = Object.entries(all).map(([name, text]) => [`lib/warm/${name.toLowerCase()}.lua`, text]);
  const repo = makeRepo({ ".arkitektrc.json": POLICY, ...Object.fromEntries(files) });
  const answer = arkitekt(repo, ["check", "--tree", "HEAD", "--all"]);
  assert.is(`${answer.stdout}${answer.stderr}`, "arkitekt: passed\n");
});
