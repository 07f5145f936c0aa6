// A Lua module may be a symbolic link: what it leads to is judged, whatever that is called and whoever changes it.

import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { commitChangeSets } from "../../src/git/changes/commits.ts";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import { treeChangeSet } from "../../src/git/changes/tree.ts";
import type { ChangeSet } from "../../src/model/change.ts";
import type { JudgedFinding, Verdict } from "../../src/model/finding.ts";
import { pathOf, spanOf } from "../../src/model/place.ts";
import { withRepository } from "../support/git/describe.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("a Lua module that is a symbolic link");

const GOOD = "local M = {}\nfunction M.draw() end\nfunction M.size() end\nreturn M\n";
const SMALL = "local M = {}\nfunction M.draw() end\nreturn M\n";
const BROKEN = "local M = {}\nlocal = 1\nreturn M\n";
const GLOBAL = "local M = {}\nleaked = 1\nreturn M\n";
const USER = 'local m = require("lib.m")\nreturn { m.draw(), m.size() }\n';
const link = (symlink: string) => ({ symlink });

const POLICY = {
  project: {
    lua: { files: ["**/*.lua"], moduleRoots: [""], vendored: ["*/vendor/**"] },
    features: { root: "", layers: ["core", "views"] },
    pure: ["*/core/**"],
  },
  rules: Object.fromEntries(
    ["lua-parse", "no-globals", "purity-fence", "require-graph", "unmet-exports", "suppression"].map((id) => [
      id,
      "error",
    ]),
  ),
};

interface Judged {
  readonly found: readonly string[];
  readonly notes: readonly string[];
}

/** What is new in a change, which is judged as what is staged, as a commit and as what its tree brings: always the same. */
async function verdictOn(before: Files, changed: Files): Promise<Judged> {
  const repo = makeRepo(before);
  const terms = termsOf({ rule: "lua-parse", policy: POLICY, settings: { overrides: false } });
  repo.stage(changed);
  const staged = await withRepository(repo, async (opened) => judge(await stagedChangeSet(opened), terms));
  repo.git("commit", "-qm", "change");
  const [committed, tree] = await withRepository(repo, async (opened) => {
    let commit: ChangeSet | undefined;
    for await (const each of commitChangeSets(opened, [repo.git("rev-parse", "HEAD")])) commit = each;
    return Promise.all([
      judge(commit as ChangeSet, terms),
      judge(await treeChangeSet(opened, "HEAD"), terms),
    ]);
  });
  assert.equal(shown(committed), shown(staged));
  assert.equal(shown(tree), shown(staged));
  return shown(staged);
}

function shown({ findings, notes }: Verdict): Judged {
  const isNew = ({ level, standing }: JudgedFinding) => level === "error" && standing.kind === "new";
  const found = findings
    .filter(isNew)
    .map(({ rule, place }) => `${pathOf(place)}:${spanOf(place)?.start.line} ${rule}`);
  const lost = notes.flatMap((note) =>
    note.kind === "link-not-followed" ? [`${note.path} ${note.to}`] : [],
  );
  return { found: found.sort(), notes: lost.sort() };
}

interface Case {
  readonly what: string;
  readonly before?: Files;
  readonly change: Files;
  readonly found?: readonly string[];
  readonly notes?: readonly string[];
}

const USED: Files = { "lib/m.lua": link("../data/impl.txt"), "data/impl.txt": GOOD, "app.lua": USER };

