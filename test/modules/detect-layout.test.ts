import fc from "fast-check";
import * as assert from "uvu/assert";
import { policyText } from "../../src/install/gate/initial-policy.ts";
import { type Layout, type LuaText, readLayout } from "../../src/modules/detect-layout.ts";
import { showFaults } from "../../src/policy/faults/show-faults.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { suite } from "../support/suite.ts";

const test = suite("layout");

async function assertValid(text: string): Promise<void> {
  const read = await readPolicyFile(".arkitektrc.json", Buffer.from(text));
  assert.ok(read.ok, read.ok ? "" : `${text}\n${showFaults(read.error)}`);
}

interface Case {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly expected: Partial<Layout>;
}

const requires = (...names: readonly string[]) =>
  names.map((name) => `local x = require("${name}")`).join("\n");

const cases: readonly Case[] = [
  {
    title: "the playbook's own layout: library in the root, features in its scripts",
    files: {
      "ARKITEKT/arkitekt/core/colors.lua": requires("arkitekt.core.math"),
      "ARKITEKT/arkitekt/core/math.lua": "return {}",
      "ARKITEKT/scripts/RegionPlaylist/app.lua": requires("arkitekt.core.colors", "arkitekt.core.math"),
      "ARKITEKT/scripts/RegionPlaylist/core/state.lua": requires("arkitekt.core.colors"),
      "ARKITEKT/scripts/RegionPlaylist/views/list.lua": requires("RegionPlaylist.core.state"),
      "ARKITEKT/scripts/Palette/core/x.lua": requires("arkitekt.core.math"),
      "ARKITEKT/scripts/Palette/app/y.lua": requires("arkitekt.core.math", "arkitekt.core.colors"),
    },
    expected: {
      root: "ARKITEKT",
      moduleRoots: ["ARKITEKT", "ARKITEKT/scripts"],
      namespace: "arkitekt",
      featureRoot: "ARKITEKT/scripts",
    },
  },
  {
    title: "modules in the repository itself",
    files: {
      "main.lua": requires("lib.a", "lib.b"),
      "lib/a.lua": requires("lib.b"),
      "lib/b.lua": "return {}",
    },
    expected: { root: ".", moduleRoots: ["."], namespace: "lib" },
  },
  {
    title: "modules in a folder with init files, required with every kind of quote and separator",
    files: {
      "src/app/init.lua": "require 'app.view.list' require[[none]] require(\"app/model\")",
      "src/app/view/list.lua": "return {}",
      "src/app/model/init.lua": 'require"app"',
    },
    expected: { root: "src", moduleRoots: ["src"], namespace: "app" },
  },
  {
    title: "two libraries have no namespace in common",
    files: {
      "lib/one/a.lua": requires("two.b"),
      "lib/two/b.lua": requires("one.a"),
      "lib/two/c.lua": requires("one.a", "two.b"),
    },
    expected: { moduleRoots: ["lib"], namespace: undefined },
  },
  {
    title: "pieces for a module path elsewhere: the folder they lie in",
    files: {
      "plugins/a/a.lua": requires("util.x", "util.y", "util.z", "core.a", "core.b", "core.c"),
      "plugins/b/b.lua": requires("util.x", "util.y", "util.z", "core.a", "core.b", "core.c"),
    },
    expected: { root: "plugins", moduleRoots: ["plugins"], namespace: undefined, featureRoot: undefined },
  },
  { title: "no Lua yet", files: {}, expected: { root: ".", moduleRoots: ["."], featureRoot: undefined } },
];

for (const { title, files, expected } of cases) {
  test(`finds ${title}, and starts a policy that holds`, async () => {
    const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
    const found = readLayout(texts, []);
    for (const [key, value] of Object.entries(expected)) assert.equal(found[key as keyof Layout], value, key);
    const reversed = readLayout(texts.reverse(), []);
    assert.equal(reversed, found, "the order of the files does not count");
    for (const hasPackage of [true, false]) await assertValid(policyText(found, hasPackage));
  });
}

test("task codes start as a warning where a history of ten titles or more names none", () => {
  const named = Array.from({ length: 10 }, (_, at) => `[RP-${at}] Do it`);
  const unnamed = Array.from({ length: 10 }, (_, at) => `Do it ${at}`);
  const isNew = (titles: readonly string[]) => readLayout([], titles).isTaskCodeNew;
  assert.equal(
    [isNew([]), isNew(unnamed.slice(1)), isNew(unnamed), isNew([...named, ...unnamed])],
    [false, false, true, false],
  );
});

test("such a history gives a policy in which agents still have to name their task", async () => {
  const titles = Array.from({ length: 10 }, (_, at) => `Do it ${at}`);
  const read = await readPolicyFile(
    ".arkitektrc.json",
    Buffer.from(policyText(readLayout([], titles), false)),
  );
  assert.ok(read.ok);
  if (!read.ok) return;
  assert.is(read.value?.policy.rules["task-code"]?.level, "warn");
  const forAgents = read.value?.policy.overrides.find(({ rules }) => rules["task-code"]?.level === "error");
  assert.is(forAgents?.branches, "agents");
});

test("any tree gives a policy that holds", async () => {
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
  );
  const path = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `${words.join("/")}.lua`);
  const text = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
  const file = fc.record({
    path,
    text: text.map((names) => requires(...names.map((name) => name.join(".")))),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(file, { selector: ({ path: own }) => own, maxLength: 12 }),
      async (files) => {
        await assertValid(policyText(readLayout(files, []), true));
      },
    ),
  );
});

test("a tree without a namespace and without features is not fenced", async () => {
  const level = async (files: readonly LuaText[]) => {
    const read = await readPolicyFile(
      ".arkitektrc.json",
      Buffer.from(policyText(readLayout(files, []), false)),
    );
    assert.ok(read.ok);
    return read.ok ? read.value?.policy.rules["require-fence"]?.level : undefined;
  };
  assert.is(await level([{ path: "lib/a.lua", text: 'local b = require("b")' }]), "off");
  const library = ["a", "b", "c"].map((name) => ({
    path: `lib/songs/${name}.lua`,
    text: 'local a = require("songs.a")\nlocal b = require("songs.b")',
  }));
  assert.is(await level(library), "error");
});
