import fc from "fast-check";
import * as assert from "uvu/assert";
import { encodeText } from "../../src/base/byte-text.ts";
import { matchesAny } from "../../src/base/glob.ts";
import { policyText } from "../../src/install/gate/initial-policy.ts";
import { LARGEST_POLICY } from "../../src/model/policy-places.ts";
import { showFaults } from "../../src/policy/faults/show-faults.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { type Survey, survey } from "../../src/survey/survey.ts";
import { tune } from "../../src/survey/tune.ts";
import { suite } from "../support/suite.ts";

const test = suite("survey");

// biome-ignore lint/suspicious/noExplicitAny: a policy as it is written, looked at key by key
type Draft = any;

interface Beside {
  readonly paths?: string[];
  readonly settings?: Record<string, string>;
  readonly titles?: string[];
  readonly branches?: string[];
}

function surveyOf(files: Readonly<Record<string, string>>, rest: Beside = {}): Survey {
  const tree = {
    lua: Object.entries(files).map(([path, text]) => ({ path, text: encodeText(text) })),
    luaPaths: Object.keys(files),
    paths: [...Object.keys(files), ...(rest.paths ?? [])],
    settings: new Map(Object.entries(rest.settings ?? {})),
    titles: rest.titles ?? [],
    branches: rest.branches ?? [],
  };
  return survey(tree, ["*.new"]);
}

function draftOf(
  files: Readonly<Record<string, string>>,
  rest: Beside = {},
): { readonly policy: Draft; readonly facts: Readonly<Record<string, string>> } {
  const { policy, facts } = surveyOf(files, rest);
  return {
    policy,
    facts: Object.fromEntries(facts.map(({ key, says, from }) => [key, `${says} (${from})`])),
  };
}

const OTHERS = ["**/lua_modules/**", "**/third_party/**", "**/vendor/**"];
const MODULE = "local M = {}\nfunction M.f() end\nreturn M\n";

test("tells what is started from what is required", () => {
  const { policy } = draftOf({
    "lib/a.lua": MODULE,
    "lib/b.lua": `local a = require("lib.a")\n${MODULE}`,
    "run.lua": "#!/usr/bin/env lua\nprint(require('lib.b'))\nreturn 1\n",
    "actions/one.lua": "-- @description One\nlocal x = 1\n",
    "actions/two.lua": "reaper.ShowConsoleMsg('x')\n",
    "spec/a_spec.lua": "describe('a', function() end)\n",
    "plugins/find.lua": "local core = require 'lib.a'\ncore.x = 1\n",
    "plugins/tree.lua": "local core = require 'lib.a'\ncore.y = 1\nreturn core\n",
    "plugins/word.lua": "local core = require 'lib.a'\ncore.z = 1\n",
  });
  const { scripts } = policy.lua;
  for (const path of [
    "run.lua",
    "actions/three.lua",
    "spec/new_spec.lua",
    "x/tests/y.lua",
    "plugins/new.lua",
  ])
    assert.ok(matchesAny(scripts, path), `${path}: ${scripts.join(" ")}`);
  for (const path of ["lib/a.lua", "lib/new.lua"]) assert.not(matchesAny(scripts, path), path);
});

test("takes globals from hosts, from linters' settings and from what several files read and none sets", () => {
  const { policy, facts } = draftOf(
    {
      "lua/a.lua": `${MODULE}-- \nvim.api.nvim_command("x")\n`.replace("return M\n", "").concat("return M\n"),
      "lua/b.lua": `local x = Shared + Kept + Once\n${MODULE}`,
      "lua/c.lua": `Kept = 1\nlocal x = Shared + Kept\n${MODULE}`,
      "lua/d.lua": `local x = Kept\n${MODULE}`,
    },
    {
      settings: {
        ".luacheckrc":
          'std = "luajit+busted"\n-- globals = { "commented" }\nglobals = { "mine", sub = { fields = { "no" } } }\nread_globals = { "theirs" }\n',
        ".luarc.json": '{ "diagnostics.globals": ["served"], // x\n "runtime.version": "LuaJIT" }',
        "std.yml": "---\nbase: lua51\nglobals:\n  yam.field:\n    args: []\n  other:\n    any: true\n",
      },
    },
  );
  const { globals } = policy.host;
  for (const name of ["vim", "Shared", "mine", "sub", "theirs", "served", "yam", "other"])
    assert.ok(globals.includes(name), `${name}: ${globals.join(" ")}`);
  for (const name of ["describe", "Once", "Kept", "commented", "no", "fields"])
    assert.not(globals.includes(name), name);
  assert.equal(policy.rules["no-globals"][1].allow, ["Kept", "mine", "served", "sub"]);
  assert.ok(
    policy.overrides
      .find((each: Draft) => each.rules["no-globals"])
      .rules["no-globals"][1].allow.includes("describe"),
  );
  assert.is(policy.lua.version, "luajit");
  assert.match(facts["host.globals"] ?? "", ".luacheckrc");
});

