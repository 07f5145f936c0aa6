import * as assert from "uvu/assert";
import { type FirstPolicies, type Kind, makeFirstPolicies } from "../support/first-policy.ts";
import { suite } from "../support/suite.ts";

const test = suite("module names under a first policy");

const needs = (...names: readonly string[]) =>
  `${names.map((name, at) => `local m${at} = require("${name}")`).join("\n")}\n`;
const module = (...names: readonly string[]) =>
  `${needs(...names)}local M = {}\nfunction M.f() return ${names.map((_, at) => `m${at}`).join(", ") || "1"} end\nreturn M\n`;
const script = (...names: readonly string[]) =>
  `-- @description A\n-- @version 1\n${needs(...names)}reaper.defer(m0.f)\n`;

const kinds: readonly Kind[] = [
  {
    title: "packages side by side, whose modules are called alike",
    files: {
      "Items/alpha/main.lua": script("lib.util", "lib.view"),
      "Items/alpha/lib/util.lua": module(),
      "Items/alpha/lib/view.lua": module("lib.util"),
      "Items/beta/main.lua": script("lib.util"),
      "Items/beta/lib/util.lua": module(),
      "Items/gamma.lua": "-- @description G\n-- @version 1\nreaper.ShowConsoleMsg('x')\n",
    },
    quiet: {
      "a module moves with its importers": {
        "Items/alpha/lib/util.lua": null,
        "Items/alpha/lib/tool.lua": module(),
        "Items/alpha/main.lua": script("lib.tool", "lib.view"),
        "Items/alpha/lib/view.lua": module("lib.tool"),
      },
      "another package with modules of the same names": {
        "Items/delta/main.lua": script("lib.util"),
        "Items/delta/lib/util.lua": module(),
      },
      "what a package never had goes from its neighbour": {
        "Items/alpha/lib/view.lua": null,
        "Items/alpha/main.lua": script("lib.util"),
        "Items/beta/main.lua": script("lib.util", "other.view"),
      },
    },
    stopped: {
      "a module of one package goes, and its neighbour has one of the same name": [
        "require-graph",
        { "Items/beta/lib/util.lua": null },
      ],
      "a module moves and nobody follows": [
        "require-graph",
        { "Items/alpha/lib/util.lua": null, "Items/alpha/lib/tool.lua": module() },
      ],
      "a module moves to the neighbour": [
        "require-graph",
        { "Items/alpha/lib/view.lua": null, "Items/beta/lib/view.lua": module("lib.util") },
      ],
    },
  },
  {
    title: "packages with a folder of their own for modules, and specs beside it",
    files: {
      "packages/one/lua/one/core.lua": module(),
      "packages/one/spec/core_spec.lua": `${needs("one.core")}describe("core", function() end)\n`,
      "packages/two/lua/two/core.lua": module("two.low"),
      "packages/two/lua/two/low.lua": module(),
      "packages/two/spec/core_spec.lua": `${needs("two.core")}describe("core", function() end)\n`,
    },
    quiet: {
      "a spec of a new module": {
        "packages/one/lua/one/more.lua": module("one.core"),
        "packages/one/spec/more_spec.lua": `${needs("one.more")}describe("more", function() end)\n`,
      },
    },
    stopped: {
      "a module that only a spec uses moves": [
        "require-graph",
        { "packages/one/lua/one/core.lua": null, "packages/one/lua/one/heart.lua": module() },
      ],
    },
  },
  {
    title: "packages that are each built another way, with modules of one name",
    files: {
      "one/main.lua": `${needs("util")}print(m0)\n`,
      "one/src/util.lua": module(),
      "two/plugin/start.lua": `${needs("two.util")}print(m0)\n`,
      "two/lua/two/util.lua": module(),
      "three/main.lua": `${needs("util")}print(m0)\n`,
      "three/util.lua": module(),
    },
    quiet: {
      "a module moves with its importer": {
        "one/src/util.lua": null,
        "one/src/tool.lua": module(),
        "one/main.lua": `${needs("tool")}print(m0)\n`,
      },
    },
    stopped: {
      "a module of the first moves, and nobody follows": [
        "require-graph",
        { "one/src/util.lua": null, "one/src/tool.lua": module() },
      ],
      "a module of the third goes": ["require-graph", { "three/util.lua": null }],
    },
  },
  {
    title: "names from above the repository",
    files: {
      "volume/utils.lua": module(),
      "volume/init.lua": module("my-widgets.volume.utils"),
      "cpu/init.lua": module("my-widgets.volume.utils", "wibox"),
      "net/init.lua": module("my-widgets.net.bytes", "awful.util"),
      "net/bytes.lua": module(),
    },
    quiet: {
      "a module moves with its importers": {
        "volume/utils.lua": null,
        "volume/tools.lua": module(),
        "volume/init.lua": module("my-widgets.volume.tools"),
        "cpu/init.lua": module("my-widgets.volume.tools", "wibox"),
      },
      "a library of the host that was not used before": { "net/init.lua": module("awful.widget") },
    },
    stopped: {
      "a module moves and nobody follows": [
        "require-graph",
        { "volume/utils.lua": null, "volume/tools.lua": module() },
      ],
      "a name that is not there": ["require-graph", { "cpu/init.lua": module("my-widgets.volume.uitls") }],
    },
  },
  {
    title: "names that others have too",
    files: {
      "lib/resty/http.lua": module("resty.string", "resty.sha256", "resty.http_headers"),
      "lib/resty/http_headers.lua": module(),
      "lua/plugins/telescope.lua": "local t = require('telescope')\nreturn { t }\n",
      "lua/plugins/refactoring.lua": "return { 'x/refactoring.nvim' }\n",
      "lua/setup.lua": module("telescope", "refactoring.ui", "plugins.telescope"),
    },
    quiet: {
      "another of the host's": { "lib/resty/http_headers.lua": module("resty.lock") },
      "a library whose settings are here": {
        "lua/setup.lua": module("refactoring.tasks", "telescope.builtin"),
      },
      "one that may be missing": {
        "lua/setup.lua": `local ok, m = pcall(require, "plugins.nowhere")\n${module("plugins.telescope")}`,
      },
      "what comes from a rock goes": {
        "lib/resty/http_headers.lua": null,
        "a-1.rockspec": 'dependencies = {\n  "lua >= 5.1", "lua-resty-http_headers ~> 1"\n}\n',
      },
    },
    stopped: {
      "our own goes": ["require-graph", { "lib/resty/http_headers.lua": null }],
      "our own is misspelt": ["require-graph", { "lua/setup.lua": module("plugins.telescpoe") }],
    },
  },
  {
    title: "a file that wraps the host's module of its name",
    files: {
      "App/lib/platform/imgui.lua":
        'package.path = reaper.ImGui_GetBuiltinPath() .. "/?.lua;" .. package.path\nreturn require "imgui" "0.10"\n',
      "App/lib/platform/paths.lua": module("imgui"),
      "App/lib/draw.lua": module("imgui", "lib.platform.paths"),
      "App/main.lua": script("lib.draw", "lib.platform.imgui", "imgui"),
    },
    quiet: {
      "it moves with those who require it, and not with those who require the host's": {
        "App/lib/platform/imgui.lua": null,
        "App/lib/gui/imgui.lua":
          'package.path = reaper.ImGui_GetBuiltinPath() .. "/?.lua;" .. package.path\nreturn require "imgui" "0.10"\n',
        "App/main.lua": script("lib.draw", "lib.gui.imgui", "imgui"),
      },
    },
    stopped: {
      "those who require it are forgotten": ["require-graph", { "App/lib/platform/imgui.lua": null }],
    },
  },
  {
    title: "names that start elsewhere from now on",
    files: {
      "x/a.lua": module(),
      "x/b.lua": module("x.a"),
      "x/c.lua": module("x.a", "x.b"),
      "main.lua": `${needs("x.c", "json")}print(m0, m1)\n`,
      "json.lua": module(),
      "spec/a_spec.lua": `${needs("x.a")}describe("a", function() end)\n`,
      "x-1.rockspec": 'build = { modules = {\n  ["x.a"] = "x/a.lua"\n} }\n',
    },
    quiet: {
      "all move, and the rockspec says where": {
        "x/a.lua": null,
        "x/b.lua": null,
        "x/c.lua": null,
        "src/x/a.lua": module(),
        "src/x/b.lua": module("x.a"),
        "src/x/c.lua": module("x.a", "x.b"),
        "x-1.rockspec":
          'build = { modules = {\n  ["x.a"] = "src/x/a.lua",\n  ["x.b"] = "src/x/b.lua",\n  ["x.c"] = "src/x/c.lua"\n} }\n',
      },
      "a copy goes to the others": { "json.lua": null, "vendor/json.lua": module() },
      "the program says where": {
        "json.lua": null,
        "lib/json.lua": module(),
        "main.lua": `package.path = "lib/?.lua;" .. package.path\n${needs("x.c", "json")}print(m0, m1)\n`,
      },
      "a call of the program says where": {
        "json.lua": null,
        "lib/json.lua": module(),
        "main.lua": `local paths = require("paths")\npaths.add("lib")\n${needs("x.c", "json")}print(m0, m1)\n`,
      },
      "it comes from a rock": {
        "json.lua": null,
        "x-1.rockspec":
          'dependencies = { "lua >= 5.1", "json ~> 1" }\nbuild = { modules = {\n  ["x.a"] = "x/a.lua"\n} }\n',
      },
    },
    warned: {
      "all move, and nothing says where": [
        "require-graph",
        {
          "x/a.lua": null,
          "x/b.lua": null,
          "x/c.lua": null,
          "src/x/a.lua": module(),
          "src/x/b.lua": module("x.a"),
          "src/x/c.lua": module("x.a", "x.b"),
        },
      ],
    },
    stopped: {
      "one moves, and nothing says where": ["require-graph", { "x/a.lua": null, "src/x/a.lua": module() }],
      "one goes": ["require-graph", { "json.lua": null }],
      "another rock comes, and one goes": [
        "require-graph",
        { "json.lua": null, "x-1.rockspec": 'dependencies = { "lua >= 5.1", "inspect" }\n' },
      ],
    },
  },
];

let made: FirstPolicies;
test.before(async () => {
  made = await makeFirstPolicies(kinds);
});
test.after(() => made.close());

for (const kind of kinds)
  test(kind.title, async () => {
    const wrong = await made.wrong(kind);
    assert.equal(wrong, [], `${wrong.join("\n")}\n${JSON.stringify((await made.policy(kind)).project.lua)}`);
  });
