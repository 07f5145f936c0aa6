// Rules that look beyond the change share what it costs: five Git processes, however many of them have questions.

import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { stagedChangeSet } from "../../src/git/changes/staged.ts";
import type { JudgedFinding } from "../../src/model/finding.ts";
import { spanOf } from "../../src/model/place.ts";
import { withRepository } from "../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("rules that search");

const MODULE = "local M = {}\n\nfunction M.draw() end\nfunction M.size() end\n\nreturn M\n";
const SHRUNK = MODULE.replace("M.size", "M.width");
const RULES = { "require-graph": "error", "unmet-exports": "error", "shim-surface": "error" };

/** One module moves without its importers, two lose a field. */
function repoWithAll(): TestRepo {
  const importer = 'return { require("lib.moved").draw, require("lib.one").size, require("two").size }\n';
  const repo = makeRepo({
    "lib/moved.lua": `${MODULE}-- moved\n`,
    "lib/one.lua": MODULE,
    "lib/two.lua": `${MODULE}-- two\n`,
    "lib/user.lua": importer,
    "other.lua": "return 'one'\n",
  });
  repo.git("mv", "lib/moved.lua", "lib/elsewhere.lua");
  repo.stage({ "lib/one.lua": SHRUNK, "lib/two.lua": SHRUNK });
  return repo;
}

async function inspect(rules: object): Promise<{ findings: readonly JudgedFinding[]; started: number }> {
  const policy = { project: { lua: { moduleRoots: [""] } }, rules: { ...rules } };
  return withRepository(repoWithAll(), async (opened) => {
    const change = await stagedChangeSet(opened);
    const { findings } = await judge(change, termsOf({ rule: "require-graph", policy, settings: {} }));
    return { findings, started: opened.git.started };
  });
}

test("take five Git processes together", async () => {
  const { findings, started } = await inspect(RULES);
  assert.equal(
    findings.map(({ rule, place }) => {
      const start = spanOf(place)?.start;
      return `${rule} ${start?.line}:${start?.column}`;
    }),
    ["require-graph 1:18", "unmet-exports 1:56", "unmet-exports 1:77"],
  );
  assert.is(started, 5);
});

test("find together what each finds alone", async () => {
  const { findings } = await inspect(RULES);
  const alone: JudgedFinding[] = [];
  for (const [id, level] of Object.entries(RULES)) alone.push(...(await inspect({ [id]: level })).findings);
  assert.equal(findings, alone);
});