const CASES: readonly Case[] = [
  {
    what: "is read when the link is added",
    change: { "m.lua": link("x/impl"), "x/impl": BROKEN, "ok.lua": link("x/good"), "x/good": GOOD },
    found: ["m.lua:2 lua-parse"],
  },
  {
    what: "is read when the link leads elsewhere than before",
    before: { "m.lua": link("one.txt"), "one.txt": GOOD, "two.txt": GLOBAL },
    change: { "m.lua": link("two.txt") },
    found: ["m.lua:2 no-globals"],
  },
  {
    what: "is read when what it leads to changes, and what was wrong there before is old",
    before: { "m.lua": link("impl.txt"), "impl.txt": GLOBAL },
    change: { "impl.txt": GLOBAL.replace("return", "spilt = 2\nreturn") },
    found: ["m.lua:3 no-globals"],
  },
  {
    what: "is no module where a file of its own stood",
    before: { "m.lua": GOOD, "impl.txt": GLOBAL },
    change: { "m.lua": link("impl.txt") },
    found: ["m.lua:2 no-globals"],
  },
  {
    what: "is read through links through links, to files and to folders",
    before: {
      "far/deep/impl": GOOD,
      near: link("far"),
      "lib/m.lua": link("../n/one"),
      "n/one": link("../near/deep/impl"),
    },
    change: { "far/deep/impl": BROKEN },
    found: ["lib/m.lua:2 lua-parse"],
  },
  {
    what: "is read when a link on the way to it changes",
    before: { "far/impl": GOOD, "bad/impl": BROKEN, near: link("far"), "m.lua": link("near/impl") },
    change: { near: link("bad") },
    found: ["m.lua:2 lua-parse"],
  },
  {
    what: "leads out of the repository, in a cycle, nowhere or into a submodule: what lies elsewhere is said, and nothing else",
    change: {
      "out.lua": link("../../etc/x"),
      "abs.lua": link("/etc/hostname"),
      "a.lua": link("b.lua"),
      "b.lua": link("a.lua"),
      "none.lua": link("gone/impl"),
      sub: { submodule: "1".repeat(40) },
      "sub.lua": link("sub/impl.lua"),
      "folder.lua": link("d"),
      "d/x.txt": "x\n",
    },
    notes: ["abs.lua outside", "out.lua outside", "sub.lua submodule"],
  },
  {
    what: "with a backslash in its text is read where a file has that name; elsewhere it leads to two places, and that is said",
    change: {
      "named.lua": link("x\\impl"),
      "x\\impl": BROKEN,
      "w.lua": link("sub\\impl"),
      "sub/impl": BROKEN,
      "root.lua": link("\\impl"),
    },
    found: ["named.lua:2 lua-parse"],
    notes: ["root.lua outside", "w.lua backslash"],
  },
  {
    what: "is read where it goes into a submodule and right out of it again, and not where only the submodule knows the way",
    change: {
      sub: { submodule: "1".repeat(40) },
      impl: BROKEN,
      "out.lua": link("sub/../impl"),
      "deep.lua": link("sub/x/../../impl"),
      "sub.lua": link("sub/./"),
    },
    found: ["out.lua:2 lua-parse"],
    notes: ["deep.lua submodule"],
  },
  {
    what: "leads nowhere through a file, as if that were a folder",
    change: { "m.lua": link("x/../impl"), x: "x\n", impl: BROKEN },
  },
  {
    what: "loses a field that others use when what it leads to does",
    before: USED,
    change: { "data/impl.txt": SMALL },
    found: ["app.lua:2 unmet-exports"],
  },
  {
    what: "is gone when what it leads to is",
    before: USED,
    change: { "data/impl.txt": null, "data/other.txt": GOOD },
    found: ["app.lua:1 require-graph"],
  },
  {
    what: "may require what a change deletes",
    before: { "lib/m.lua": GOOD, "user.lua": link("data/user"), "data/user": USER },
    change: { "lib/m.lua": null },
    found: ["user.lua:1 require-graph"],
  },
  {
    what: "is found by those who require it, behind a link to its folder too",
    before: { "real/m.lua": GOOD, "real/n.lua": link("n.txt"), "real/n.txt": GOOD, lib: link("real") },
    change: { "app.lua": `${USER.replace("return", 'require("lib.n")\nreturn')}` },
  },
  {
    what: "goes with the link to its folder",
    before: { "a/core/m.lua": GOOD, lib: link("a/core"), "app.lua": USER },
    change: { lib: null },
    found: ["app.lua:1 require-graph"],
  },
  {
    what: "is another, or none, when the link to its folder leads elsewhere",
    before: { "a/core/m.lua": GOOD, "b/core/n.lua": GOOD, lib: link("a/core"), "app.lua": USER },
    change: { lib: link("b/core") },
    found: ["app.lua:1 require-graph"],
  },
  {
    what: "is no other when a folder takes the place of the link to it",
    before: { "a/core/m.lua": GOOD, lib: link("a/core"), "app.lua": USER },
    change: { lib: null, "lib/m.lua": GOOD },
  },
  {
    what: "loses a field behind a link to its folder",
    before: { "real/m.lua": GOOD, lib: link("real"), "app.lua": USER },
    change: { "real/m.lua": SMALL },
    found: ["app.lua:2 unmet-exports"],
  },
  {
    what: "is told of once where it leads to another of that name, and where it lies what is forbidden there alone",
    before: { "views/v.lua": GOOD, "core/c.lua": link("../views/v.lua") },
    change: { "views/v.lua": GLOBAL.replace("leaked = 1", "leaked = 1\nlocal t = reaper.time_precise()") },
    found: ["core/c.lua:3 purity-fence", "views/v.lua:2 no-globals"],
  },
  {
    what: "is nobody's where it leads to what others wrote",
    change: { "vendor/v.lua": GLOBAL, "m.lua": link("vendor/v.lua") },
  },
  {
    what: "may not bring exceptions that its maker may not make",
    before: { "m.lua": link("impl.txt"), "impl.txt": GOOD },
    change: { "impl.txt": GLOBAL.replace("leaked", "-- arkitekt-off no-globals: because\nleaked") },
    found: ["m.lua:2 suppression", "m.lua:3 no-globals"],
  },
  { what: "is nothing where its name is not Lua's", change: { "m.txt": link("x"), x: BROKEN } },
];

