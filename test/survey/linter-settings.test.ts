import * as assert from "uvu/assert";
import { declaredBy } from "../../src/survey/linters/linter-settings.ts";
import { suite } from "../support/suite.ts";

const test = suite("what settings of linters and editors declare");

function read(settings: Readonly<Record<string, string>>) {
  const { globals, written, version, inFiles, unread } = declaredBy(new Map(Object.entries(settings)));
  return {
    globals: [...globals].join(" "),
    written: [...written].join(" "),
    version,
    inFiles: inFiles.map((each) => `${each.glob}: ${each.globals.join(" ")}`),
    unread: unread.map(({ path, why }) => `${path}: ${why}`),
  };
}

function luacheck(text: string) {
  return read({ ".luacheckrc": text });
}

const lines = (...text: readonly string[]) => text.join("\n");

test("of .luacheckrc every list of globals counts, as Lua has it", () => {
  const { globals, unread } = luacheck(
    lines(
      '-- globals = { "commented" }',
      "--[==[ read_globals = { 'too' } ]==]",
      "globals = { 'one'; [[two]], \"thr\\101e\", four = { fields = { 'no' } }, ['five'] = true, six = false }",
      "read_globals = { 'seven.field', -- 'not'",
      "}",
      "new_globals, new_read_globals = { 'eight' }, { 'nine' }",
      "local text = 'globals = { \"quoted\" }'",
      "max_line_length = 120",
      "ignore = { '212' }",
    ),
  );
  assert.is(globals, "one two three four five eight seven nine");
  assert.equal(unread, []);
  const endings = "globals = {\r\n  'a',\r\n  'b'\r\n}\r\n";
  assert.is(luacheck(endings).globals, "a b");
  assert.is(luacheck(`\uFEFF${endings}`).globals, "a b");
  assert.is(luacheck("return { globals = { 'a' }, std = 'lua52' }").globals, "a");
  assert.equal(luacheck("globals = { 'a', 'b' }; not_globals = { 'a' }").globals, "b");
});

test("what may be set is told from what may be read alone", () => {
  const text =
    "stds.mine = { globals = { 'a' }, read_globals = { 'b' } }\nstd = 'lua54+mine'\nglobals = { 'c' }\nread_globals = { 'd' }\nnew_globals = { 'e', 'f' }\nnot_globals = { 'f' }\n";
  assert.is(luacheck(text).written, "c e a");
  assert.is(read({ "pkg/.luacheckrc": text }).written, "");
  assert.is(read({ ".luarc.json": '{ "diagnostics.globals": ["g"] }' }).written, "g");
  const library = "globals:\n  h:\n    property: full-write\n  i:\n    property: new-fields\n";
  assert.is(read({ "mine.yml": library }).written, "h");
});

test("a std is what linters know, or what the file defines", () => {
  assert.is(luacheck('std = "lua53+love"').version, "5.3");
  assert.is(luacheck('std = "lua53+love"').globals, "love arg");
  assert.is(luacheck('local base = "lua" .. "54c"\nstd = base .. "+love"').version, "5.4");
  const own = "stds.mine = { read_globals = { 'a' } }\nstds.other = { globals = { 'b' } }\n";
  assert.is(luacheck(`${own}std = "min+mine"`).globals, "a");
  assert.is(luacheck(own).globals, "");
  assert.is(luacheck("stds = { mine = { globals = { 'c' } } }\nstd = '+mine'").globals, "c");
  assert.is(luacheck("std = { globals = { 'd' } }").globals, "d");
});

test("what files[…] allows is for those files alone, and its std is not the repository's", () => {
  const { globals, version, inFiles } = luacheck(
    lines(
      "globals = { 'all' }",
      "files['spec'] = { std = '+busted', globals = { 'spec_helper' } }",
      "files['./src/x.lua'].read_globals = { 'x' }",
      "files['**/*.rockspec'].std = 'lua54'",
      "local list = { 'shared' }",
      "files['tools/'] = { globals = list }",
    ),
  );
  assert.is(globals, "all");
  assert.is(version, undefined);
  assert.equal(inFiles, ["spec/**: spec_helper", "src/x.lua: x", "tools/**: shared"]);
  assert.equal(read({ "pkg/.luacheckrc": "files['a.lua'] = { globals = { 'x' } }" }).inFiles, [
    "pkg/a.lua: x",
  ]);
});