test("globals that a linter allows some files alone are an exception there, and nowhere else", async () => {
  const luacheckrc = [
    "globals = { 'string.more' }",
    "files['src/gui'] = { globals = { 'canvas' } }",
    "files['spec'] = { globals = { 'spec_helper' } }",
    "files['gone'] = { globals = { 'none' } }",
  ].join("\n");
  const { policy } = draftOf(
    { "src/gui/a.lua": MODULE, "src/b.lua": MODULE, "spec/a_spec.lua": "describe('a', function() end)\n" },
    { settings: { ".luacheckrc": luacheckrc } },
  );
  const allows = (files: string) =>
    policy.overrides.find((each: Draft) => each.files?.includes(files))?.rules["no-globals"]?.[1].allow;
  assert.ok(allows("src/gui/**").includes("canvas"));
  assert.ok(allows("**/spec/**").includes("spec_helper"));
  assert.ok(allows("**/spec/**").includes("describe"));
  assert.not(JSON.stringify(policy).includes("none"));
  assert.equal(policy.host.globals, ["arg"]);
  assert.not(policy.rules["no-globals"][1].allow.includes("canvas"));
  assert.ok((await readPolicyFile(".arkitektrc.json", Buffer.from(policyText(policy, false)))).ok);
});

test("what a linter lets code set may be set, and what it lets code read may not", () => {
  const settings = {
    ".luacheckrc": "std = 'lua54'\nglobals = { 'state', 'vim', 'string' }\nread_globals = { 'given' }",
    ".luarc.json": '{ "diagnostics": { "globals": ["mine"] } }',
  };
  const files = { "a.lua": MODULE, "b.lua": "local M = {}\nfunction M.f() return vim.api end\nreturn M\n" };
  const { policy } = draftOf(files, { settings });
  assert.equal(policy.rules["no-globals"][1].allow, ["mine", "state"]);
  for (const name of ["given", "mine", "state", "vim"]) assert.ok(policy.host.globals.includes(name), name);
});

