// A person may switch `lua-parse` off for a line. That covers the line: what others put elsewhere in the file is judged.
import * as assert from "uvu/assert";
import { makeGated, rulesIn, unwrapped } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a line whose syntax is forgiven");
const OFF = "-- arkitekt-off lua-parse: made for a newer Lua\n";
const FORGIVEN: Readonly<Record<string, string>> = {
  "a sign that Lua lacks": "M.size = 1 @@ 2\n",
  "an attribute of a newer Lua": "local x <const> = 1\n",
  "the head of a block": "if M.size != 2 then\n",
  "the head of a function": "function M.f(a: number)\n",
};
const tail: Readonly<Record<string, string>> = {
  "the head of a block": "M.size = 3\nend\n",
  "the head of a function": "return 1\nend\n",
};
const text = (what: string, more = "") =>
  `local M = {}\n${OFF}${FORGIVEN[what]}${tail[what] ?? ""}\nfunction M.name()\n  return "region"\nend\n${more}\nreturn M\n`;

function committed(what: string): TestRepo {
  const repo = makeGated();
  repo.stage({ "A/a.lua": text(what) });
  const commit = repo.tryGit("commit", "-qm", "[AB-1] Make an exception");
  assert.is(commit.code, 0, commit.stderr);
  assert.match(unwrapped(commit.stderr), "lua-parse at A/a.lua:3 (arkitekt-off: made for a newer Lua");
  return repo;
}

function asAgent(repo: TestRepo, content: string): { readonly code: number; readonly rules: string[] } {
  repo.git("switch", "-qC", "codex/work");
  repo.stage({ "A/a.lua": content });
  const { code, stderr } = repo.tryGit("commit", "-qm", "[AB-2] Go on");
  return { code, rules: rulesIn(stderr) };
}

for (const what of Object.keys(FORGIVEN)) {
  test(`is all that is forgiven: ${what}`, () => {
    const repo = committed(what);
    const good = asAgent(repo, text(what, "\nfunction M.more()\n  return 2\nend\n"));
    assert.is(good.code, 0, good.rules.join());
    for (const [more, rule] of [
      ["\nfunction M.bad()\n  count = 1\nend\n", "no-globals"],
      ['\nfunction M.bad()\n  return require("oldark.a")\nend\n', "retired-namespace"],
      ["\nfunction M.bad(\n", "lua-parse"],
    ] as const) {
      const bad = asAgent(repo, text(what, more));
      assert.is(bad.code, 1, `${rule} after ${what}`);
      assert.ok(bad.rules.includes(rule), `${rule} after ${what}: ${bad.rules.join()}`);
    }
  });
}

test("is forgiven for what it holds: whoever changes it has written something new", () => {
  const repo = committed("a sign that Lua lacks");
  const bad = asAgent(repo, text("a sign that Lua lacks").replace("1 @@ 2", "1 @@ (count = 2)"));
  assert.equal([bad.code, bad.rules.includes("lua-parse")], [1, true]);
});

test("leaves nothing unsaid where the rest can't be read without it, and lets nothing in from an agent", () => {
  const repo = makeGated();
  const broken = (more: string) => `local M = {}\n${OFF}M.t = { @\n  a = 1,\n}\n${more}\nreturn M\n`;
  repo.stage({ "A/a.lua": broken("") });
  // The table that the line opens is closed further down: that is a fault of its own, which nobody forgave.
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Make an exception").code, 1);
  repo.commit("[AB-1] Before the gate", { "A/a.lua": broken("") });
  repo.stage({ "A/a.lua": broken("M.more = 1\n") });
  const person = repo.tryGit("commit", "-qm", "[AB-2] Go on");
  assert.is(person.code, 0, person.stderr);
  assert.match(
    unwrapped(person.stderr),
    "skipped: the code of A/a.lua (it does not parse, so no rule has read it)",
  );
  const agent = asAgent(repo, broken("count = 1\n"));
  assert.equal([agent.code, agent.rules], [1, ["lua-parse"]]);
});