test("a .luacheckrc below the top declares for its own folder alone", () => {
  const found = read({
    ".luacheckrc": "globals = { 'all' }",
    "pkg/.luacheckrc": "std = 'lua51'\nglobals = { 'own' }",
  });
  assert.is(found.globals, "all");
  assert.equal(found.inFiles, ["pkg/**: own"]);
});

test("what only a run would tell is said with its line, and never guessed", () => {
  const WORKED = "is computed when luacheck runs it; what is written out there was taken";
  const rows: readonly (readonly [text: string, globals: string, line: number, key: string])[] = [
    ["globals = { 'a' }\ntable.insert(globals, name)", "a", 2, "globals"],
    ["globals = { 'a' }\nglobals[#globals + 1] = 'b'", "a", 2, "globals"],
    ["globals = { 'a' }\nfor _, n in ipairs(t) do\n  globals[#globals + 1] = n\nend", "a", 2, "globals"],
    ["globals = { 'a', other() }", "a", 1, "globals"],
    ["\nread_globals = require('globals')", "", 2, "read_globals"],
    ["globals = { 'a' }\nif os.getenv('X') then globals = { 'b' } end", "", 2, "globals"],
    ["std = os.getenv('STD') or 'lua54'", "", 1, "std"],
    ["files[path] = { globals = { 'a' } }", "", 1, "files"],
    ["return make()", "", 1, "what it returns"],
  ];
  for (const [text, globals, line, key] of rows) {
    const found = luacheck(text);
    assert.is(found.globals, globals, text);
    assert.is(found.version, undefined, text);
    assert.equal(found.unread, [`.luacheckrc: line ${line}: ${key} ${WORKED}`], text);
  }
  // What is about other options is nobody's business here.
  assert.equal(luacheck("globals = { 'a' }\nif x then ignore = {} end\nprint(1)").unread, []);
});

test("a chain or a nesting without end is left out, not followed", () => {
  assert.is(luacheck(`std = ${"'a' .. ".repeat(5000)}'b'`).unread.length, 1);
  assert.is(luacheck(`local a = 'x'\n${"a = a .. a\n".repeat(60)}std = a`).unread.length, 1);
  assert.is(luacheck("globals = { 'a' }\nglobals.b = globals").globals, "a b");
});

test("selene.toml is TOML, and names libraries that lie beside it", () => {
  const selene = '# std = "lua52"\r\n  std = \'lua51+love\' # "x"\r\n[lints]\r\nstd = "x"\r\n';
  assert.equal(
    [read({ "selene.toml": selene }).version, read({ "selene.toml": selene }).globals],
    ["5.1", "love arg"],
  );
  const library =
    '[selene]\nbase = "lua54"\n[mine]\nany = true\n[["theirs.field".args]]\ntype = "any"\n[gone]\nremoved = true\n';
  const { globals, version } = read({ "selene.toml": 'std = "mine"', "mine.toml": library });
  assert.equal([globals, version], ["mine theirs", "5.4"]);
  assert.is(read({ "Cargo.toml": '[package]\nname = "selene"\n[tool.selene]\nx = 1\n' }).globals, "");
});

test("a library in YAML is told by its form", () => {
  const library = lines(
    "---",
    "name: mine",
    'base: "lua53" # not lua51',
    "globals: # these",
    "    'quoted.field': { any: true }",
    "    plain:",
    "        property: read-only",
    "    gone: { removed: true }",
    "lua_versions: [lua54]",
    "structs:",
    "    no: {}",
  );
  const found = read({ "lints/mine.yml": library });
  assert.equal([found.globals, found.version], ["quoted plain", "5.3"]);
  assert.is(read({ "mine.yaml": library.replaceAll("\n", "\r\n") }).globals, "quoted plain");
  assert.is(read({ "play.yml": "globals:\n  user: root\n" }).globals, "");
  assert.is(read({ "play.yml": "globals:\n  user: { name: root }\n" }).globals, "");
});

