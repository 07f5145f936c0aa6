// What runs Lua: the globals that each host gives, and which parts of its API may be called while a module is loaded, because they only ask
// or make something.
import type { LuaVersion } from "../model/lua-version.ts";

export interface Host {
  readonly name: string;
  readonly globals: readonly string[];
  /** Whether there are no others: then anything else that is read is more likely a slip. */
  readonly isWhole?: true;
  /** Its files make globals by a text that they register, so what is read says nothing; it runs a tree that is full of its marks. */
  readonly isOpen?: true;
  /** Never together with another that reads the same mark. */
  readonly notWith?: string;
  /** Its modules that are API too. */
  readonly modules: readonly string[];
  /** The Lua that it runs. */
  readonly version: LuaVersion | undefined;
  /** It looks only below its roots, never beside the file that requires. */
  readonly rootsAlone?: true;
  /** What it reads besides Lua. */
  readonly dialect?: "glua";
  /** Calls at load that leave nothing behind, in the form that `no-require-effects` takes. */
  readonly constructors: readonly string[];
  /** Fields of its globals that are set so that it calls them. */
  readonly callbacks?: readonly string[];
  /** Its globals that are set too: `storage` holds what a mod keeps. */
  readonly set?: readonly string[];
  /** Names of modules that it brings or that are shared with others, in the form that `lua.externals` takes. */
  readonly externals?: readonly string[];
  /** The file that makes a tree one of its projects. */
  readonly project?: RegExp;
  /** Endings of its files of Lua besides `.lua`. */
  readonly endings?: readonly string[];
  /** What it loads by its name or place, as globs. */
  readonly started?: readonly string[];
  /** A global that only this host has; a file that reads one is written for it. */
  readonly marks: readonly string[];
  /** A module that only this host gives; a file that requires it is written for it. */
  readonly given?: readonly string[];
  /** What linters call its globals. */
  readonly std: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

/** The test runner that most of the Lua world uses: its globals are there in tests, and nowhere else. */
export const BUSTED: Host = {
  name: "busted",
  globals: words(
    "describe context it test spec before_each after_each setup teardown lazy_setup lazy_teardown strict_setup strict_teardown pending insulate expose finally randomize spy stub mock match async before after",
  ),
  modules: [],
  version: undefined,
  constructors: [],
  marks: ["describe"],
  std: ["busted"],
};

/** What the interpreter gives if no host runs the files: a program's arguments. */
export const STAND_ALONE: readonly string[] = ["arg"];

export const HOSTS: readonly Host[] = [
  {
    name: "Premake",
    globals: words(
      "premake _ACTION _ARGS _ARGV _MAIN_SCRIPT _MAIN_SCRIPT_DIR _OPTIONS _OS _PREMAKE_* _SCRIPT _SCRIPT_DIR _TARGET_OS _TARGET_ARCH _USER_HOME_DIR _WORKING_DIR",
    ),
    isOpen: true,
    started: words("**/_preload.lua **/_manifest.lua **/_premake_*.lua"),
    modules: [],
    version: "5.3",
    constructors: [],
    marks: ["premake"],
    std: ["premake"],
  },
  {
    name: "REAPER",
    globals: ["reaper", "gfx"],
    modules: ["imgui"],
    version: undefined,
    constructors: words(
      "reaper.GetResourcePath reaper.GetOS reaper.GetAppVersion reaper.APIExists reaper.time_precise reaper.get_action_context reaper.GetExtState reaper.HasExtState reaper.file_exists reaper.ImGui_* reaper.genGuid reaper.format_timestr* reaper.parse_timestr* reaper.TimeMap_* reaper.get_config_var_string reaper.ColorToNative reaper.CF_* reaper.GetExePath reaper.get_ini_file",
    ),
    marks: ["reaper"],
    std: [],
  },
  {
    name: "Neovim",
    globals: ["vim", "bit"],
    rootsAlone: true,
    callbacks: ["vim.g.*", "vim.b.*", "vim.lsp.handlers.*"],
    started: words(
      "**/plugin/** **/ftplugin/** **/after/** **/ftdetect/** **/colors/** **/indent/** **/syntax/** **/autoload/** **/lua/**/keymaps.lua **/lua/**/mappings.lua **/lua/**/options.lua **/lua/**/autocmds.lua **/lua/**/autocommands.lua **/lua/**/settings.lua **/lua/**/commands.lua",
    ),
    modules: [],
    version: "luajit",
    constructors: words(
      "vim.api.nvim_create_namespace vim.api.nvim_create_augroup vim.api.nvim_get_* vim.api.nvim_list_* vim.fn.has vim.fn.has_key vim.fn.exists vim.fn.stdpath vim.fn.expand vim.fn.fnamemodify vim.fn.executable vim.fn.exepath vim.fn.getcwd vim.fn.getenv vim.fn.environ vim.fn.hostname vim.fn.filereadable vim.fn.isdirectory vim.fn.glob vim.fn.globpath vim.fn.localtime vim.fn.strftime vim.fn.tempname vim.fn.json_decode vim.fn.resolve vim.fn.printf vim.fn.get* vim.json.* vim.fs.* vim.iter vim.tbl_* vim.trim vim.startswith vim.endswith vim.inspect vim.lpeg.* vim.treesitter.get_* vim.lsp.protocol.* vim.o.* vim.defaulttable vim.uv.new_* vim.fn.sign_getdefined vim.uv.new_* vim.loop.new_* vim.uv.os_* vim.loop.os_* vim.uv.hrtime vim.loop.hrtime vim.uv.cwd vim.loop.cwd vim.tbl_* vim.deepcopy vim.split vim.list_extend vim.regex vim.version vim.version.* vim.health.*",
    ),
    marks: ["vim"],
    std: ["vim", "nvim", "neovim"],
  },
  {
    name: "LÖVE",
    globals: ["love", "arg"],
    callbacks: ["love.*"],
    started: ["**/main.lua", "**/conf.lua"],
    modules: [],
    version: "luajit",
    constructors: words(
      "love.graphics.new* love.audio.new* love.math.new* love.physics.new* love.image.new* love.sound.new* love.data.new* love.thread.new* love.graphics.get* love.window.get* love.system.get* love.filesystem.get* love.timer.getTime",
    ),
    marks: ["love"],
    std: ["love", "love2d"],
  },
  {
    name: "OpenResty",
    globals: ["ngx", "ndk"],
    externals: words(
      "resty.* ngx.* cjson cjson.* cmsgpack lua_pack table.new table.clear table.nkeys table.isempty table.isarray table.clone thread.exdata",
    ),
    modules: [],
    version: "luajit",
    constructors: words("ngx.re.* ngx.config.* ngx.get_phase ngx.now ngx.time ngx.worker.* ngx.var.*"),
    project: /(?:^|\/)lib\/(?:resty|ngx)\/[^/]+\.lua$/,
    marks: ["ngx"],
    std: ["ngx_lua"],
  },
  {
    name: "awesome",
    started: ["**/rc.lua", "**/theme.lua"],
    globals: words(
      "awesome client screen tag mouse root selection mousegrabber keygrabber dbus drawin drawable button key timer",
    ),
    isWhole: true,
    modules: [],
    version: undefined,
    constructors: words("*.connect_signal"),
    marks: ["awesome"],
    given: ["awful", "wibox", "naughty"],
    std: [],
  },
  {
    name: "Defold",
    project: /(?:^|\/)game\.project$/,
    endings: ["script", "gui_script", "render_script", "editor_script"],
    globals: words(
      "go gui msg sys vmath hash hash_to_hex render resource sprite physics particlefx sound factory collectionfactory collectionproxy timer window http image zlib label tilemap model camera buffer html5 iap iac push pprint editor crash webview socket bit spine rive facebook liveupdate profiler types b2d",
    ),
    modules: [],
    version: "5.1",
    constructors: words(
      "vmath.* hash hash_to_hex msg.url sys.get_* sys.load_resource resource.* go.property buffer.create json.decode",
    ),
    marks: ["vmath", "collectionproxy"],
    std: [],
  },
  {
    name: "Luanti",
    project: /(?:^|\/)(?:mod|modpack|game)\.conf$/,
    globals: words(
      "minetest core vector ItemStack VoxelArea VoxelManip PseudoRandom PcgRandom PerlinNoise PerlinNoiseMap SecureRandom Settings AreaStore Raycast NodeMetaRef dump dump2 INIT DIR_DELIM PLATFORM",
    ),
    modules: [],
    version: "luajit",
    constructors: words(
      "minetest.get_* core.get_* minetest.settings.* core.settings.* minetest.serialize minetest.deserialize minetest.formspec_escape minetest.colorize core.colorize vector.*",
    ),
    marks: ["minetest", "ItemStack"],
    std: ["minetest", "luanti"],
  },
  {
    name: "Factorio",
    globals: words(
      "game script defines settings data mods remote commands rendering rcon helpers prototypes storage global serpent log localised_print table_size util feature_flags",
    ),
    modules: [],
    version: "5.2",
    set: ["storage", "global"],
    project: /(?:^|\/)(?:data-final-fixes|data-updates)\.lua$/,
    constructors: words(
      "settings.startup.* serpent.* script.on_* script.set_event_filter script.register_* script.generate_event_name commands.add_command remote.add_interface data.extend data:extend",
    ),
    marks: ["defines"],
    notWith: "Premake",
    std: ["factorio"],
  },
  {
    name: "mpv",
    started: ["**/main.lua"],
    globals: ["mp", "mp_event_loop", "exit"],
    externals: words("mp.* user-input-module scroll-list"),
    modules: [],
    version: undefined,
    constructors: words(
      "mp.get_* mp.create_osd_overlay mp.command_native mp.register_* mp.observe_property mp.add_key_binding mp.add_forced_key_binding mp.add_hook mp.options.read_options mp.msg.*",
    ),
    marks: ["mp"],
    given: ["mp.msg", "mp.options", "mp.utils", "mp.assdraw", "mp.input"],
    std: [],
  },
  {
    name: "WezTerm",
    globals: [],
    modules: ["wezterm"],
    externals: ["wezterm.*"],
    given: ["wezterm"],
    started: ["**/wezterm.lua", "**/.wezterm.lua"],
    version: "5.4",
    constructors: words(
      "wezterm.action wezterm.action.* wezterm.action_callback wezterm.config_builder wezterm.font wezterm.font_with_fallback wezterm.color.* wezterm.gui.* wezterm.get_builtin_color_schemes wezterm.home_dir wezterm.hostname wezterm.plugin.require wezterm.time.* wezterm.nerdfonts.* wezterm.truncate_* wezterm.pad_* wezterm.format wezterm.glob wezterm.read_dir wezterm.default_* wezterm.mux.get_* wezterm.on wezterm.add_to_config_reload_watch_list",
    ),
    marks: [],
    std: [],
  },
  {
    name: "Pandoc",
    globals: words(
      "pandoc FORMAT PANDOC_VERSION PANDOC_API_VERSION PANDOC_SCRIPT_FILE PANDOC_STATE PANDOC_READER_OPTIONS PANDOC_WRITER_OPTIONS lpeg re quarto",
    ),
    externals: words("pandoc pandoc.* lpeg re text"),
    modules: [],
    version: "5.4",
    constructors: words("pandoc.* PANDOC_VERSION.must_be_at_least PANDOC_VERSION:must_be_at_least"),
    marks: ["pandoc", "PANDOC_VERSION", "FORMAT"],
    std: ["pandoc"],
  },
  {
    name: "darktable",
    globals: [],
    modules: ["darktable"],
    externals: ["darktable.*"],
    given: ["darktable"],
    version: "5.4",
    constructors: words("darktable.new_widget darktable.print_log darktable.gettext.* darktable.register_*"),
    marks: [],
    std: [],
  },
  {
    name: "Garry's Mod",
    globals: words(
      "GM GAMEMODE SERVER CLIENT AddCSLuaFile include hook net util file surface draw vgui concommand ENT SWEP TOOL PLUGIN Vector Angle Color IsValid player ents game engine timer math team cam render input language weapons scripted_ents list cvars sql http umsg usermessage chat effects cleanup construct constraint duplicator gamemode gui halo killicon markup matproxy mesh motionsensor navmesh notification numpad physenv presets properties ragdoll spawnmenu undo utf8 baseclass bit saverestore sound steamworks system undo dragndrop derma gameevent gmod resource CreateConVar CreateClientConVar GetConVar GetConVarString GetConVarNumber LocalPlayer Entity Player CurTime RealTime SysTime FrameTime Material Matrix CreateSound ScrW ScrH Lerp LerpVector LerpAngle Msg MsgN MsgC MsgAll ErrorNoHalt Error PrintTable isstring isnumber istable isbool isfunction isentity isvector isangle ispanel tobool DeriveGamemode DEFINE_BASECLASS SendUserMessage RunConsoleCommand ParticleEffect FindMetaTable AccessorFunc HSVToColor ColorAlpha EmitSound EffectData DamageInfo CompileString RunString ProtectedCall SafeRemoveEntity SafeRemoveEntityDelayed Sound Model Format Either TypeID RecipientFilter HTTP STNDRD ACT_* BLEND_* BONE_* BOX_* CHAN_* COLLISION_GROUP_* CONTENTS_* DMG_* EFL_* EF_* FCVAR_* FL_* FSOLID_* GESTURE_* HITGROUP_* HUD_* IN_* KEY_* LIFE_* MASK_* MATERIAL_* MAT_* MOUSE_* MOVECOLLIDE_* MOVETYPE_* NOTIFY_* OBS_MODE_* PATTACH_* RENDERGROUP_* RENDERMODE_* RT_* SCHED_* SIM_* SND_* SOLID_* STENCIL_* SURF_* TEXT_ALIGN_* TEXFILTER TRANSMIT_* TYPE_* USE_* Add_NPC_Class AddonMaterial AddOriginToPVS AngleRand BroadcastLua BuildNetworkedVarsTable ChangeTooltip ClientsideModel ClientsideRagdoll ClientsideScene CloseDermaMenus ColorRand ColorToHSL ColorToHSV CompileFile ConVarExists CreateContextMenu CreateMaterial CreateParticleSystem CreatePhysCollideBox CreatePhysCollidesFromModel CreateSprite DebugInfo Derma_* DermaMenu DisableClipping DOF_* DOFModeHack DrawBackground DrawBloom DrawBokehDOF DrawColorModify DrawMaterialOverlay DrawMotionBlur DrawSharpen DrawSobel DrawSunbeams DrawTexturize DrawToyTown DropEntityIfHeld DynamicLight DynamicMaterial EmitSentence EndTooltip ErrorNoHaltWithStack EyeAngles EyePos EyeVector FindTooltip FrameNumber GetDownloadables GetGlobal* GetHostName GetHUDPanel GetPredictionPlayer GetRenderTarget GetRenderTargetEx GetViewEntity HSLToColor HWBToColor IncludeCS IsConCommandBlocked IsEnemyEntityName IsEntity IsFirstTimePredicted IsFriendEntityName IsMounted IsTableOfEntitiesValid IsUselessModel Label LerpMatrix LocalToWorld Localize Mesh MsgD NamedColor OrderVectors ParticleEffectAttach ParticleEmitter Path PositionSpawnIcon PrecacheParticleSystem PrecacheScene PrecacheSentenceFile PrecacheSentenceGroup PrintMessage ProjectedTexture RandomPairs RealFrameTime RegisterDermaMenuForClose RegisterMetaTable RememberCursorPosition RemoveTooltip RenderAngles RenderDoF RenderStereoscopy RenderSuperDoF RestoreCursorPosition RunGameUICommand RunStringEx ScreenScale ScreenScaleH ServerLog SetClipboardText SetGlobal* SetPhysConstraintSystem SortedPairs SortedPairsByMemberValue SortedPairsByValue SoundDuration SQLStr SScale SuppressHostEvents TauntCamera TimedCos TimedSin UnPredictedCurTime ValidPanel VectorRand VGUIFrameTime VGUIRect VisualizeLayout WorldToLocal NULL EFFECT MENU_DLL VERSION VERSIONSTR BRANCH vector_origin vector_up angle_zero color_white color_black color_transparent achievements ai ai_schedule ai_task cookie debugoverlay drive frame_blend hammer menubar permissions player_manager serverlist video widgets FORCE_* FCAP_* BLOOD_* BUTTON_CODE_* D_* DISPLAY_* DOCK_* GLOBAL_* JOYSTICK_* NAV_MESH_* NPC_STATE_* NUM_* PLAYER_* PLAYERANIMEVENT_* SIMPLE_* STUDIO_* TEXTUREFLAGS_* WEAPON_PROFICIENCY_* TOP BOTTOM LEFT RIGHT FILL NODOCK",
    ),
    project:
      /(?:^|\/)lua\/(?:autorun|weapons)\/|(?:^|\/)gamemodes?\/(?:[^/]+\/)?(?:cl_init|shared|init)\.lua$/,
    dialect: "glua",
    set: words("ENT SWEP TOOL GM GAMEMODE PLUGIN EFFECT"),
    modules: [],
    version: "luajit",
    constructors: words(
      "Color Vector Angle Material Sound Model FindMetaTable surface.GetTextureID CreateConVar CreateClientConVar GetConVar",
    ),
    marks: ["AddCSLuaFile", "SWEP", "GAMEMODE", "FindMetaTable"],
    std: ["garrysmod", "glua"],
  },
  {
    name: "Lite XL",
    globals: words(
      "ARCH ARGS DATADIR EXEDIR EXEFILE HOME MACOS_RESOURCES MOD_VERSION_* PATHSEP PLATFORM RESTARTED SCALE USERDIR VERSION dirmonitor process regex renderer renwindow system utf8extra",
    ),
    isWhole: true,
    modules: [],
    version: "5.4",
    set: words("DATADIR EXEDIR PATHSEP SCALE USERDIR"),
    constructors: words("renderer.font.* regex.compile"),
    marks: ["renwindow"],
    given: words("core.docview core.rootview core.statusview core.commandview core.keymap core.command"),
    std: [],
  },
  {
    name: "Hammerspoon",
    globals: ["hs", "spoon"],
    externals: ["hs.*"],
    modules: [],
    version: "5.4",
    constructors: words(
      "hs.logger.new hs.geometry.* hs.image.* hs.styledtext.* hs.fs.* hs.host.* hs.screen.* hs.settings.get hs.spoons.*",
    ),
    marks: ["hs"],
    std: [],
  },
  {
    name: "Solar2D",
    globals: words("display native system Runtime transition timer graphics media easing audio network lfs"),
    externals: words("widget composer physics json sqlite3 socket socket.* lfs crypto openssl plugin.*"),
    project: /(?:^|\/)build\.settings$/,
    started: ["**/main.lua", "**/config.lua"],
    modules: [],
    version: "5.1",
    constructors: words("display.* system.get* graphics.* native.newFont audio.load*"),
    marks: ["Runtime"],
    std: [],
  },
  {
    name: "Playdate",
    globals: words("playdate import json kTextAlignment class Object printTable where sample"),
    callbacks: ["playdate.*"],
    modules: [],
    version: "5.4",
    constructors: words(
      "import playdate.graphics.* playdate.sound.* playdate.geometry.* playdate.timer.* class",
    ),
    marks: ["playdate"],
    std: ["playdate"],
  },
  {
    name: "ComputerCraft",
    globals: words(
      "peripheral turtle rednet redstone rs term fs shell colors colours textutils parallel http gps window paintutils vector settings multishell disk disks keys help commands pocket periphemu read write sleep printError fs",
    ),
    externals: words("cc.*"),
    modules: [],
    version: "5.2",
    constructors: words("peripheral.find peripheral.wrap term.current term.getSize window.create"),
    marks: ["peripheral", "turtle", "rednet", "textutils"],
    std: [],
  },
];
