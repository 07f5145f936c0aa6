import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { makeGated, policy } from "../../support/gated.ts";
import type { TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what is remembered of a tree");

/** Sound, with findings, silenced, broken, forgiven, twice the same, and a link. */
function files(): Readonly<Record<string, string>> {
  const made: Record<string, string> = {};
  for (let at = 0; at < 70; at++) {
    const leak = at % 5 === 0 ? `leak_${at} = 1\n` : "";
    const silenced = at % 11 === 0 ? "-- arkitekt-off no-globals: the host reads it\nhosts = 1\n" : "";
    const broken = at % 31 === 0 ? "local x = = 1\n" : "";
    const forgiven = at % 37 === 0 ? "-- arkitekt-off lua-parse: a template\nlocal y = {% y %}\n" : "";
    const shim = at === 9 ? "-- @deprecated: use m1\n-- EXPIRES: 2026-01-01\n" : "";
    made[`A/m${at}.lua`] =
      `${shim}local M = { \xe9 = "\xe9", n = require("m${(at + 1) % 80}") }\n${leak}${silenced}${forgiven}${broken}function M.name() return ${at % 60} end\nreturn M\n`;
  }
  return made;
}

test("changes no byte of a verdict: there, nearly the same, damaged, of another program, or deleted", () => {
  const repo = makeGated({ ...files(), "A/linked.lua": { symlink: "m5.lua" } });
  const home = join(repo.dir, ".git/arkitekt/program");
  const file = join(home, readdirSync(home)[0] ?? "", "cache/kept/tree");
  const check = (...more: string[]) => checkTree(repo, more);
  const isNew = (what: string, ...more: string[]) => {
    const warm = check(...more);
    const left = readFileSync(file);
    rmSync(file);
    assert.equal(warm, check(...more), what);
    return left;
  };
  const cold = check();
  assert.ok(JSON.parse(cold.slice(0, -1)).findings.length > 20);
  const whole = readFileSync(file);
  const written = statSync(file).ino;
  assert.is(check(), cold, "warm");
  assert.is(statSync(file).ino, written, "nothing new is written");

  for (const damaged of [
    whole.subarray(0, whole.length >> 1),
    whole.subarray(0, 10),
    Buffer.alloc(0),
    Buffer.from(whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte))),
    Buffer.from(whole.toString("latin1").replace(" 0.", " 1."), "latin1"),
  ]) {
    writeFileSync(file, damaged);
    assert.is(check(), cold, "damaged");
    assert.ok(readFileSync(file).equals(whole), "made again");
  }
  isNew("deleted");
  isNew("on another day", "--now", "2025-12-01");
  isNew("by strict dates", "--strict-dates");
  isNew("on an agent's branch", "--branch", "codex/x");
  repo.commit("[AB-2] Change some", { "A/m3.lua": "leak = 3\n", "A/m4.lua": files()["A/m5.lua"] ?? "" });
  isNew("of the next commit");
  const silent = { ...policy, rules: { ...policy.rules, "no-globals": "off" } };
  repo.commit("[AB-3] Say less", { ".arkitektrc.json": JSON.stringify(silent) });
  isNew("by another policy");
  rmSync(file, { force: true });
  rmSync(join(file, "../.."), { recursive: true });
  const last = check();
  assert.not.ok(existsSync(file), "without a folder for it nothing is written");
  assert.is(check(), last);
});

function checkTree(repo: TestRepo, more: readonly string[]): string {
  const args = [
    join(repo.dir, ".git/arkitekt/command"),
    "check",
    "--tree",
    "HEAD",
    "--format",
    "json",
    "--all",
    ...more,
  ];
  const { code, stdout, stderr } = repo.run("sh", args);
  assert.ok(code === 0 || code === 1, stderr);
  return `${stdout}${code}`;
}
