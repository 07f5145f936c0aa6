import * as assert from "uvu/assert";
import { arkitekt, cleanModule, policy } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt scan");

const settings = {
  ...policy,
  lua: { moduleRoots: ["A"], externals: ["lfs"], vendored: ["A/vendor/**"] },
};

const files: Files = {
  ".arkitektrc.json": JSON.stringify(settings),
  "A/ark/list.lua": cleanModule,
  "A/ark/init.lua": 'local List = require("ark.list")\nreturn { List = List }\n',
  "A/ark/keys.lua": 'local a = require "ark.tiles"\nreturn a\n',
  "A/ark/tiles.lua": "local a = require [[ark/views]]\nreturn a\n",
  "A/ark/views.lua": 'local k = require("ark.keys")\nreturn k\n',
  "A/ark/lazy.lua": 'local M = {}\nfunction M.go() return require("ark.later") end\nreturn M\n',
  "A/ark/later.lua": 'local M = { lazy = require("ark.lazy") }\nreturn M\n',
  "A/scripts/Tool/app/main.lua": [
    'local list = require("ark.list")',
    'local same = require "ark"',
    'local lfs = require "lfs"',
    'local string = require "string"',
    'local ok, json = pcall(require, "dkjson")',
    'local lost = require("ark.lits")',
    "local name = ...",
    'local any = require("ark." .. name)',
    'local odd = require "we\\"ird\\n<b>&#x;"',
    "return list",
    "",
  ].join("\n"),
  "A/vendor/old.lua": 'require "nowhere.at.all"\nreturn {}\n',
  "A/broken.lua": "local = 1\n",
  "A/link.lua": { symlink: "ark/list.lua" },
  'A/odd "name" \\ ünï.lua': 'return require "ark.list"\n',
  "A/\udcff.lua": 'return require "ark.list"\n',
  "README.md": "require 'nothing'\n",
};

test("prints each file with what it requires, what stands out, and the totals", () => {
  const answer = arkitekt(makeRepo(files), ["scan"]);
  assert.equal([answer.code, answer.stderr], [0, ""]);
  isGolden(answer.stdout, "commands/scan.txt");
});

test("follows what modules require by their own name", () => {
  const named = {
    ".arkitektrc.json": JSON.stringify({
      ...policy,
      lua: { moduleRoots: ["src"], scripts: ["src/start.lua"] },
    }),
    "src/game/init.lua":
      'local PATH = (...):gsub("%.init$", "")\nreturn { world = require(PATH .. ".world") }\n',
    "src/game/world.lua": 'local HERE = (...):match("(.-)[^%.]+$")\nreturn require(HERE .. "pool")\n',
    "src/game/pool.lua": 'local HERE = (...):match("(.-)[^%.]+$")\nreturn require(HERE .. "world")\n',
    "src/other/world.lua": 'local HERE = (...):match("(.-)[^%.]+$")\nreturn require(HERE .. "pool")\n',
    "src/start.lua": 'return require((...) .. ".world")\n',
  };
  isGolden(arkitekt(makeRepo(named), ["scan"]).stdout, "commands/scan-own-names.txt");
});

for (const format of ["json", "dot", "mermaid"]) {
  test(`prints ${format}, whatever files and modules are called`, () => {
    const answer = arkitekt(makeRepo(files), ["scan", "--format", format]);
    assert.equal([answer.code, answer.stderr], [0, ""]);
    isGolden(answer.stdout, `commands/scan.${format}`);
  });
}

test("reads what is staged, or a tree, and never the working tree", () => {
  const repo = makeRepo(files);
  const committed = arkitekt(repo, ["scan"]).stdout;
  repo.write({ "A/ark/list.lua": 'require "ark.keys"\n' });
  assert.is(arkitekt(repo, ["scan"]).stdout, committed);
  repo.stage({ "A/ark/list.lua": 'require "ark.keys"\n' });
  assert.match(arkitekt(repo, ["scan"]).stdout, "A/ark/list.lua\n  → ark.keys\n");
  assert.is(arkitekt(repo, ["scan", "--tree", "HEAD"]).stdout, committed);
});

test("a tree older than the policy is read by the one in force", () => {
  const { ".arkitektrc.json": _, ...code } = files;
  const repo = makeRepo(code);
  const start = repo.id("HEAD");
  repo.commit("policy", { ".arkitektrc.json": JSON.stringify(settings) });
  const map = JSON.parse(arkitekt(repo, ["scan", "--tree", start, "--format", "json"]).stdout);
  assert.is(map.totals.cycles, 1);
  assert.is(map.tree, repo.id(`${start}^{tree}`));
});

test("a lazy require makes no cycle; a require of itself does", () => {
  const repo = makeRepo({
    ".arkitektrc.json": JSON.stringify(settings),
    "A/a.lua": 'local M = {}\nfunction M.f() return require "b" end\nreturn M\n',
    "A/b.lua": 'require "a"\nreturn {}\n',
    "A/self.lua": 'pcall(require, "self")\nreturn {}\n',
  });
  const { cycles } = JSON.parse(arkitekt(repo, ["scan", "--format", "json"]).stdout);
  const self = { path: "A/self.lua", name: "self" };
  assert.equal(cycles, [[self, self]]);
});

test("a tangle of modules shows each of them in a cycle, not every way around", () => {
  const names = Array.from({ length: 12 }, (_, at) => `m${String(at).padStart(2, "0")}`);
  const all = names.map((name) => `require "${name}"`).join("\n");
  const repo = makeRepo({
    ".arkitektrc.json": JSON.stringify(settings),
    ...Object.fromEntries(
      names.map((name) => [`A/${name}.lua`, `${all.replace(`require "${name}"`, "")}\n`]),
    ),
  });
  const { cycles } = JSON.parse(arkitekt(repo, ["scan", "--format", "json"]).stdout);
  const shown = new Set(cycles.flat().map(({ name }: { name: string }) => name));
  assert.equal([shown.size, cycles.length <= names.length], [12, true]);
});

test("a merge that is not decided is left out, and said", () => {
  const repo = makeRepo(files);
  repo.git("checkout", "--quiet", "-b", "other");
  repo.commit("one", { "A/ark/list.lua": "return 1\n" });
  repo.git("checkout", "--quiet", "main");
  repo.commit("two", { "A/ark/list.lua": "return 2\n" });
  repo.tryGit("merge", "--quiet", "other");
  const answer = arkitekt(repo, ["scan"]);
  assert.is(answer.code, 0, answer.stderr);
  assert.match(answer.stdout, "A/ark/list.lua (its merge is not decided yet)");
});

test("a bare repository is read by a tree, and says so", () => {
  const repo = makeRepo(files);
  repo.git("config", "core.bare", "true");
  const answer = arkitekt(repo, ["scan"]);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "→ name a commit: --tree HEAD");
  assert.is(arkitekt(repo, ["scan", "--tree", "HEAD"]).code, 0);
});

test("a tree that is not there, and a format that does not exist, are refused", () => {
  const repo = makeRepo(files);
  assert.match(arkitekt(repo, ["scan", "--tree", "gone"]).stderr, "gone is not a commit or tree");
  assert.match(arkitekt(repo, ["scan", "--format", "xml"]).stderr, "pretty, json, dot or mermaid");
});