test("settings that can't be read are named, and the survey goes on", () => {
  const { policy, facts } = draftOf(
    { "a.lua": MODULE },
    {
      settings: {
        ".luacheckrc": "std = {",
        "x/.luacheckrc": "globals = f()",
        "selene.toml": 'std = "lua51"',
      },
    },
  );
  assert.is(policy.lua.version, "5.1");
  assert.match(facts[".luacheckrc"] ?? "", /^not read \(line 1: /);
  assert.match(facts["x/.luacheckrc"] ?? "", /^read in part \(line 1: globals /);
});

test("takes the version that reads what is there", () => {
  const version = (text: string, settings = {}) =>
    draftOf({ "a.lua": text }, { settings }).policy.lua.version;
  assert.is(version("return 1 // 2\n"), "5.3");
  assert.is(version("local x <const> = 1\nreturn x\n"), "5.4");
  assert.is(version("local goto = 1\nreturn 42ULL\n"), "luajit");
  const { policy } = draftOf({
    "a.lua": "return 42ULL\n",
    "b.lua": "return 43ULL\n",
    ...Object.fromEntries(["c", "d", "e"].map((name) => [`${name}.lua`, "return a != b && c\n"])),
  });
  assert.is(policy.lua.version, "luajit", "what no version reads says nothing");
  assert.is(version("return love.graphics\n"), "luajit");
  assert.is(version("return 1 // 2\n", { ".luacheckrc": 'std = "lua51"' }), "5.3");
  assert.is(version("return 1\n", { ".luacheckrc": 'std = "lua51"' }), "5.1");
  const rock = { "x-1-1.rockspec": 'dependencies = { "lua >= 5.1" }' };
  assert.is(version("return 1\n", rock), "5.1");
  assert.is(version("return ngx.now()\n", rock), "luajit");
});

test("takes the version and the globals from what editors, linters and rockspecs are told", () => {
  const told = (settings: Record<string, string>) => {
    const { policy } = draftOf({ "a.lua": "return 1\n", "x.script": "return 1" }, { settings });
    return [policy.lua.version, policy.host.globals.join(" ")];
  };
  assert.equal(told({ "x-1.rockspec": 'dependencies = { "lua >= 5.1", "lfs" }' }), ["5.1", "arg"]);
  assert.equal(told({ "x-1.rockspec": 'dependencies = { "lua ~> 5.4" }' }), ["5.4", "arg"]);
  assert.equal(told({ "x-1.rockspec": 'dependencies = { "lua >= 5.1" }', ".luacheckrc": 'std = "lua52"' }), [
    "5.2",
    "arg",
  ]);
  assert.equal(told({ "selene.toml": 'std = "lua51+love"' }), ["5.1", "arg love"]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language server writes it so
  assert.equal(told({ ".luarc.json": '{ "workspace.library": ["${3rd}/love2d/library"] }' }), [
    "5.3",
    "arg love",
  ]);
  assert.equal(told({ ".vscode/settings.json": '{ "Lua.diagnostics.globals": ["mine"] }' }), [
    "5.3",
    "arg mine",
  ]);
  assert.equal(told({ "deep/.luacheckrc": 'std = "lua54"', ".luacheckrc": 'std = "lua51"' }), ["5.1", "arg"]);
});

test("samples and other people's projects are read and not judged, and packages of ones own are", () => {
  const { policy, facts } = draftOf(
    {
      "src/a.lua": MODULE,
      "src/b.lua": MODULE,
      "src/c.lua": MODULE,
      "spec/a_spec.lua": "describe('a', function() end)\n",
      "spec/samples/global.lua": "x = 1\n",
      "test/broken/one.lua": "local = 1\n",
      "src/fixtures/two.lua": "y = 1\n",
      "lib/theirs/x.lua": MODULE,
    },
    { paths: ["LICENSE", "lib/theirs/LICENSE.txt"] },
  );
  assert.equal(policy.lua.generated, ["spec/samples/**", "src/fixtures/**", "test/broken/**"]);
  assert.equal(policy.lua.vendored, [...OTHERS, "lib/theirs/**"]);
  assert.equal(
    policy.overrides.slice(0, 2).map((each: Draft) => [each.files.length, each.rules["lua-parse"]]),
    [
      [3, "off"],
      [4, "warn"],
    ],
  );
  assert.match(facts["lua.generated"] ?? "", "samples");
  const packages = { "one/a.lua": MODULE, "two/b.lua": MODULE };
  const own = draftOf(packages, { paths: ["LICENSE", "one/LICENSE", "two/LICENSE"] });
  assert.equal(own.policy.lua.vendored, OTHERS);
});

test("layers are those of the tree, and a fence by them warns people and stops agents", () => {
  const feature = (name: string) => ({
    [`A/scripts/${name}/core/state.lua`]: `local b = require("ark.base")\n${MODULE}`,
    [`A/scripts/${name}/panes/list.lua`]: `local s, b = require("${name}.core.state"), require("ark.base")\n${MODULE}`,
    [`A/scripts/${name}/app/run.lua`]: `local s, b = require("${name}.panes.list"), require("ark.base")\n${MODULE}`,
  });
  const { policy } = draftOf({
    ...feature("One"),
    ...feature("Two"),
    "A/ark/base.lua": MODULE,
    "A/ark/core/a.lua": "return { f = function() return 1 end }\n",
    "A/ark/core/b.lua": `local b = require("ark.base")\nlocal a = require("ark.core.a")\n${MODULE}`,
    "A/ark/gui/w.lua": `local b = require("ark.base")\n${MODULE.replace("end", "reaper.defer(1) end")}`,
  });
  assert.equal(policy.features, { root: "A/scripts", layers: ["app", "core", "panes"] });
  assert.is(policy.namespace.canonical, "ark");
  assert.is(policy.rules["require-fence"], "warn");
  assert.is(policy.overrides.at(-1).rules["require-fence"], "error");
  assert.ok(policy.pure.includes("A/ark/core/**"), policy.pure.join(" "));
  assert.not(policy.lua.scripts.some((glob: string) => matchesAny([glob], "A/scripts/One/core/new.lua")));
});

test("what finds nothing here comes from elsewhere, and a name that is mostly ours stays ours", () => {
  const { policy } = draftOf({
    "lua/mine/a.lua": `local b = require "mine.b"\nlocal l = require "lfs"\nlocal s = require "socket.http"\n${MODULE}`,
    "lua/mine/b.lua": `local gone = require "mine.gone"\n${MODULE}`,
    "lua/mine/c.lua": `local a, b = require "mine.a", require "mine.b"\n${MODULE}`,
  });
  assert.equal(policy.lua.moduleRoots, ["lua"]);
  assert.equal(policy.lua.externals, ["lfs", "lfs.*", "mine.gone", "socket", "socket.*"]);
});

test("knows task codes only where four fifths of the titles carry one, and agents by their branches", () => {
  const codes = Array.from({ length: 12 }, (_, at) => `[AB-${at}] Do ${at}`);
  const known = draftOf({ "a.lua": MODULE }, { titles: codes, branches: ["claude/x", "claude/y", "main"] });
  assert.is(known.policy.rules["task-code"], "warn");
  assert.match(known.facts["agentBranches"] ?? "", "2 of claude/*");
  const few = draftOf({ "a.lua": MODULE }, { titles: ["fix it", ...codes.slice(0, 3)] });
  assert.is(few.policy.rules["task-code"], "off");
  assert.is(few.policy.overrides.at(-1).rules["task-code"], "error");
});

test("whatever it draws up is a policy", async () => {
  const word = fc.constantFrom(
    "a",
    "core",
    "app",
    "x y",
    "it's",
    "ü",
    "init",
    "[b]",
    "{c,d}",
    "!e",
    "*",
    "...",
    "-f",
    "vendor",
    "spec",
  );
  const path = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `${words.join("/")}.lua`);
  const names = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
  const text = names.map(
    (all) => `${all.map((each) => `local x = require("${each.join(".")}")`).join("\n")}\nY = Z\n`,
  );
  const trees = fc.uniqueArray(fc.tuple(path, text), { selector: ([own]) => own, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(trees, async (files) => {
      const written = policyText(draftOf(Object.fromEntries(files)).policy, true);
      const read = await readPolicyFile(".arkitektrc.json", Buffer.from(written));
      assert.ok(read.ok, read.ok ? "" : `${written}\n${showFaults(read.error)}`);
    }),
    {
      numRuns: 60,
      examples: [
        [
          [
            ["[b]/a.lua", 'local x = require("core")\nY = Z\n'],
            ["[b]/*/core.lua", "\nY = Z\n"],
          ],
        ],
      ],
    },
  );
});

const stops = (paths: readonly (string | undefined)[], isRead = false) =>
  paths.map((path) => ({ path, isRead }));
const many = (count: number, path: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => path(at));
const level = (rules: Readonly<Record<string, unknown>>, rule: string) => [rules[rule]].flat()[0];

test("a rule that would have stopped too much, wherever one looks, is a warning, and as it was on agents' branches", () => {
  const found = surveyOf({ "a.lua": MODULE });
  const all = new Map([
    ["unmet-exports", stops(many(13, (at) => `f${at}/x${at}.lua`))],
    ["module-shape", stops(many(4, (at) => `f${at}/x.lua`))],
  ]);
  const tuned = tune(found, 100, all);
  assert.is(level(tuned?.policy.rules ?? {}, "unmet-exports"), "warn");
  assert.is(level(tuned?.policy.rules ?? {}, "module-shape"), "error");
  assert.is(level(tuned?.policy.overrides.at(-1)?.rules ?? {}, "diff-budget"), "error");
  assert.is(tuned?.facts.at(-1)?.from, "as an error it would have stopped 13 of 100 commits");
  assert.is(tune(found, 19, all), undefined);
});

test("a rule that stops too much in a few places is a warning there, and holds elsewhere", () => {
  const found = surveyOf({ "a.lua": MODULE });
  const places = [...many(8, (at) => `old/part/x${at}.lua`), "one.lua", "two.lua"];
  const tuned = tune(found, 100, new Map([["no-require-effects", stops(places)]]));
  assert.is(level(tuned?.policy.rules ?? {}, "no-require-effects"), "error");
  const own = tuned?.policy.overrides.find(({ rules }) => rules["no-require-effects"] === "warn");
  assert.equal(own?.files, ["old/part/**"]);
  assert.is(tuned?.policy.overrides.at(-1)?.branches, "agents");
});

test("globals are forgiven by their kind before the rule becomes a warning: what is read, in tests first, then what is shared", () => {
  const found = surveyOf({ "a.lua": MODULE });
  const options = (each: Survey | undefined, files: boolean) => {
    const rules = files
      ? each?.policy.overrides.find(({ rules: own }) => own["no-globals"])?.rules
      : each?.policy.rules;
    return (rules?.["no-globals"] as Draft)?.[1];
  };
  const inTests = tune(
    found,
    100,
    new Map([
      [
        "no-globals",
        stops(
          many(9, (at) => `spec/a${at}_spec.lua`),
          true,
        ),
      ],
    ]),
  );
  assert.is(options(inTests, true).reads, false);
  assert.is(options(inTests, false).reads, true);
  const reads = tune(
    found,
    100,
    new Map([
      [
        "no-globals",
        stops(
          many(9, (at) => `a${at}.lua`),
          true,
        ),
      ],
    ]),
  );
  assert.is(options(reads, false).reads, false);
  const writes = new Map([["no-globals", stops(many(9, (at) => `f${at}/a.lua`))]]);
  const shared = tune(found, 100, writes);
  assert.is(options(shared, false).shared, true);
  assert.is(options(shared, false).reads, true);
  assert.is(options(shared && tune(shared, 9, new Map()), false).writes, false);
  assert.is(options(shared && tune(shared, 0, new Map()), false).writes, false);
  const warned = shared === undefined ? undefined : tune(shared, 100, writes);
  assert.is(level(warned?.policy.rules ?? {}, "no-globals"), "error");
  assert.is(options(warned, false).writes, false);
  assert.equal(warned?.policy.overrides.at(-1)?.rules["no-globals"], ["error", { writes: true }]);
  const last = warned === undefined ? undefined : tune(warned, 100, writes);
  assert.is(level(last?.policy.rules ?? {}, "no-globals"), "warn");
});

test("a host is known by its project and by what only it gives, and its modules come before files that are called like them", () => {
  const { policy } = draftOf({
    "wezterm.lua": "local config = require('config.fonts')\nconfig.apply()\nreturn config\n",
    "config/fonts.lua": `local wezterm = require('wezterm')\n${MODULE}`,
  });
  assert.equal(policy.host.modules, ["wezterm"]);
  assert.ok(matchesAny(policy.lua.scripts, "wezterm.lua"));
  const wrapped = draftOf({ "canvas.lua": `local real = require("canvas")\n${MODULE}`, "b.lua": MODULE });
  assert.equal(wrapped.policy.host.modules, ["canvas"]);
  const defold = draftOf({ "druid/a.lua": MODULE }, { paths: ["game.project"] });
  assert.ok(defold.policy.host.globals.includes("vmath"));
  const resty = draftOf({ "lib/resty/tree.lua": MODULE });
  assert.ok(resty.policy.host.globals.includes("ngx"));
});

test("an awesome theme is known by the libraries that only awesome has", () => {
  const theme = "local wibox = require('wibox')\ntheme = {}\ntheme.font = 'sans'\nreturn theme\n";
  const { policy } = draftOf({ "themes/night/theme.lua": theme });
  assert.ok(matchesAny(policy.lua.scripts, "themes/day/theme.lua"));
  assert.ok(policy.host.globals.includes("awesome"));
});

test("where no host runs it the interpreter gives a program its arguments", () => {
  assert.equal(draftOf({ "a.lua": MODULE }).policy.host.globals, ["arg"]);
  assert.not(draftOf({ "a.lua": "return reaper.GetOS()\n" }).policy.host.globals.includes("arg"));
});

test("where the host gives all it has by a module, what single files read is taken for slips a little longer", () => {
  const reads = (start: string) => {
    const files = Array.from({ length: 20 }, (_, at) => [
      `${at}.lua`,
      at < 3 ? `${start}\nreturn slip${at}.x\n` : `${start}\n${MODULE}`,
    ]);
    return draftOf(Object.fromEntries(files)).policy.rules["no-globals"][1].reads;
  };
  assert.is(reads("local dt = require('darktable')"), true);
  assert.is(reads("local other = require('other')"), false);
});

test("before there is any Lua nothing tells what runs it, and what is read is a warning; once there is one file it is not", () => {
  const reads = (files: Record<string, string>, paths?: string[]) =>
    draftOf(files, paths && { paths }).policy.rules["no-globals"][1].reads;
  assert.is(reads({}), false);
  assert.is(reads({}, ["game.project"]), true);
  assert.is(reads({ "a.lua": MODULE }), true);
  assert.match(draftOf({}).facts["no-globals"] ?? "", /^a warning of what is read \(there is no Lua yet/);
});

test("where nobody says which Lua it is, what another version reads stops nobody", () => {
  assert.equal(draftOf({ "a.lua": MODULE }).policy.rules["lua-parse"], ["error", { otherVersions: true }]);
  const said = draftOf({ "a.lua": MODULE }, { settings: { ".luacheckrc": "std = 'lua53'" } });
  assert.is(said.policy.rules["lua-parse"], undefined);
});

test("a dialect that is written all over the tree is no folder of samples", () => {
  const glua = "if !x then y() end\n";
  const files = Object.fromEntries(
    ["a", "b", "c", "d"].flatMap((name) => [
      [`gamemode/${name}/cl_a.lua`, glua],
      [`gamemode/${name}/cl_b.lua`, glua],
      [`gamemode/${name}/cl_c.lua`, "AddCSLuaFile('x')\n"],
    ]),
  );
  const { policy } = draftOf(files);
  assert.is(policy.lua.generated, undefined);
  assert.is(policy.rules["lua-parse"][1].glua, true);
});

test("folders beside each other that hold a script each say what the next one holds", () => {
  const files = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [`filters/${name}/${name}.lua`, "run('x')\n"]),
  );
  const { policy } = draftOf(files);
  assert.ok(matchesAny(policy.lua.scripts, "filters/new/new.lua"));
});

test("a plugin's file that is called like the plugin which it configures is not that plugin", () => {
  const { policy } = draftOf({
    "lua/my/init.lua": `require("my.plugins.snacks")\n${MODULE}`,
    "lua/my/plugins/snacks.lua": `vim.g.x = 1\n${MODULE}`,
    "lua/my/plugins/todo.lua": `local s = require("snacks")\n${MODULE}`,
  });
  assert.ok(policy.lua.externals.includes("snacks"));
});

test("many names of one family that nothing sets are declared as one, and other reads are held to", async () => {
  const flags = ["ARCHIVE", "NOTIFY", "CHEAT", "LUA", "DONTRECORD"].map((each) => `FCVAR_${each}`);
  const reads = (names: readonly string[]) =>
    `local M = {}\nfunction M.f() return ${names.join(", ")} end\nreturn M\n`;
  const { policy, facts } = draftOf({ "a.lua": reads(flags), "b.lua": reads(["FCVAR_LUA"]) });
  assert.equal(policy.host.globals, ["FCVAR_*", "arg"]);
  assert.match(facts["host.globals"] ?? "", "names of one family that none sets: FCVAR_*");
  assert.is(policy.rules["no-globals"][1].reads, true);
  assert.ok((await readPolicyFile(".arkitektrc.json", Buffer.from(policyText(policy, false)))).ok);

  const few = draftOf({ "a.lua": reads(flags.slice(0, 3)) });
  assert.equal(few.policy.host.globals, ["arg"]);
  assert.is(few.policy.rules["no-globals"][1].reads, false);
  const own = draftOf({ "a.lua": reads(flags), "b.lua": `FCVAR_MINE = 1\n` });
  assert.not(own.policy.host.globals.includes("FCVAR_*"));
});

test("a clone that its editor finds as a plugin among others is known by both words", () => {
  const uses = (...names: readonly string[]) =>
    `${names.map((each, at) => `local m${at} = require "${each}"\n`).join("")}${MODULE}`;
  const { policy } = draftOf({
    "init.lua": uses(
      "core",
      "plugins.lsp.util",
      "plugins.lsp.json",
      "plugins.lsp.timer",
      "plugins.autocomplete",
    ),
    "util.lua": uses("core.common"),
    "json.lua": MODULE,
    "timer.lua": uses("plugins.lsp.util"),
  });
  assert.equal(policy.lua.aliases, { "plugins.lsp": "." });
  assert.ok(policy.lua.externals.includes("plugins.*"));

  const others = draftOf({
    "init.lua": uses("plugins.lsp.util", "plugins.lsp.gone", "core.util"),
    "util.lua": MODULE,
  });
  assert.is(others.policy.lua.aliases, undefined);
});

test("hosts give families of names and what a plugin of theirs reads once, so that other reads are held to", () => {
  const reads = (...names: readonly string[]) =>
    `local M = {}\nfunction M.f() return ${names.join(", ")} end\nreturn M\n`;
  const mod = draftOf({
    "lua/autorun/mine.lua": "AddCSLuaFile()\n",
    "lua/mine/a.lua": reads("FCVAR_ARCHIVE", "IN_ATTACK2", "RENDERMODE_NORMAL", "TEXT_ALIGN_CENTER"),
  });
  assert.ok(mod.policy.host.globals.includes("FCVAR_*"));
  assert.is(mod.policy.rules["no-globals"][1].reads, true);

  const plugin = draftOf({
    "init.lua": `local command = require "core.command"\n${reads("SCALE", "DATADIR", "process", "utf8extra")}`,
  });
  assert.match(plugin.facts["host.globals"] ?? "", "Lite XL");
  assert.is(plugin.policy.rules["no-globals"][1].reads, true);
});

test("a game's own love.run may read arg, as the one that it is written after does", () => {
  const run = "function love.run()\n  love.load(love.arg.parseGameArguments(arg), arg)\nend\n";
  const { policy } = draftOf({ "run.lua": `${run}return love\n`, "b.lua": MODULE });
  assert.equal(policy.host.globals, ["arg", "love"]);
});

test("where a host's globals are all known, a few odd reads are slips, and the next one is stopped", () => {
  const odd = ["nill", "args", "gears"];
  const widgets = Object.fromEntries(
    [...Array(15).keys()].map((at) => [
      `widget/w${at}.lua`,
      `local M = {}\nfunction M.f() return awesome.version, ${odd[at] ?? "client.focus"} end\nreturn M\n`,
    ]),
  );
  assert.is(draftOf(widgets).policy.rules["no-globals"][1].reads, true);
  const others = Object.fromEntries(
    Object.entries(widgets).map(([path, text]) => [
      path,
      text.replace("awesome.version", "AddCSLuaFile()").replace("client.focus", "CLIENT"),
    ]),
  );
  assert.is(draftOf(others).policy.rules["no-globals"][1].reads, false);
});

test("what is required by the name of the file that does is no script", () => {
  const lib = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [`game/${name}.lua`, `local function ${name}() end\n`]),
  );
  const all = Object.keys(lib).map((path) => `require(PATH .. ".${path.slice(5, 6)}")`);
  const init = `local PATH = (...):gsub("%.init$", "")\n${all.join("\n")}\nreturn {}\n`;
  const { facts } = draftOf({ ...lib, "game/init.lua": init, "main.lua": 'require("game")' });
  assert.match(facts["lua.scripts"] ?? "", /^1 file /);
  const plain = draftOf({ ...lib, "game/init.lua": "return {}\n", "main.lua": 'require("game")' });
  assert.match(plain.facts["lua.scripts"] ?? "", /^5 files/);
});

