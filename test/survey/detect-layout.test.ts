import * as assert from "uvu/assert";
import { encodeText } from "../../src/base/byte-text.ts";
import { type Layout, readLayout } from "../../src/survey/detect-layout.ts";
import { suite } from "../support/suite.ts";

const test = suite("layout");

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
    title:
      "a plugin that requires others' modules for the most part, and a comment that says how to require its own",
    files: {
      "lua/mine/init.lua": requires(
        "mine.util.text",
        ...Array.from({ length: 20 }, (_, at) => `other${at}.x`),
      ),
      "lua/mine/util/text.lua": '-- local text = require("mine.util.text")\nreturn {}',
    },
    expected: { moduleRoots: ["lua"] },
  },
  {
    title: "folders divided alike, whatever their parts are called, and required by those",
    files: {
      "src/lib/class.lua": "return {}",
      "src/apps/map/core/tiles.lua": requires("lib.class"),
      "src/apps/map/ui/view.lua": requires("map.core.tiles", "lib.class"),
      "src/apps/shop/core/items.lua": requires("lib.class"),
      "src/apps/shop/ui/list.lua": requires("shop.core.items", "lib.class"),
      "spec/apps/map/core/tiles_spec.lua": requires("map.core.tiles"),
      "spec/apps/shop/core/items_spec.lua": requires("shop.core.items"),
    },
    expected: { featureRoot: "src/apps", layers: ["core", "ui"] },
  },
  {
    title: "folders divided alike that require each other are no features",
    files: {
      "src/map/core/tiles.lua": requires("shop.core.items"),
      "src/map/ui/view.lua": requires("map.core.tiles"),
      "src/shop/core/items.lua": "return {}",
      "src/shop/ui/list.lua": requires("shop.core.items", "map.ui.view"),
    },
    expected: { featureRoot: undefined, layers: [] },
  },
  {
    title: "a plugin without a require",
    files: { "lua/mine/init.lua": "return {}" },
    expected: { moduleRoots: ["lua"] },
  },
  {
    title: "modules in the repository itself",
    files: {
      "main.lua": requires("lib.a", "lib.b"),
      "lib/a.lua": requires("lib.b"),
      "lib/b.lua": "return {}",
    },
    expected: { root: ".", moduleRoots: ["."], namespace: undefined },
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
  test(`finds ${title}`, () => {
    const texts = Object.entries(files).map(([path, text]) => ({ path, text: encodeText(text) }));
    const found = readLayout(texts);
    for (const [key, value] of Object.entries(expected)) assert.equal(found[key as keyof Layout], value, key);
    const reversed = readLayout(texts.reverse());
    assert.equal(reversed, found, "the order of the files does not count");
  });
}
