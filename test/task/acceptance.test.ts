// Which lines of an acceptance are understood: a line that is understood wrongly would pass for proved.
import * as assert from "uvu/assert";
import { rules } from "../../src/rules/index.ts";
import { claimsOf, PROVING_RULES, TEMPLATE_LINES } from "../../src/task/acceptance.ts";
import { suite } from "../support/suite.ts";

const test = suite("acceptance");

const ruleOf = (line: string) =>
  claimsOf(line)
    .map(({ rule }) => rule ?? "nobody")
    .join("; ");

const KNOWN: readonly (readonly [rule: string, lines: readonly string[]])[] = [
  [
    "require-graph",
    [
      TEMPLATE_LINES[0] ?? "",
      "no remaining requires of deleted modules",
      "No remaining require() of moved or deleted modules",
      "zero references to legacy paths",
      "“zero references to legacy paths”",
      "No remaining imports of `RegionPlaylist.app.state`.",
      "All importers updated.",
      "all importers are updated",
      "avoid new cycles",
      "No new require cycles",
    ],
  ],
  [
    "lua-parse",
    [
      TEMPLATE_LINES[1] ?? "",
      "all changed files parse as Lua 5.3",
      "Lua 5.3 parse",
      "Lua 5.3 parse of changed `.lua` files",
      "every touched Lua file parses",
      "- [ ] All edited files parse as Lua 5.3",
    ],
  ],
  [
    "purity-fence",
    [
      TEMPLATE_LINES[2] ?? "",
      "no new reaper.* or ImGui in pure layers",
      "no `reaper/ImGui` in pure layers",
      "no new reaper%. or ImGui",
      "for `core/*`, `storage/persistence.lua`, `selectors.lua` → no new `reaper.` or `ImGui`",
    ],
  ],
  [
    "idempotence",
    [
      TEMPLATE_LINES[3] ?? "",
      "idempotent",
      "Idempotent.",
      "Patch is idempotent",
      "Re-applying the patch is a no-op",
    ],
  ],
  [
    "path-fence",
    [
      TEMPLATE_LINES[4] ?? "",
      "no files changed outside the allowlist",
      "only files within the declared roots",
    ],
  ],
  ["diff-budget", [TEMPLATE_LINES[5] ?? "", "DIFF BUDGET RESPECTED", "within the diff budget"]],
  [
    "require-separators",
    [
      "No Windows separators in requires",
      "no backslashes inside `require(...)`",
      "No backslashes in require()",
    ],
  ],
  ["no-globals", ["No globals"]],
  ["no-require-effects", ["no side-effects at `require` time"]],
];

for (const [rule, lines] of KNOWN) {
  test(`what ${rule} proves is known in each of its forms`, () => {
    assert.equal(
      lines.map((line) => [line, ruleOf(line)]),
      lines.map((line) => [line, rule]),
    );
  });
}

test("a line may ask for several things, each by itself", () => {
  assert.is(
    ruleOf("no remaining imports of X.Y; Lua 5.3 parse; idempotent."),
    "require-graph; lua-parse; idempotence",
  );
  assert.is(ruleOf("each phase returns `ok:true`; CI passes; Discord ping sent."), "nobody; nobody; nobody");
  assert.equal(claimsOf(" ; "), []);
});

test("what a claim names is kept: a module with its case, a version of Lua", () => {
  assert.equal(claimsOf("No remaining imports of `RegionPlaylist.app.state`."), [
    {
      text: "No remaining imports of `RegionPlaylist.app.state`.",
      rule: "require-graph",
      module: "RegionPlaylist.app.state",
    },
  ]);
  assert.is(claimsOf("All edited files parse as Lua 5.1")[0]?.version, "5.1");
});

test("a line that says less, more or the contrary is not understood", () => {
  const lines = [
    "Diff budget not respected.",
    "Diff budget respected, except for docs.",
    "No remaining require(...) of moved modules, but for the shim.",
    "All edited files parse as Lua 5.3 and pass luacheck.",
    "Pure layers contain new reaper.* calls",
    "Patch is not idempotent",
    "Files changed outside declared roots.",
    "... per V5 template ...",
    "keep semantics (pure vs runtime)",
    "",
  ];
  assert.equal(
    lines.filter((line) => claimsOf(line).some(({ rule }) => rule !== undefined)),
    [],
  );
});

test("each rule that proves a line is a rule that there is", () => {
  const ids = rules.map(({ id }) => id);
  assert.equal(
    PROVING_RULES.filter((id) => !ids.includes(id)),
    [],
  );
});