test("a folder is one of samples by its name where one of them is broken, and what lies below live code is live", () => {
  const { policy } = draftOf({
    "samples/a.lua": MODULE,
    "samples/b.lua": MODULE,
    "samples/c.lua": MODULE,
    "samples/d.lua": MODULE,
    "samples/e.lua": MODULE,
    "samples/half.lua": "local = 1\n",
    "src/samples/a.lua": MODULE,
    "lua/wire/one.lua": "local = 1\n",
    "lua/wire/two.lua": "local = 1\n",
    "tests/broken/one.lua": "local = 1\n",
    "tests/broken/two.lua": "local = 1\n",
    "tests/broken/deeper/fixtures/one.lua": "local = 1\n",
    ...Object.fromEntries([..."abcdefghijk"].map((name) => [`lua/wire/gates/${name}.lua`, MODULE])),
  });
  assert.equal(policy.lua.generated, ["lua/wire/*", "samples/**", "tests/broken/**"]);
});

test("what Garry's Mod reads is not broken", () => {
  const files = {
    "lua/wire/one.lua": "if a != b then c() end\n",
    "lua/wire/two.lua": "for i = 1, 2 do if x then continue end end\n",
    "lua/wire/three.lua": "x = !y\n",
    ...Object.fromEntries([..."abcdefghijklmn"].map((name) => [`lua/gates/${name}.lua`, MODULE])),
  };
  assert.is(draftOf(files).policy.lua.generated, undefined);
});

