// What holds for every rule about a change as a whole, tried on the fixtures of all of them.

import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import type { JudgedFinding } from "../../src/model/finding.ts";
import { pathOf, spanOf } from "../../src/model/place.ts";
import { rules } from "../../src/rules/index.ts";
import type { Files } from "../support/repo.ts";
import { type FixtureCase, fixtureCases } from "../support/rules/fixture-case.ts";
import { planOf } from "../support/rules/fixture-plan.ts";
import { type FixtureRepo, makeFixtureRepo, type Planned } from "../support/rules/fixture-repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("properties of change rules");
// A title is judged whatever the change holds.
const changeRules = new Set(rules.flatMap(({ kind, id }) => (kind === "change" ? [id] : [])));
const cases = fixtureCases().filter(
  ({ rule, settings }) => rule !== "task-code" && changeRules.has(rule) && settings.commits === undefined,
);
let repo: FixtureRepo;

test.before(async () => {
  repo = await makeFixtureRepo(cases.flatMap(variants));
});
test.after(() => repo.close());

test("the order of the files does not count", async () => {
  for (const item of cases) {
    const change = repo.change(planOf(item).name);
    const { findings } = await judge({ ...change, files: [...change.files].reverse() }, termsOf(item));
    assert.equal(findings, await found(item), item.folder);
  }
});

test("line ends don't count", async () => {
  for (const item of cases)
    assert.equal(places(await found(item, " crlf")), places(await found(item)), item.folder);
});

test("a tree that did not change has no finding that blocks", async () => {
  for (const item of cases.filter(({ settings }) => settings.subject === undefined)) {
    const blocking = (await found(item, " unchanged")).filter(({ level }) => level === "error");
    assert.equal(blocking, [], item.folder);
  }
});

async function found(item: FixtureCase, variant = ""): Promise<readonly JudgedFinding[]> {
  return (await judge(repo.change(`${planOf(item).name}${variant}`), termsOf(item))).findings;
}

function places(findings: readonly JudgedFinding[]): string[] {
  return findings.map(({ rule, place, message }) => {
    const start = spanOf(place)?.start;
    return `${rule} ${pathOf(place)}:${start?.line}:${start?.column} ${message}`;
  });
}

function variants(item: FixtureCase): Planned[] {
  const plan = planOf(item);
  const made = (name: string, before: Files, after: Files): Planned => ({
    ...plan,
    name: `${plan.name}${name}`,
    before,
    commits: [{ message: item.message, after }],
  });
  return [
    plan,
    made(" crlf", crlf(item.before), crlf(item.after)),
    made(" unchanged", item.after, item.after),
  ];
}

function crlf(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      Buffer.isBuffer(content) && path.endsWith(".lua")
        ? Buffer.from(content.toString("latin1").replaceAll("\n", "\r\n"), "latin1")
        : content,
    ]),
  );
}