test("the language server's settings may have comments, commas at the end and any nesting", () => {
  const luarc = (text: string) => read({ ".luarc.json": text });
  assert.is(
    luarc('{\n  // "globals": ["no"]\n  "diagnostics": { /* x */ "globals": ["a", "b",], },\n}\n').globals,
    "a b",
  );
  assert.is(luarc('{ "Lua": { "diagnostics.globals": ["a"] } }').globals, "a");
  assert.is(luarc('{ "Lua.diagnostics": { "globals": ["http://x", "a"] } }').globals, "a");
  assert.is(luarc('{ "other": { "globals": ["no"] }, "x": "\\"globals\\": [\\"no\\"]" }').globals, "");
  assert.is(luarc('{ "Lua": { "runtime": { "version": "Lua 5.2" } } }').version, "5.2");
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language server writes it so
  assert.is(luarc('{ "workspace.library": { "${3rd}/love2d/library": true } }').globals, "love arg");
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the language server writes it so
  assert.is(luarc('{ "comment": "${3rd}/love2d/library" }').globals, "");
  assert.is(luarc('\uFEFF{ "diagnostics.globals": ["a"] }\r\n').globals, "a");
});

test("a rockspec is Lua", () => {
  const rock = (text: string) => read({ "x-1-1.rockspec": text }).version;
  assert.is(rock("dependencies = {\n  -- 'lua >= 5.4',\n  'lua >= 5.1, < 5.5'\n}"), "5.1");
  assert.is(rock("dependencies = { [[lua >= 5.3]] }"), "5.3");
  assert.is(
    rock("description = { detailed = [['lua >= 5.4']] }\ndependencies = { 'lualogging >= 5.2' }"),
    undefined,
  );
});

test("a broken file gives nothing, and one line that says where it breaks", () => {
  const rows: readonly (readonly [path: string, text: string, why: RegExp])[] = [
    [".luacheckrc", "globals = { 'a' }\nstd = {", /^line 2: .*expected/],
    [".luacheckrc", "std = 'lua51\n", /^line 1: unfinished string/],
    ["selene.toml", 'std = "lua51"\nx =\n', /^line 2: /],
    [".luarc.json", '{ "diagnostics.globals": ["a"] /* x', /^line 1: /],
    [".luarc.jsonc", '{ "diagnostics.globals": ["a"\n', /^line 2: the text ends too early/],
    [".luarc.json", "[".repeat(10_000), /^line 1: this is nested/],
    ["x-1.rockspec", "dependencies = {", /^line 1: /],
  ];
  for (const [path, text, why] of rows) {
    const { globals, version, unread } = read({ [path]: text });
    assert.equal([globals, version, unread.length], ["", undefined, 1], path);
    assert.match(unread[0]?.slice(path.length + 2) ?? "", why);
    assert.not(unread[0]?.includes("\n"), path);
  }
  const named = { "selene.toml": 'std = "a+b"', "a.yml": "globals:\n  x: [", "b.toml": "[selene\n" };
  assert.equal(
    read(named).unread.map((line) => line.split(":", 2).join(":")),
    ["a.yml: line 2", "b.toml: line 1"],
  );
  // Any other file of these endings may be anything.
  assert.equal(read({ "a.yml": "globals:\n  x: [", "b.toml": "[selene\n" }).unread, []);
  assert.equal(read({ ".vscode/settings.json": "{ broken" }).unread, []);
  for (const path of [".luacheckrc", "selene.toml", ".luarc.json", "a.yml", "x-1.rockspec"])
    assert.equal(read({ [path]: "" }).unread, [], path);
});

test("patterns of names are families of globals where they are plain, and nothing else", () => {
  const server =
    '{ "diagnostics.globalsRegex": ["^FCVAR_", "SIM_.*", "^MASK_%u+$", "^one$", "(a|b)", ".*"] }';
  assert.is(read({ ".luarc.json": server }).globals, "FCVAR_* SIM_* MASK_* one");
  assert.is(read({ ".luarc.json": server }).written, "");
  const { globals, unread } = luacheck(
    "ignore = { '113/FCVAR_.*', '11./one', '212/self', '113', 'SIM_.*', '113/.*' }",
  );
  assert.is(globals, "FCVAR_* one");
  assert.equal(unread, []);
});
