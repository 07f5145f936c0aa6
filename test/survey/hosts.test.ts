import * as assert from "uvu/assert";
import { type FirstPolicies, type Kind, makeFirstPolicies } from "../support/first-policy.ts";
import { suite } from "../support/suite.ts";

const test = suite("what hosts load, under a first policy");

const lines = (...text: readonly string[]) => `${text.join("\n")}\n`;
const MODULE = lines("local M = {}", "function M.f() return 1 end", "return M");
const ACTING = MODULE.replace("return M", "vim.notify(M.f())\nreturn M");
/** The next line of a module that was there. */
const leak = (text: string) => text.replace("return M\n", "function M.g()\n  leaked = 1\nend\nreturn M\n");
const lost = (text: string) => text.replace(/return M\n$/, "");
const writes = (text: string) =>
  text.replace("return M\n", 'local f = io.open("x", "w")\nf:write("x")\nreturn M\n');

const kinds: readonly Kind[] = [
  {
    title: "Neovim",
    files: {
      "lua/mine/init.lua": lines(
        "local M = {}",
        'local util = require("mine.util")',
        "function M.setup() vim.cmd('x') return util end",
        "return M",
      ),
      "lua/mine/util.lua": MODULE,
      "lua/mine/acts.lua": ACTING,
      "lua/config/keymaps.lua": 'vim.keymap.set("n", "x", "y")\n',
      "lua/config/options.lua": "vim.opt.number = true\n",
      "plugin/mine.lua": 'vim.api.nvim_create_user_command("X", function() end, {})\n',
      "tests/a_spec.lua": 'describe("a", function() end)\n',
    },
    settings: {
      "selene.toml": 'std = "vim"\n',
      "vim.toml": '[selene]\nbase = "lua51"\n\n[vim]\nany = true\n',
    },
    quiet: {
      "all that is done at load to define": {
        "lua/mine/group.lua": lines(
          'local group = vim.api.nvim_create_augroup("mine", { clear = true })',
          "local api, fn, uv = vim.api, vim.fn, vim.uv or vim.loop",
          'local ns = api.nvim_create_namespace("mine")',
          'local is_win = fn.has("win32") == 1',
          'local root = fn.stdpath("data") .. "/mine"',
          "local limit = tonumber(vim.env.MINE) or #vim.api.nvim_list_uis()",
          'local ffi = require("ffi")',
          "ffi.cdef([[ int getpid(void); ]])",
          'local defaults = vim.tbl_deep_extend("force", {}, { a = 1 })',
          'local util = require("mine.util")',
          "local version = { vim.version(), util.f(), vim.treesitter.language.get_lang('x') }",
          "local M = setmetatable({}, { __call = function(self, ...) return self.f(...) end })",
          "M.opts, M.group, M.ns, M.is, M.root = defaults, group, ns, is_win, { root, limit, version, uv, ffi }",
          "function M.f() return 1 end",
          "return M",
        ),
        "lua/mine/factory.lua": lines(
          "local function factory(opts)",
          "  return { opts = opts }",
          "end",
          "return factory",
        ),
        "lua/mine/callable.lua": lines(
          'local util = require("mine.util")',
          "local M = { util = util }",
          "function M.run() end",
          "return setmetatable(M, { __call = function() return M.run() end })",
        ),
        "lua/config/autocmds.lua": 'vim.api.nvim_create_autocmd("User", { callback = function() end })\n',
        "lua/plugins/x.lua": lines(
          "return {",
          '  "a/b",',
          "  config = function() require('b').setup() end,",
          "}",
        ),
        "plugin/more.lua": lines("if vim.g.loaded_more then return end", "vim.g.loaded_more = 1"),
        "after/ftplugin/x.lua": "vim.bo.tabstop = 2\n",
        "odd/folder/run.lua": 'local function run() print("x") end\nrun()\n',
        "tests/b_spec.lua": 'describe("b", function() it("c", function() assert.equals(1, 1) end) end)\n',
        "lua/mine/tests/case.lua": "return function() return 1 end\n",
      },
    },
    stopped: {
      "a forgotten local": ["no-globals", { "lua/mine/util.lua": leak(MODULE) }],
      "a forgotten local in what is started": [
        "no-globals",
        { "plugin/mine.lua": "local function f()\n  leaked = 1\nend\nf()\n" },
      ],
      "a lost return": ["module-shape", { "lua/mine/util.lua": lost(MODULE) }],
      "a return that a module lost which acts when it is loaded": [
        "module-shape",
        { "lua/mine/acts.lua": lost(ACTING) },
      ],
      "a global that nobody declares": [
        "no-globals",
        { "lua/mine/util.lua": MODULE.replace("return 1", "return mispelt(1)") },
      ],
      "a file written while it is loaded": ["no-require-effects", { "lua/mine/util.lua": writes(MODULE) }],
      "a command run while it is loaded": [
        "no-require-effects",
        { "lua/mine/util.lua": MODULE.replace("return M", 'vim.fn.system("x")\nreturn M') },
      ],
      "what another module does while it is loaded": [
        "no-require-effects",
        {
          "lua/mine/init.lua":
            'local util = require("mine.util")\nutil.f()\nreturn { setup = function() end }\n',
        },
      ],
      "what does not parse": ["lua-parse", { "lua/mine/util.lua": `${MODULE}end\n` }],
    },
  },
  {
    title: "LÖVE",
    files: {
      "main.lua": lines(
        'local game = require("game")',
        "function love.load() game.start() end",
        "function love.draw() love.graphics.print('x') end",
      ),
      "conf.lua": "function love.conf(t) t.window.title = 'x' end\n",
      "game.lua": lines("local M = {}", "function M.start() return love.timer.getTime() end", "return M"),
      "lib/class.lua": lines(
        "local function class(name)",
        "  local made = { name = name }",
        "  made.__index = made",
        "  return made",
        "end",
        "return class",
      ),
      "player.lua": lines(
        'local class = require("lib.class")',
        'local Player = class("Player")',
        "function Player:move() end",
        "return Player",
      ),
    },
    quiet: {
      "callbacks, classes and images": {
        "main.lua": lines(
          'local game = require("game")',
          "function love.load() game.start() end",
          "function love.draw() love.graphics.print('x') end",
          "function love.update(dt) return dt end",
        ),
        "input.lua": lines(
          "local M = {}",
          "function love.keypressed(key) M.last = key end",
          "love.mousepressed = function() end",
          "return M",
        ),
        "enemy.lua": lines(
          'local class = require("lib.class")',
          'local Player = require("player")',
          'local Enemy = class("Enemy")',
          "Enemy.speed = 1",
          "Enemy.static = {}",
          "function Enemy:move() return Player end",
          "function Enemy.static.all() end",
          'local image = love.graphics.newImage("x.png")',
          "local width = love.graphics.getWidth()",
          "Enemy.image, Enemy.width = image, width",
          "return Enemy",
        ),
        "boss.lua": lines(
          'local Enemy = require("player")',
          "local Boss = Enemy:extend()",
          "function Boss:new() end",
          "return Boss",
        ),
        "level.lua": 'return require("lib.class")("Level")\n',
      },
    },
    stopped: {
      "a forgotten local": [
        "no-globals",
        { "main.lua": lines("function love.load()", "  score = 0", "end") },
      ],
      "a lost return": ["module-shape", { "game.lua": "local M = {}\nfunction M.start() end\n" }],
      "a window that opens while a module is loaded": [
        "no-require-effects",
        {
          "game.lua": lines(
            "local M = {}",
            "love.window.setMode(1, 2)",
            "function M.start() end",
            "return M",
          ),
        },
      ],
    },
  },
  {
    title: "Defold",
    files: {
      "main/player.script": lines(
        'local state = require("main.state")',
        "go.property('speed', 1)",
        "function init(self) self.x = state.f() end",
        "function on_message(self, id, message, sender) end",
      ),
      "main/state.lua": lines(
        "local M = {}",
        "local ZERO = vmath.vector3()",
        'local HIT = hash("hit")',
        "function M.f() return ZERO, HIT end",
        "return M",
      ),
      "main/hud.gui_script": "function init(self) gui.get_node('x') end\n",
    },
    quiet: {
      "values of the engine's, and a script's own functions": {
        "main/enemy.script": lines(
          'local state = require("main.state")',
          'local DIE = hash("die")',
          "local UP = vmath.vector3(0, 1, 0)",
          "go.property('speed', 2)",
          "function init(self) self.up = UP end",
          "function update(self, dt) return DIE, state end",
          "function final(self) end",
        ),
        "main/ids.lua": lines(
          "local M = {}",
          'M.HIT = hash("hit")',
          'M.url = msg.url("main:/x")',
          "M.eye = vmath.quat_rotation_z(1)",
          "return M",
        ),
      },
    },
    stopped: {
      "a module that a script needs goes": ["require-graph", { "main/state.lua": null }],
      "a forgotten local": [
        "no-globals",
        { "main/player.script": lines("function init(self)", "  leaked = 1", "end") },
      ],
    },
  },
  {
    title: "OpenResty",
    files: {
      "lib/resty/mine.lua": lines(
        'local ffi = require "ffi"',
        'local str = require "resty.string"',
        "ffi.cdef[[ struct x { int a; }; ]]",
        'local C_x = ffi.typeof("struct x")',
        "local _M = { _VERSION = '0.1' }",
        "function _M.new() return ngx.now(), str, C_x end",
        "return _M",
      ),
      "t/mine.t": "x\n",
    },
    quiet: {
      "what modules there do": {
        "lib/resty/more.lua": lines(
          'local ok, new_tab = pcall(require, "table.new")',
          'if not ok or type(new_tab) ~= "function" then new_tab = function() return {} end end',
          'local lock = require "resty.lock"',
          'local base = require "resty.core.base"',
          "local mt = { __index = {} }",
          "local _M = new_tab(0, 4)",
          "_M._VERSION = '0.1'",
          "local find = ngx.re.find",
          "local phase = ngx.get_phase()",
          "local dict = ngx.shared.x",
          "function _M.new() return setmetatable({ lock, base, find, phase, dict }, mt) end",
          "return _M",
        ),
      },
    },
    stopped: {
      "a forgotten local": [
        "no-globals",
        {
          "lib/resty/mine.lua": lines("local _M = {}", "function _M.new()", "  size = 1", "end", "return _M"),
        },
      ],
    },
  },
  {
    title: "REAPER",
    files: {
      "Items/a.lua": lines(
        "-- @description A",
        "-- @version 1.0",
        "function main()",
        "  reaper.UpdateArrange()",
        "end",
        "main()",
      ),
      "Items/b.lua": lines(
        "-- @description B",
        "-- @version 1.0",
        "count = reaper.CountSelectedMediaItems(0)",
        "reaper.defer(function() end)",
      ),
      "Items/c.lua": "reaper.Main_OnCommand(1, 0)\n",
      "Lib/core/regions.lua": lines(
        "-- @noindex",
        "local M = {}",
        "function M.sort(list) table.sort(list) end",
        "return M",
      ),
      "Lib/core/names.lua": lines(
        "-- @noindex",
        "local M = {}",
        "function M.of(list) return #list end",
        "return M",
      ),
      "Lib/gui/style.lua": lines(
        "-- @noindex",
        'local regions = require("core.regions")',
        "local M = {}",
        "M.rounding = reaper.ImGui_StyleVar_FrameRounding()",
        "function M.push(ctx) reaper.ImGui_PushStyleVar(ctx, M.rounding, regions) end",
        "return M",
      ),
    },
    quiet: {
      "a script in a state of its own": {
        "Items/d.lua": lines(
          "function main()",
          "  reaper.UpdateArrange()",
          "end",
          "",
          "name = 1",
          "_G.shared = 2",
          "main()",
        ),
        "Items/f.lua": lines(
          "-- @description F",
          "-- @version 1.0",
          "    least = 7.06",
          "    version = tonumber(reaper.GetAppVersion():match('[%d%.]+'))",
          "    if version < least then return end",
        ),
        "Tracks/e.lua": lines("-- @description E", "-- @version 1.0", "function run() end", "run()"),
        "Lib/gui/flags.lua": lines(
          "-- @noindex",
          "local M = {}",
          "M.flag = reaper.ImGui_WindowFlags_NoResize() | reaper.ImGui_WindowFlags_NoDocking()",
          "M.color = reaper.ImGui_Col_Text()",
          "M.path = reaper.GetResourcePath()",
          "return M",
        ),
        "Lib/core/more.lua": lines("-- @noindex", "local M = {}", "function M.f() return 1 end", "return M"),
      },
    },
    stopped: {
      "a forgotten local": [
        "no-globals",
        { "Items/c.lua": lines("local function f()", "  leaked = 1", "end", "f()") },
      ],
      "a forgotten local of a loop": [
        "no-globals",
        { "Items/c.lua": lines("for i = 1, 2 do", "  leaked = i", "end") },
      ],
      "the host in what is pure": [
        "purity-fence",
        {
          "Lib/core/regions.lua": lines(
            "-- @noindex",
            "local M = {}",
            "function M.sort() return reaper.CountTracks(0) end",
            "return M",
          ),
        },
      ],
    },
  },
  {
    title: "mpv",
    files: {
      "main.lua": lines(
        'local mp = require("mp")',
        'local msg = require("mp.msg")',
        'local list = require("modules.list")',
        'mp.add_key_binding("x", "list", list.open)',
        'msg.info("ready")',
      ),
      "modules/list.lua": lines(
        'local mp = require("mp")',
        'local utils = require("mp.utils")',
        "local M = {}",
        "function M.open() mp.osd_message(utils.getcwd()) end",
        "return M",
      ),
    },
    quiet: {
      "what the player gives without being asked": {
        "modules/move.lua": lines(
          'local list = require("modules.list")',
          "local M = {}",
          'function M.up() mp.osd_message("up") list.open() end',
          "return M",
        ),
      },
      "handlers of a module, and words in the log": {
        "modules/cache.lua": lines(
          'local mp = require("mp")',
          'local msg = require("mp.msg")',
          "local M = {}",
          "function M.clear() M.found = {} end",
          'mp.register_script_message("clear", M.clear)',
          'mp.observe_property("path", "string", M.clear)',
          'msg.verbose("kept")',
          "return M",
        ),
      },
      "a start that gave something, and gives nothing any more": {
        "main.lua": lines(
          'local mp = require("mp")',
          'local list = require("modules.list")',
          'mp.add_key_binding("y", "list", list.open)',
        ),
      },
    },
    stopped: {
      "a forgotten local": ["no-globals", { "modules/list.lua": leak(MODULE) }],
      "a module's lost return": ["module-shape", { "modules/list.lua": lost(MODULE) }],
      "a file that is written while it is loaded": [
        "no-require-effects",
        { "modules/list.lua": writes(MODULE) },
      ],
    },
  },
  {
    title: "Garry's Mod",
    files: {
      "lua/autorun/mine.lua": lines(
        "AddCSLuaFile()",
        "local function place(entity, at)",
        "  entity:SetPos(at)",
        "end",
        'hook.Add("Think", "mine", place)',
      ),
    },
    quiet: {
      "functions that it gives": {
        "lua/autorun/mine.lua": lines(
          "AddCSLuaFile()",
          "local function place(entity, at)",
          "  if not IsValid(entity) then return ErrorNoHaltWithStack(at) end",
          "  entity:SetPos(LocalToWorld(at, Angle(), vector_origin, angle_zero))",
          "end",
          'hook.Add("Think", "mine", place)',
        ),
      },
    },
    stopped: {
      "a name that nobody gives": [
        "no-globals",
        {
          "lua/autorun/mine.lua": lines(
            "AddCSLuaFile()",
            "local function place(entity, at)",
            "  entity:SetPos(att)",
            "end",
            'hook.Add("Think", "mine", place)',
          ),
        },
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
    assert.equal(wrong, [], wrong.join("\n"));
  });