/** Each case in a folder of its own, so that all of them are one change. */
function inFolder(files: Files, at: number): Files {
  const moved = Object.entries(files).map(([path, content]) => [
    `c${at}/${path}`,
    typeof content === "string" ? content.replaceAll('"lib.', `"c${at}.lib.`) : content,
  ]);
  return Object.fromEntries(moved) as Files;
}

const all = (filesOf: (each: Case) => Files): Files =>
  Object.assign({ "README.md": "x\n" }, ...CASES.map((each, at) => inFolder(filesOf(each), at)));

let judged: Promise<Judged> | undefined;

CASES.forEach(({ what, found = [], notes = [] }, at) => {
  test(what, async () => {
    judged ??= verdictOn(
      all(({ before = {} }) => before),
      all(({ change }) => change),
    );
    const its = (lines: readonly string[]) =>
      lines.flatMap((line) => (line.startsWith(`c${at}/`) ? [line.slice(`c${at}/`.length)] : []));
    const verdict = await judged;
    assert.equal([its(verdict.found), its(verdict.notes)], [found, notes]);
  });
});

test("each of several commits is judged behind the same links", async () => {
  const repo = makeRepo({ "lib/m.lua": link("../shared/m"), "shared/m": GOOD });
  const terms = termsOf({ rule: "lua-parse", policy: POLICY, settings: { overrides: false } });
  const ids = [SMALL, GLOBAL, GOOD, GLOBAL].map((text, at) => {
    repo.stage({ "shared/m": text });
    repo.git("commit", "-qm", `${at}`);
    return repo.git("rev-parse", "HEAD");
  });
  const found = await withRepository(repo, async (opened) => {
    const all: (readonly string[])[] = [];
    for await (const each of commitChangeSets(opened, ids)) all.push(shown(await judge(each, terms)).found);
    return all;
  });
  assert.equal(found, [[], ["lib/m.lua:2 no-globals"], [], ["lib/m.lua:2 no-globals"]]);
});
