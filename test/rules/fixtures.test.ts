// What every rule says about its fixtures, word for word. `UPDATE=1 npm test -- rules/fixtures` rewrites the golden files.

import picocolors from "picocolors";
import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { pretty } from "../../src/report/verdict/pretty.ts";
import {
  expectedText,
  type FixtureCase,
  fixtureCases,
  rewriteExpected,
} from "../support/rules/fixture-case.ts";
import { planOf } from "../support/rules/fixture-plan.ts";
import { type FixtureRepo, makeFixtureRepo } from "../support/rules/fixture-repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { tasksOf } from "../support/rules/tasks-of.ts";
import { suite } from "../support/suite.ts";

const test = suite("rule fixtures");
const cases = fixtureCases();
let repo: FixtureRepo;

test.before(async () => {
  repo = await makeFixtureRepo(cases.map(planOf));
});
test.after(() => repo.close());

for (const item of cases) {
  test(`${item.rule}: ${item.name.replaceAll("-", " ")}`, async () => {
    const printed = await print(item);
    if (process.env["UPDATE"] === "1") rewriteExpected(item, printed);
    assert.is(printed, expectedText(item) ?? "(expected.txt is missing: UPDATE=1 writes it)");
  });
}

async function print(item: FixtureCase): Promise<string> {
  const { name, before, branches } = planOf(item);
  const tasks = tasksOf(before, item.message, branches);
  const verdict = await judge(repo.change(name), termsOf(item, tasks));
  // The ids of fixture commits say nothing.
  const findings = verdict.findings.map(({ commit: _, ...finding }) => finding);
  const text = pretty(
    { ...verdict, findings },
    { paint: picocolors.createColors(false), width: 100, all: true, next: "Mend it.", seeAll: "--all" },
  );
  // The last lines speak of the verdict as a whole; they have tests of their own.
  const said = text.replace(/^arkitekt: (?:blocked|passed)[\s\S]*/m, "").trimEnd();
  return said === "" ? "nothing to say\n" : `${said}\n`;
}
