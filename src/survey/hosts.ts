// What runs Lua: the globals that each host gives, and what of its API may be called while a module is loaded because it only asks
// or makes something.
import type { LuaVersion } from "../model/lua-version.ts";

export interface Host {
  readonly name: string;
  readonly globals: readonly string[];
  /** Its modules that are API too. */
  readonly modules: readonly string[];
  /** The Lua that it runs. */
  readonly version: LuaVersion | undefined;
  /** Calls at load that leave nothing behind, as `no-require-effects` takes them. */
  readonly constructors: readonly string[];
  /** A global that only this host has; a file that reads one is written for it. */
  readonly marks: readonly string[];
  /** How linters call its globals. */
  readonly std: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

/** The test runner that most of the Lua world uses: its globals are there in tests, and nowhere else. */
export const BUSTED: Host = {
  name: "busted",
  globals: words(
    "describe context it test spec before_each after_each setup teardown lazy_setup lazy_teardown strict_setup strict_teardown pending insulate expose finally randomize spy stub mock async",
  ),
  modules: [],
  version: undefined,
  constructors: [],
  marks: ["describe"],
  std: ["busted"],
};

export const HOSTS: readonly Host[] = [
  {
    name: "REAPER",
    globals: ["reaper", "gfx"],
    modules: [],
    version: undefined,
    constructors: words(
      "reaper.GetResourcePath reaper.GetOS reaper.GetAppVersion reaper.APIExists reaper.time_precise reaper.get_action_context reaper.GetExtState reaper.HasExtState reaper.file_exists reaper.ImGui_*",
    ),
    marks: ["reaper"],
    std: [],
  },
  {
    name: "Neovim",
    globals: ["vim"],
    modules: [],
    version: "luajit",
    constructors: words(
      "vim.api.nvim_create_namespace vim.api.nvim_create_augroup vim.api.nvim_get_* vim.fn.has vim.fn.exists vim.fn.stdpath vim.fn.expand vim.fn.fnamemodify vim.fn.executable vim.fn.getcwd vim.fn.environ vim.uv.new_* vim.loop.new_* vim.uv.os_* vim.loop.os_* vim.uv.hrtime vim.loop.hrtime vim.uv.cwd vim.loop.cwd vim.tbl_* vim.deepcopy vim.split vim.list_extend vim.regex vim.version vim.version.* vim.health.*",
    ),
    marks: ["vim"],
    std: ["vim", "nvim", "neovim"],
  },
  {
    name: "LÖVE",
    globals: ["love"],
    modules: [],
    version: "luajit",
    constructors: words(
      "love.graphics.new* love.audio.new* love.math.new* love.physics.new* love.image.new* love.sound.new* love.data.new* love.thread.new* love.graphics.get* love.window.get* love.system.get* love.filesystem.get* love.timer.getTime",
    ),
    marks: ["love"],
    std: ["love"],
  },
  {
    name: "OpenResty",
    globals: ["ngx", "ndk"],
    modules: [],
    version: "luajit",
    constructors: words("ngx.re.* ngx.config.* ngx.get_phase ngx.now ngx.worker.*"),
    marks: ["ngx"],
    std: ["ngx_lua"],
  },
  {
    name: "awesome",
    globals: words(
      "awesome client screen tag mouse root selection mousegrabber keygrabber dbus drawin drawable button key timer",
    ),
    modules: [],
    version: undefined,
    constructors: [],
    marks: ["awesome"],
    std: [],
  },
  {
    name: "Defold",
    globals: words(
      "go gui msg sys vmath hash hash_to_hex render resource sprite physics particlefx sound factory collectionfactory collectionproxy timer window http image zlib label tilemap model camera buffer html5 iap push pprint",
    ),
    modules: [],
    version: "5.1",
    constructors: words("vmath.* hash msg.url sys.get_* resource.*"),
    marks: ["vmath", "collectionproxy"],
    std: [],
  },
];

/** The hosts whose own globals are read in these files. */
export function hostsOf(readers: ReadonlyMap<string, number>): readonly Host[] {
  return HOSTS.filter(({ marks }) => marks.some((mark) => (readers.get(mark) ?? 0) > 0));
}

/** The hosts that a fifth of these texts mention, before anything is parsed: which Lua they are written in hangs on it. */
export function hostsMentioned(files: readonly { readonly text: string }[]): readonly Host[] {
  return HOSTS.filter(({ marks }) =>
    marks.some((mark) => {
      const used = new RegExp(`(?<![\\w.:"'])${mark}\\s*[.(]`);
      return files.filter(({ text }) => used.test(text)).length * 5 >= Math.max(1, files.length);
    }),
  );
}
