import * as assert from "uvu/assert";
import { arkitekt, makeGated } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("a whole tree judged by several threads");

/** Of every kind: sound, with findings, silenced, broken, forgiven, a link. */
function files(): Readonly<Record<string, string>> {
  const made: Record<string, string> = {};
  for (let at = 0; at < 170; at++) {
    const leak = at % 5 === 0 ? `leak_${at} = 1\n` : "";
    const silenced = at % 11 === 0 ? "-- arkitekt-off no-globals: the host reads it\nhosts = 1\n" : "";
    const broken = at % 31 === 0 ? "local x = = 1\n" : "";
    const forgiven = at % 37 === 0 ? "-- arkitekt-off lua-parse: a template\nlocal y = {% y %}\n" : "";
    made[`A/m${at}.lua`] =
      `local M = {}\n${leak}${silenced}${forgiven}${broken}function M.name() return ${at} end\nreturn M\n`;
  }
  return made;
}

test("gives the same bytes, however many there are", () => {
  const repo = makeGated({ ...files(), "A/linked.lua": { symlink: "m5.lua" } });
  const judged = ["1", "2", "4"].map((threads) =>
    arkitekt(repo, ["check", "--tree", "HEAD", "--format", "json", "--all"], {
      env: { ...repo.env, ARKITEKT_THREADS: threads },
    }),
  );
  const [alone, ...others] = judged;
  assert.is(alone?.code, 1, alone?.stderr);
  assert.ok(JSON.parse(alone?.stdout ?? "").findings.length > 30);
  for (const { code, stdout, stderr } of others) {
    assert.is(code, 1, stderr);
    assert.is(stdout, alone?.stdout);
  }
});

test("is not to be had by name", () => {
  const repo = makeGated();
  const { code, stderr } = arkitekt(repo, ["--thread", "judge"]);
  assert.is(code, 2);
  assert.match(stderr, "--thread");
});