test("files of tools that build are in a language of their own, and say nothing of what runs the rest", () => {
  const words = "target set_kind add_files add_rules on_load add_deps add_packages set_languages".split(" ");
  const xmake = words.map((word) => `${word}("x")`).join("\n");
  const { policy, facts } = draftOf({ "xmake.lua": xmake, "src/a.lua": MODULE, "src/b.lua": MODULE });
  assert.is(facts["no-globals"], undefined);
  assert.is(policy.rules["no-globals"][1].reads, true);
  const own = policy.overrides.find(({ files }: Draft) => files.includes("**/xmake.lua"));
  assert.is(own.rules["no-globals"][1].reads, false);
  const engine = draftOf({ "premake5.lua": "defines { 'X' }\nkind 'y'\n", "src/a.lua": MODULE });
  assert.not.match(engine.facts["host.globals"] ?? "", "Factorio");
});

test("what registers its globals by a text is read freely", () => {
  const { policy, facts } = draftOf({
    "src/a.lua": "local p = premake\np.api.register { name = 'cc' }\ncc 'clang'\n",
    "src/b.lua": "local p = premake\ndefines { 'x' }\n",
    "premake5.lua": "defines { 'x' }\n",
  });
  assert.match(facts["host.globals"] ?? "", /Premake/);
  assert.not.match(facts["host.globals"] ?? "", /Factorio/);
  assert.is(policy.rules["no-globals"][1].reads, false);
});

