import fc from "fast-check";
import * as assert from "uvu/assert";
import { encodeText } from "../../../src/base/byte-text.ts";
import { candidates, namesOf, siblingNames } from "../../../src/lua/facts/module-names.ts";
import { suite } from "../../support/suite.ts";

const test = suite("module names");

const CANDIDATES: readonly (readonly [
  name: string,
  roots: string[],
  from: string | undefined,
  paths: string[],
])[] = [
  ["a.b", ["src"], undefined, ["src/a/b.lua", "src/a/b/init.lua"]],
  ["a", ["src", "lib/"], undefined, ["src/a.lua", "src/a/init.lua", "lib/a.lua", "lib/a/init.lua"]],
  ["a", [""], undefined, ["a.lua", "a/init.lua"]],
  ["a", ["."], undefined, ["a.lua", "a/init.lua"]],
  ["a", ["src"], "src/x/y.lua", ["src/a.lua", "src/a/init.lua", "src/x/a.lua", "src/x/a/init.lua"]],
  ["a", ["src"], "src/y.lua", ["src/a.lua", "src/a/init.lua"]],
  ["a", [], "y.lua", ["a.lua", "a/init.lua"]],
  ["a/b", ["src"], undefined, ["src/a/b.lua", "src/a/b/init.lua"]],
  ["a\\b", ["src"], undefined, ["src/a/b.lua", "src/a/b/init.lua"]],
  ["ä.b", ["src"], undefined, ["src/ä/b.lua", "src/ä/b/init.lua"]],
  ["Abc", ["src"], undefined, ["src/Abc.lua", "src/Abc/init.lua"]],
  ["", ["src"], undefined, []],
  ["a..b", ["src"], undefined, []],
  [".a", ["src"], undefined, []],
  ["a.", ["src"], undefined, []],
  ["../a", ["src"], undefined, []],
  ["/etc/a", ["src"], undefined, []],
];

for (const [name, roots, from, paths] of CANDIDATES) {
  test(`a name stands for paths: ${name || "nothing"} in ${roots.join(":")} from ${from ?? "nowhere"}`, () => {
    assert.equal(candidates(encodeText(name), roots, from), paths);
  });
}

const NAMES: readonly (readonly [path: string, roots: string[], names: string[]])[] = [
  ["src/a/b.lua", ["src"], ["a.b"]],
  ["src/a/b.lua", ["src", "src/a"], ["a.b", "b"]],
  ["src/a/init.lua", ["src"], ["a", "a.init"]],
  ["src/init.lua", ["src"], ["init"]],
  ["src/a.lua", [""], ["src.a"]],
  ["other/a.lua", ["src"], []],
  ["srcs/a.lua", ["src"], []],
  ["src/a.b/c.lua", ["src"], []],
  ["src/a.LUA", ["src"], []],
  ["src/a.txt", ["src"], []],
];

for (const [path, roots, names] of NAMES) {
  test(`a path has names: ${path} in ${roots.join(":")}`, () => {
    assert.equal(namesOf(path, roots), names.map(encodeText));
  });
}

test("a file beside another is named by its own name", () => {
  assert.equal(siblingNames("src/x/a.lua"), [encodeText("a")]);
});

test("a name is resolved by what exists, letter by letter", () => {
  const files = new Set(["src/a.lua", "src/A.lua", "lib/a.lua", "lib/b/init.lua"]);
  const find = (name: string, from?: string) =>
    candidates(encodeText(name), ["src", "lib"], from).find((path) => files.has(path));
  assert.is(find("a"), "src/a.lua");
  assert.is(find("A"), "src/A.lua");
  assert.is(find("b"), "lib/b/init.lua");
  assert.is(find("B"), undefined);
  assert.is(find("init", "lib/b/x.lua"), "lib/b/init.lua");
});

test("every name of a path leads back to it", () => {
  const segment = fc.stringMatching(/^[A-Za-z_ä][\w-]{0,4}$/);
  const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => `${parts.join("/")}.lua`);
  const roots = fc.array(
    fc.array(segment, { maxLength: 2 }).map((parts) => parts.join("/")),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(path, roots, (file, folders) => {
      const all = ["", ...folders];
      for (const name of namesOf(file, all))
        assert.ok(candidates(name, all).includes(file), `${name} of ${file}`);
    }),
  );
});
