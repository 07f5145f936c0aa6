// Every rule that reads Lua works in every Lua. One change holds a folder for each version; a finding is told by the version's letter.

import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import type { JudgedFinding } from "../../src/model/finding.ts";
import { pathOf } from "../../src/model/place.ts";
import { withRepository } from "../support/git/describe.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("in each version of Lua");

/** A line that its own version reads, and hardly another. */
const OWN: Readonly<Record<string, string>> = {
  "1": 'local own = "\\q"',
  "2": "do goto own end ::own::",
  "3": "local own = 7 // 2",
  "4": "local own <const> = 7 // 2",
  j: "local own = 42ULL",
};
const LETTERS = Object.keys(OWN);

interface Case {
  readonly what: string;
  readonly rule: string;
  /** Where it is found; `1234j` is everywhere. */
  readonly found: string;
  readonly before?: string;
  /** `OWN` is the version's own line, `V` its folder. */
  readonly text: string;
  /** Below the folder of the version. */
  readonly path?: string;
  /** Another file, which changes or is there. */
  readonly beside?: string;
}

const ALL = "1234j";
const SHIM =
  "-- @deprecated TEMP_PARITY_SHIM: get() → use b.get\n-- EXPIRES: 2026-03-20 (planned removal: Phase-3)\n";

const CASES: readonly Case[] = [
  { what: "a global that is written", rule: "no-globals", found: ALL, text: "OWN\nleaked = 1\nreturn {}\n" },
  {
    what: "a name below `local _ENV`, which 5.2 brought",
    rule: "no-globals",
    found: "1j",
    text: "local M = {}\nlocal _ENV = M\nleaked = 1\nreturn M\n",
  },
  {
    what: "a name below `setfenv`, which 5.1 and LuaJIT have",
    rule: "no-globals",
    found: "234",
    text: "local M = {}\nsetfenv(1, M)\nfunction f() end\nreturn M\n",
  },
  {
    what: "a name below `module(...)`, which 5.2 still has",
    rule: "no-globals",
    found: "34",
    text: 'module("V.m", package.seeall)\nfunction f() end\n',
  },
  {
    what: "a module that ends without a return",
    rule: "module-shape",
    found: ALL,
    text: "OWN\nlocal M = {}\nfunction M.f() end\n",
  },
  {
    what: "`module(...)`, by which a module needs no return",
    rule: "module-shape",
    found: "34",
    text: 'module("V.m")\nfunction f() end\n',
  },
  {
    what: "a call while loading",
    rule: "no-require-effects",
    found: ALL,
    text: "OWN\nos.exit()\nreturn {}\n",
  },
  {
    what: "the host in a pure file",
    rule: "purity-fence",
    path: "core/a.lua",
    found: ALL,
    text: "OWN\nlocal M = {}\nfunction M.f() return reaper.x() end\nreturn M\n",
  },
  {
    what: "the host through a constant local, which 5.4 has",
    rule: "purity-fence",
    path: "core/a.lua",
    found: "4",
    text: "local r <const> = reaper\nlocal M = {}\nfunction M.f() return r.x() end\nreturn M\n",
  },
  {
    what: "a require that leads nowhere",
    rule: "require-graph",
    found: ALL,
    text: 'OWN\nreturn { require("V.none") }\n',
  },
  {
    what: "a circle of modules",
    rule: "require-graph",
    found: ALL,
    beside: 'OWN\nreturn { require("V.m") }\n',
    text: 'OWN\nreturn { require("V.beside") }\n',
  },
  {
    what: "a use of what a module lost",
    rule: "unmet-exports",
    found: ALL,
    before: "OWN\nlocal M = {}\nfunction M.a() end\nfunction M.b() end\nreturn M\n",
    text: "OWN\nlocal M = {}\nfunction M.a() end\nreturn M\n",
    beside: 'OWN\nlocal m = require("V.m")\nreturn { f = function() return m.b end }\n',
  },
  {
    what: "a shim that takes less",
    rule: "shim-surface",
    found: ALL,
    before: "OWN\nlocal M = {}\nfunction M.get(a, b) return a end\nreturn M\n",
    text: `OWN\nlocal M = {}\n${SHIM}function M.get(a) return a end\nreturn M\n`,
  },
  {
    what: "a shim without a date",
    rule: "shim-header",
    found: ALL,
    text: `OWN\nlocal M = {}\n${SHIM.replace("2026-03-20", "some day")}function M.get() end\nreturn M\n`,
  },
  {
    what: "what must not be found in code",
    rule: "proof-grep",
    found: ALL,
    text: 'OWN\n-- forbidden\nlocal s = "forbidden"\nlocal M = { forbidden = s }\nreturn M\n',
  },
  {
    what: "a name that is retired",
    rule: "retired-namespace",
    found: ALL,
    text: 'OWN\nreturn { require("rearkitekt.x") }\n',
  },
  {
    what: "an exception that nothing needs",
    rule: "suppression",
    found: ALL,
    text: "OWN\n-- arkitekt-off no-globals: because\nreturn {}\n",
  },
];

