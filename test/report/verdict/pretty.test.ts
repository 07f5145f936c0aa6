import picocolors from "picocolors";
import * as assert from "uvu/assert";
import type { JudgedFinding, Verdict } from "../../../src/model/finding.ts";
import type { Note } from "../../../src/model/note.ts";
import { WHOLE_CHANGE } from "../../../src/model/place.ts";
import { json } from "../../../src/report/verdict/json.ts";
import { pretty } from "../../../src/report/verdict/pretty.ts";
import { suite } from "../../support/suite.ts";

const test = suite("a printed verdict");
const paint = picocolors.createColors(false);
const options = {
  paint,
  width: 80,
  all: false,
  next: "Mend what is marked, stage it, and commit again.",
  seeAll: "arkitekt check --all",
};

const fence: JudgedFinding = {
  rule: "require-fence",
  level: "error",
  standing: { kind: "new" },
  place: {
    kind: "span",
    path: "A/core/playlist.lua",
    span: { start: { line: 12, column: 14 }, end: { line: 12, column: 47 } },
    line: 'local tile = require("RegionPlaylist.views.tile")',
  },
  message: "requires RegionPlaylist.views.tile, which is in views",
  hint: "move what you need into core",
};

function verdictOf(findings: readonly JudgedFinding[], more: Partial<Verdict> = {}): Verdict {
  const blocks = findings.some(({ level }) => level === "error");
  return { outcome: blocks ? "block" : "pass", findings, notes: [], commits: [], ...more };
}

test("is empty when there is nothing to say", () => {
  assert.is(pretty(verdictOf([]), options), "");
});

test("shows place, rule, message, code and hint, and ends with what to do", () => {
  assert.is(
    pretty(verdictOf([fence]), options),
    `A/core/playlist.lua
  12:14  error  require-fence
  requires RegionPlaylist.views.tile, which is in views
   12 | local tile = require("RegionPlaylist.views.tile")
      |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  → move what you need into core

arkitekt: blocked, 1 error.
→ Mend what is marked, stage it, and commit again.
  why: arkitekt explain require-fence
`,
  );
});

test("shows at most 20 of a rule and counts the rest, unless all are asked for", () => {
  const many = Array.from({ length: 33 }, () => fence);
  assert.match(
    pretty(verdictOf(many), options),
    "13 more of require-fence (arkitekt check --all shows them)",
  );
  assert.is(pretty(verdictOf(many), { ...options, all: true }).match(/require-fence\n/g)?.length, 33 + 1);
});

test("counts what was there before and hides it", () => {
  const old = { ...fence, standing: { kind: "old" }, level: "warn" } as const;
  assert.is(
    pretty(verdictOf([old, old]), options),
    "2 findings were there before this change (arkitekt check --all shows them)\n",
  );
});

test("tells of what was skipped for one reason no more than 20, and counts the rest", () => {
  const notes = Array.from({ length: 33 }, (_, n): Note => {
    return { kind: "before-first-policy", commit: { id: "0".repeat(40), title: `number ${n}` } };
  });
  const wide = { ...options, width: 120 };
  const text = pretty(verdictOf([], { outcome: "skip", notes }), wide);
  assert.is(text.split("\n").length, 22);
  assert.match(text, "skipped: commit 00000000 number 19 (it was made before there was a policy)\n");
  assert.match(
    text,
    "skipped: 13 more (it was made before there was a policy; arkitekt check --all shows them)\n",
  );
  assert.not.match(pretty(verdictOf([], { notes }), { ...wide, all: true }), "more");
});

test("names the commit of each finding in a range", () => {
  const commit = "1234567890abcdef1234567890abcdef12345678";
  const text = pretty(
    verdictOf([{ ...fence, commit }], { commits: [{ id: commit, title: "[AB-1] Show the tile" }] }),
    options,
  );
  assert.ok(text.startsWith("commit 12345678 [AB-1] Show the tile\n\nA/core/playlist.lua\n"), text);
});