test("where a linter's settings list a whole API, what code may set is what it sets, and the policy can be read", () => {
  const names = Array.from({ length: 9000 }, (_, at) => `C_ModuleOfTheHost_WithALongName_${at}`);
  const luacheckrc = `globals = {\n${[...names, "SlashCmdList"].map((name) => `"${name}",`).join("\n")}\n}`;
  const { policy } = draftOf(
    { "a.lua": "SlashCmdList = SlashCmdList or {}\nreturn {}\n", "spec/a_spec.lua": "describe('a')\n" },
    { settings: { ".luacheckrc": luacheckrc } },
  );
  const { allow } = policy.rules["no-globals"][1];
  assert.ok(allow.includes("SlashCmdList") && !allow.includes(names[0]));
  assert.ok(policy.host.globals.includes(names[0]));
  assert.ok(policyText(policy, true).length < LARGEST_POLICY);
  const few = draftOf({ "a.lua": MODULE }, { settings: { ".luacheckrc": "globals = { 'Addon' }" } });
  assert.ok(few.policy.rules["no-globals"][1].allow.includes("Addon"));
});

test("where no file requires another and most return nothing there are no modules, and what all call at load is how they are written", () => {
  const part = (name: string) =>
    `local ${name} = Loader:CreateModule("${name}")\nfunction ${name}:Start() end\n`;
  const names = ["Network", "Map", "Quest", "Journey", "Tracker"];
  const files = Object.fromEntries(names.map((name) => [`Modules/${name}.lua`, part(name)]));
  const { policy, facts } = draftOf({ ...files, "Loader.lua": "Loader = {}\nprint(Loader)\n" });
  assert.is(policy.rules["module-shape"], "off");
  assert.match(facts["module-shape"] ?? "", /no file requires another/);
  assert.ok(policy.rules["no-require-effects"][1].constructors.includes("Loader.CreateModule"));
  const required = draftOf({ ...files, "Loader.lua": 'Loader = require("Modules.Map")\nprint(Loader)\n' });
  assert.is(required.policy.rules["module-shape"][0], "error");
  const library = Object.fromEntries(names.map((name) => [`${name}.lua`, MODULE]));
  assert.is(draftOf(library).policy.rules["module-shape"][0], "error");
});

test("Neovim gives bit without a require", () => {
  const { policy } = draftOf({
    "lua/mine/init.lua": "local M = {}\nfunction M.f() return vim.fn.has('x') end\nreturn M\n",
  });
  assert.ok(policy.host.globals.includes("bit"));
});
