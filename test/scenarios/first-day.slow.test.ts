import { rmSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { arkitekt, rulesIn, unwrapped } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the first day");
const MODULE = "local M = {}\nfunction M.f()\n  return vim.fn.has('x')\nend\nreturn M\n";

test("install draws up a policy that fits the tree, tries it on the history, and stops what is a fault", () => {
  const repo = makeRepo({
    ".gitignore": "*.json\n",
    ".luacheckrc": 'read_globals = { "vim" }\n',
    "lua/mine/a.lua": MODULE,
    "lua/mine/b.lua": `local a = require "mine.a"\n${MODULE}`,
    "lua/mine/c.lua": `local a, b = require "mine.a", require "mine.b"\n${MODULE}`,
    "plugin/start.lua": "vim.cmd('x')\n",
  });
  repo.commit("Say more", { "lua/mine/a.lua": `${MODULE}-- more\n` });
  repo.commit("Lose it", {
    "lua/mine/b.lua": `local a = require "mine.a"\n${MODULE}`.replace("return M\n", ""),
  });
  const installed = arkitekt(repo, ["install"]);
  assert.is(installed.code, 0, installed.stderr);
  assert.match(installed.stdout, ".arkitektrc.yaml, new");
  assert.match(installed.stdout, "of 2 commits, 1 would have been stopped");
  assert.match(installed.stdout, /module-shape +1\n +[0-9a-f]{8} Lose it: lua\/mine\/b\.lua/);
  repo.git("add", ":/.arkitektrc.yaml");
  const adopted = repo.tryGit("commit", "-qm", "install_gate: add the policy");
  assert.equal([adopted.code, adopted.stderr], [0, ""]);

  repo.stage({
    "lua/mine/a.lua": MODULE.replace("return M", "function M.g() end\nreturn M"),
    "spec/a_spec.lua": "describe('a', function() it('b', function() end) end)\n",
    "plugin/more.lua": "function Start()\nend\nvim.cmd('y')\n_G.Started = Start\n",
    "tools/run.lua": "#!/usr/bin/env lua\nprint('x')\n",
    "lua/mine/d.lua": MODULE,
    "lua/mine/c.lua": `local a, b, d = require "mine.a", require "mine.b", require "mine.d"\n${MODULE}`,
  });
  const sound = repo.tryGit("commit", "-qm", "Add what people add");
  assert.equal([sound.code, sound.stderr.includes("error")], [0, false], sound.stderr);
  repo.stage({
    "lua/mine/a.lua":
      "local M = {}\nfunction M.f()\n  lost = 1\nend\nio.open('x', 'w'):write('y')\nreturn M\n",
    "lua/mine/c.lua":
      `local a, b, d = require "mine.a", require "mine.b", require "mine.d"\n${MODULE}`.replace(
        "return M\n",
        "",
      ),
    "lua/mine/d.lua": null,
    "lua/mine/e.lua": MODULE,
    "plugin/more.lua": "vim.cmd('y'\n",
    "plugin/start.lua": "if vim then\n  leaked = 1\nend\n",
  });
  const faulty = repo.tryGit("commit", "-qm", "Break it");
  assert.equal(
    [faulty.code, rulesIn(faulty.stderr)],
    [1, ["lua-parse", "module-shape", "no-globals", "no-require-effects", "require-graph"]],
  );
  assert.match(faulty.stderr, "sets the global leaked");
});

test("where a rule would have stopped too much of the past it starts as a warning", () => {
  const repo = makeRepo({ "lua/a.lua": MODULE, "lua/b.lua": `local a = require "a"\n${MODULE}` });
  for (let at = 0; at < 22; at++) {
    // A name that is set in no other file, and read in none.
    repo.commit(`Do ${at}`, { "lua/a.lua": `Name${at} = 1\n${MODULE}` });
  }
  const installed = arkitekt(repo, ["install"]);
  assert.is(installed.code, 0, installed.stderr);
  assert.match(unwrapped(installed.stdout), "as an error it would have stopped 22 of 22 commits");
  assert.match(installed.stdout, "of 22 commits, 0 would have been stopped");
  const { rules, overrides } = JSON.parse(repo.read(".arkitektrc.json").toString());
  assert.equal([rules["no-globals"][0], rules["module-shape"][0]], ["error", "error"]);
  const there = overrides.find(({ files = [] }: { files?: string[] }) => files.includes("lua/a.lua"));
  assert.equal(there.rules, { "no-globals": "warn" });
});

test("a commit of the past that can't be read is left out and named; where none can be, no install is stopped", () => {
  const damaged = (...later: readonly string[]) => {
    const repo = makeRepo({ "a.lua": MODULE });
    repo.commit("Change it", { "a.lua": `${MODULE}-- more\n` });
    const lost = repo.id("HEAD:a.lua");
    repo.commit("Again", { "a.lua": `${MODULE}-- more still\n` });
    for (const text of later) repo.commit("Go on", { "a.lua": text });
    rmSync(join(repo.dir, ".git/objects", lost.slice(0, 2), lost.slice(2)));
    return repo;
  };
  const none = arkitekt(damaged(), ["install"]);
  assert.is(none.code, 0, none.stderr);
  assert.match(unwrapped(none.stdout), "the policy was not tried on the history: ");
  assert.match(none.stdout, "Next: ");

  const some = arkitekt(damaged("local = 1\n", MODULE), ["install"]);
  assert.match(
    unwrapped(some.stdout),
    /of 2 commits, 1 would have been stopped 2 commits more could not be read: [0-9a-f]{8}: an object /,
  );
  assert.match(some.stdout, /lua-parse +1\n/);
  for (const { stdout } of [none, some])
    assert.equal(
      stdout.split("\n").filter((line) => line.length > 80),
      [],
    );
});

test("policy try says what a draft would have stopped, beside the policy in force", () => {
  const policy = { root: ".", rules: { "module-shape": "error" } };
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), "a.lua": "return {}\n" });
  repo.commit("Lose it", { "a.lua": "local x = 1\n" });
  repo.commit("Start", { "b.lua": "local = 1\n" });
  const said = arkitekt(repo, ["policy", "try"]);
  assert.match(said.stdout, /^of 2 commits, 2 would have been stopped\n/);
  const draft = arkitekt(repo, ["policy", "try", "--set", "rules.module-shape=warn"]).stdout;
  assert.match(draft, /^of 2 commits, 1 would have been stopped, 2 by the policy in force\n/);
  assert.match(draft, /module-shape +1 +0\n/);
  assert.match(arkitekt(repo, ["policy", "try", "--set", "ruels=1"]).stderr, "ruels");
  assert.match(arkitekt(repo, ["policy", "try", "--last", "x"]).stderr, "is not a number of commits");
});