test("keeps every line within the terminal and cuts code around what is marked", () => {
  const line = `${"x = 1; ".repeat(30)}local tile = require("RegionPlaylist.views.tile") ${"y = 2; ".repeat(30)}`;
  const column = line.indexOf("require") + 1;
  const long = {
    ...fence,
    place: {
      kind: "span",
      path: "A/core/playlist.lua",
      line,
      span: { start: { line: 1, column }, end: { line: 1, column: column + 33 } },
    } as const,
  };
  const text = pretty(verdictOf([{ ...long, message: "a word ".repeat(40).trim() }]), {
    ...options,
    width: 60,
  });
  for (const printed of text.split("\n")) assert.ok(printed.length <= 60, printed);
  const [code = "", marks = ""] = text.split("\n").filter((printed) => / \| /.test(printed));
  const marked = code.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1);
  assert.is(marked, 'require("RegionPlaylist.views.tile'.slice(0, marked.length));
  assert.ok(marked.length > 10);
});

test("never lets a path, a message or code move the cursor or colour the terminal", () => {
  const evil = "\u001b[2J\r\u202e";
  const text = pretty(
    verdictOf([
      {
        ...fence,
        place: {
          kind: "span",
          path: `a${evil}.lua`,
          line: `x${evil}`,
          span: { start: { line: 12, column: 14 }, end: { line: 12, column: 47 } },
        },
        message: evil,
        hint: evil,
      },
    ]),
    options,
  );
  assert.not.match(text, /[\u001b\r\u202e]/);
});

test("what is suppressed or overridden is kept: in JSON apart from what counts, in text as a line", () => {
  const standings = [
    { kind: "new" },
    { kind: "old" },
    { kind: "suppressed", line: 11, reason: "the bridge" },
    { kind: "suppressed", line: 11, reason: "the bridge" },
    { kind: "overridden", reason: "a tool of its own" },
  ] as const;
  const verdict = verdictOf(standings.map((standing) => ({ ...fence, standing })));
  const { findings, excepted, counts } = JSON.parse(json(verdict));
  const standing = (each: Record<string, unknown>) => [
    each["standing"],
    each["reason"],
    each["suppressedAt"],
  ];
  assert.equal(
    [findings.map(standing), excepted.map(standing)],
    [
      [
        ["new", null, null],
        ["old", null, null],
      ],
      [
        ["suppressed", "the bridge", 11],
        ["suppressed", "the bridge", 11],
        ["overridden", "a tool of its own", null],
      ],
    ],
  );
  assert.equal(counts, { error: 1, warn: 0, old: 1, suppressed: 2, overridden: 1 });
  const text = pretty(verdict, { ...options, width: 120 });
  assert.match(
    text,
    "suppressed: require-fence at A/core/playlist.lua:12 (2 findings) (arkitekt-off: the bridge)\n",
  );
  assert.match(text, "overridden: require-fence (a tool of its own)\n");
  assert.match(text, "arkitekt: blocked, 1 error.\n");
});

test("in JSON is one line with every field, null where there is none", () => {
  const { hint: _hint, ...rest } = fence;
  const bare: JudgedFinding = { ...rest, place: WHOLE_CHANGE };
  const text = json(
    verdictOf([bare], { notes: [{ kind: "too-large", path: "big.lua", size: 21e6, limit: 20e6 }] }),
  );
  assert.is(
    text,
    '{"version":2,"outcome":"block","findings":[{"rule":"require-fence","level":"error","standing":"new","reason":null,"suppressedAt":null,"commit":null,"path":null,"start":null,"end":null,"message":"requires RegionPlaylist.views.tile, which is in views","hint":null}],"excepted":[],"counts":{"error":1,"warn":0,"old":0,"suppressed":0,"overridden":0},"notes":[{"kind":"too-large","path":"big.lua","size":21000000,"limit":20000000,"what":"big.lua","why":"21.0 MB is more than the 20.0 MB that are read"}],"failure":null}\n',
  );
});