const rules = Object.fromEntries(["lua-parse", ...CASES.map(({ rule }) => rule)].map((id) => [id, "error"]));
const POLICY = {
  project: {
    lua: {
      moduleRoots: [""],
      versions: [
        ...LETTERS.map((letter) => ({
          folder: `v${letter}`,
          version: letter === "j" ? "luajit" : `5.${letter}`,
        })),
        { folder: "", version: "5.3" },
      ],
    },
    features: { root: "", layers: [] },
    pure: ["**/core/**"],
  },
  rules: {
    ...rules,
    "proof-grep": ["error", { greps: [{ pattern: "forbidden", should_match: false, in: "code" }] }],
  },
};

function filesOf(textOf: (each: Case) => Readonly<Record<string, string | undefined>>): Files {
  const files: Record<string, string> = {};
  CASES.forEach((each, at) => {
    for (const letter of LETTERS) {
      for (const [name, text] of Object.entries(textOf(each))) {
        const written = text
          ?.replaceAll("OWN", () => OWN[letter] ?? "")
          .replaceAll(/\bV\b/g, `v${letter}.c${at}`);
        if (written !== undefined) files[`v${letter}/c${at}/${name}`] = written;
      }
    }
  });
  return files;
}

let judged: Promise<readonly JudgedFinding[]> | undefined;

async function findings(): Promise<readonly JudgedFinding[]> {
  const repo = makeRepo({
    "README.md": "x\n",
    ...filesOf(({ before, path = "m.lua", beside }) =>
      before === undefined ? {} : { [path]: before, "beside.lua": beside },
    ),
  });
  repo.stage(filesOf(({ text, path = "m.lua", beside }) => ({ [path]: text, "beside.lua": beside })));
  const terms = termsOf({ rule: "lua-parse", policy: POLICY, settings: {} });
  return await withRepository(
    repo,
    async (opened) => (await judge(await stagedChangeSet(opened), terms)).findings,
  );
}

CASES.forEach(({ what, rule, found }, at) => {
  test(`${rule} finds ${what} where it is wrong`, async () => {
    judged ??= findings();
    const isHere = (each: JudgedFinding) => each.rule === rule && each.level === "error";
    const paths = (await judged).filter(isHere).map(({ place }) => pathOf(place) ?? "");
    const letters = LETTERS.filter((letter) => paths.some((path) => path.startsWith(`v${letter}/c${at}/`)));
    // What another version has is refused by the others before any rule reads it.
    assert.is(letters.join(""), found);
  });
});

test("a line of each version's own parses in its folder", async () => {
  judged ??= findings();
  const broken = (await judged).filter(({ rule }) => rule === "lua-parse").map(({ place }) => pathOf(place));
  assert.equal(
    broken.map((path) => path?.slice(0, 2)),
    ["v1", "v2", "v3", "vj"],
  );
});
