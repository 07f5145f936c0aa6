import * as assert from "uvu/assert";
import { judge, readPolicy } from "../../../src/library/index.ts";
import { MemorySource } from "../../../src/library/memory-source.ts";
import { LuaSource } from "../../../src/lua/source.ts";
import { suite } from "../../support/suite.ts";

const test = suite("what a commit of many files reads");

/** More than are held in memory at once, more than stay to the end, and fewer. */
const COUNTS = [420, 100, 20];

const policy = {
  extends: "playbook-v5",
  root: "lib",
  lua: { moduleRoots: ["."] },
  namespace: { canonical: "lib" },
  rules: { "diff-budget": "off" },
};

type Texts = Readonly<Record<string, string>>;

/** The texts that are parsed when a change is judged, once for each time, the paths that are looked up, and what is found. */
async function parsed(before: Texts, after: Texts) {
  const read = await readPolicy(policy);
  assert.ok(read.ok && read.policy !== undefined, JSON.stringify(read));
  const sources = new Set<LuaSource>();
  const asked: string[] = [];
  const { entries } = MemorySource.prototype;
  MemorySource.prototype.entries = function (side, paths) {
    asked.push(...paths);
    return entries.call(this, side, paths);
  };
  const own = Object.getOwnPropertyDescriptor(LuaSource.prototype, "syntax") as PropertyDescriptor;
  Object.defineProperty(LuaSource.prototype, "syntax", {
    ...own,
    get(this: LuaSource) {
      sources.add(this);
      return own.get?.call(this);
    },
  });
  try {
    const verdict = (await judge({ before, after }, read.policy as never)) as {
      findings: readonly { rule: string; path: string }[];
    };
    return {
      texts: [...sources].map(({ text }) => `${text}`).sort(),
      asked,
      findings: verdict.findings.map(({ rule, path }) => `${rule} ${path}`),
    };
  } finally {
    MemorySource.prototype.entries = entries;
    Object.defineProperty(LuaSource.prototype, "syntax", own);
  }
}

const hub = "local M = {}\n\nfunction M.go(list)\n  return #list\nend\n\nreturn M\n";

function importer(at: number, module: string, sum = "1"): string {
  return `local hub = require("${module}")\nlocal M = {}\n\nfunction M.step_${at}(list)\n  return hub.go(list) + ${sum}\nend\n\nreturn M\n`;
}

function files(count: number, text: (at: number) => string): Texts {
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`lib/part_${String(at).padStart(3, "0")}.lua`, text(at)]),
  );
}

for (const count of COUNTS) {
  test(`where a module moves with ${count} importers, each of them once, and none as it was`, async () => {
    const before = { "lib/hub.lua": hub, ...files(count, (at) => importer(at, "lib.hub")) };
    const after = { "lib/app/hub.lua": hub, ...files(count, (at) => importer(at, "lib.app.hub")) };
    const { texts, findings } = await parsed(before, after);
    assert.equal(findings, []);
    assert.equal(texts, Object.values(after).sort());
  });

  test(`where functions of ${count} files are edited, each of them once, and none as it was`, async () => {
    const before = { "lib/hub.lua": hub, ...files(count, (at) => importer(at, "lib.hub")) };
    const edited = files(count, (at) => importer(at, "lib.hub", "2"));
    const { texts, findings } = await parsed(before, { "lib/hub.lua": hub, ...edited });
    assert.equal(findings, []);
    assert.equal(texts, Object.values(edited).sort());
  });

  test(`and where one of ${count} still names the old place, that is found`, async () => {
    const before = { "lib/hub.lua": hub, ...files(count, (at) => importer(at, "lib.hub")) };
    const text = (at: number) => importer(at, at === 7 ? "lib.hub" : "lib.app.hub", at === 7 ? "2" : "1");
    const names = { "lib/names.lua": 'return { "lib.hub", "lib.app.hub" }\n' };
    const after = { "lib/app/hub.lua": hub, ...files(count, text), ...names };
    const { findings } = await parsed(before, after);
    assert.equal(findings, ["require-graph lib/names.lua", "require-graph lib/part_007.lua"]);
  });
}

test("is the file alone where a function comes into it, whatever its comments speak of, and nothing is looked up", async () => {
  const header = "-- Part of the source package. This module loads no other; see _G.\n\n";
  const function_ = "local function twice(n)\n  return n * 2\nend\n";
  const taken =
    "local M = {}\nlocal sizes = {}\n\nfunction M.note(at)\n  sizes[at] = at\nend\n\nM.default = nil\n\nreturn M\n";
  for (const text of [importer(1, "lib.hub"), taken]) {
    const before = { "lib/hub.lua": hub, "lib/part.lua": header + text };
    const after = { ...before, "lib/part.lua": function_ + header + text };
    const { texts, asked, findings } = await parsed(before, after);
    assert.equal(findings, []);
    assert.equal(
      texts.filter((each) => each.length > function_.length),
      [after["lib/part.lua"]],
    );
    assert.equal(asked, []);
  }
});

test("is looked up where a require is new, and what was there before is not", async () => {
  const before = { "lib/hub.lua": hub, "lib/part.lua": importer(1, "lib.hub"), "lib/more.lua": hub };
  const after = {
    ...before,
    "lib/part.lua": before["lib/part.lua"]
      .replace("local M", 'local more = require("lib.more")\nlocal M')
      .replace("+ 1", "+ more.go(list)"),
  };
  const { asked, findings } = await parsed(before, after);
  assert.equal(findings, []);
  assert.ok(asked.includes("lib/more.lua"));
  assert.not.ok(asked.includes("lib/part.lua"));
});

test("finds who still names one of hundreds of modules that move at once", async () => {
  const place = (folder: string) => (at: number) => [
    `lib/${folder}/m_${at}.lua`,
    hub.replace("go", `go_${at}`),
  ];
  const all = Array.from({ length: 200 }, (_, at) => at);
  const modules = (folder: string) => Object.fromEntries(all.map(place(folder)));
  const others = {
    "lib/late.lua": importer(0, "lib.old.m_77"),
    "lib/early.lua": importer(0, "lib.other.m_77"),
    "lib/names.lua": 'return { "lib/old/m_5", "lib.old.m_555", "m_5" }\n',
    "lib/other/m_77.lua": hub,
  };
  let words = 0;
  const { search } = MemorySource.prototype;
  MemorySource.prototype.search = function (side, asked, ...more) {
    words += asked.length;
    return search.call(this, side, asked, ...more);
  };
  try {
    const { texts, findings } = await parsed(
      { ...modules("old"), ...others },
      { ...modules("fresh"), ...others },
    );
    assert.not.ok(texts.includes(others["lib/early.lua"]), "a name that only ends alike is not looked into");
    assert.equal(findings, ["require-graph lib/late.lua", "require-graph lib/names.lua"]);
  } finally {
    MemorySource.prototype.search = search;
  }
  // Git takes its time for each of them on each line.
  assert.ok(words > 0 && words < 4 * 200, `${words}`);
});
