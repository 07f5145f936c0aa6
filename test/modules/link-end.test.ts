import * as assert from "uvu/assert";
import type { Entry, EntryKind } from "../../src/model/change.ts";
import { linkText, type Milestone, type Way, walkLinks } from "../../src/modules/link-end.ts";
import { suite } from "../support/suite.ts";

const test = suite("the way of a path through symbolic links");

const entry = (kind: EntryKind): Entry => ({ kind, id: "1".repeat(40) });

/** Links by their texts; what ends in `/` is a submodule, and every other entry a file. */
const TREE: Readonly<Record<string, string | undefined>> = {
  "core/m.lua": undefined,
  "core/a\\b": undefined,
  "vendor/sub/": undefined,
  folder: "core",
  up: "folder/../core",
  self: "self",
  one: "two",
  two: "one/x",
};

function wayTo(path: string): Way {
  const walk = walkLinks(path);
  let step = walk.next();
  while (!step.done) step = walk.next(milestoneAt(step.value));
  return step.value;
}

function milestoneAt(path: string): Milestone | undefined {
  if (path === "link") return undefined;
  const link = TREE[path];
  if (link !== undefined) return { link };
  if (Object.hasOwn(TREE, path)) return { entry: entry("file") };
  return Object.hasOwn(TREE, `${path}/`) ? { entry: entry("submodule") } : undefined;
}

/** The way of a link with that text at the root. */
function wayBy(text: string): Way {
  const walk = walkLinks("link");
  walk.next();
  let step = walk.next({ link: text });
  while (!step.done) step = walk.next(milestoneAt(step.value));
  return step.value;
}

const file = (path: string) => ({ kind: "file", path, entry: entry("file") });

const CASES: readonly (readonly [what: string, text: string, end: unknown])[] = [
  ["a file", "core/m.lua", file("core/m.lua")],
  ["a file, by doubled and idle segments", "./core//./m.lua", file("core/m.lua")],
  ["a file through a link to its folder", "folder/m.lua", file("core/m.lua")],
  ["a file through a link that goes up from where it leads", "up/m.lua", file("core/m.lua")],
  ["a folder", "folder", { kind: "nothing", path: "core" }],
  ["what is not there", "gone/m.lua", { kind: "nothing", path: "gone/m.lua" }],
  [
    "nowhere through a file, beyond which it names a place",
    "core/m.lua/../m.lua",
    { kind: "nothing", path: "core/m.lua" },
  ],
  ["out of the repository, through a file", "core/m.lua/../../../x", { kind: "outside" }],
  ["nowhere without a text", "", { kind: "nothing", path: "link" }],
  ["out of the repository, upwards", "core/../../x", { kind: "outside" }],
  ["out of the repository, from the root", "/core/m.lua", { kind: "outside" }],
  ["out of the repository, by a drive", "C:core/m.lua", { kind: "outside" }],
  ["out of the repository, from the root as Windows writes it", "\\core", { kind: "outside" }],
  ["a file whose name holds a backslash", "core/a\\b", file("core/a\\b")],
  ["two places by a backslash", "core\\m.lua", { kind: "backslash" }],
  ["two places by a backslash in a folder's name", "co\\re/m.lua", { kind: "backslash" }],
  ["a submodule itself", "vendor/sub/", { kind: "nothing", path: "vendor/sub" }],
  ["into a submodule", "vendor/sub/x/y", { kind: "submodule", path: "vendor/sub/x/y" }],
  ["right out of a submodule again", "vendor/sub/../../core/m.lua", file("core/m.lua")],
  ["where only the submodule knows", "vendor/sub/x/../../../core", { kind: "submodule", path: undefined }],
  ["back to itself", "self", { kind: "cycle" }],
  ["round and round, ever longer", "one", { kind: "cycle" }],
];

for (const [what, text, end] of CASES) {
  test(`leads to ${what}`.replace(/to (nowhere|out|into|right|where|back|round)/, "$1"), () => {
    assert.equal(wayBy(text).end, end);
  });
}

test("names every link on the way and where it ends", () => {
  assert.equal(wayBy("folder/m.lua"), {
    end: file("core/m.lua"),
    over: ["link", "folder", "core/m.lua"],
    links: 2,
  });
});

test("needs no link: a path of the tree leads to itself, its backslashes part of its name", () => {
  assert.equal(wayTo("core/m.lua").end, file("core/m.lua"));
  assert.equal(wayTo("no\\folder/x").end, { kind: "nothing", path: "no\\folder/x" });
});

test("follows forty links, as Linux does, and not one more", () => {
  const through = (links: number): Way => {
    const walk = walkLinks("l0");
    let step = walk.next();
    for (let at = 1; !step.done; at++)
      step = walk.next(at <= links ? { link: `l${at}` } : { entry: entry("file") });
    return step.value;
  };
  assert.equal(through(40).end, file("l40"));
  assert.equal(through(41).end, { kind: "cycle" });
});

test("a link's text ends at a NUL, as Git makes the link; one that is too long for any system has none", () => {
  const text = (bytes: string) => linkText({ kind: "bytes", bytes: Buffer.from(bytes) });
  assert.is(text("core/m.lua\0/../x"), "core/m.lua");
  assert.is(text("core/m.lua"), "core/m.lua");
  assert.is(linkText({ kind: "too-large", size: 5000 }), "");
});
