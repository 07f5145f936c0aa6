// A rule lives in four places; this names whichever is missing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { rules } from "../../src/rules/index.ts";
import { withOptions } from "../../tools/rule-page.ts";
import { expectedText, fixtureCases } from "../support/rules/fixture-case.ts";
import { suite } from "../support/suite.ts";

const test = suite("the four places of a rule");
const root = fileURLToPath(new URL("../../", import.meta.url));
const cases = fixtureCases();

for (const rule of rules) {
  const { id, summary } = rule;

  test(`${id}: has src/rules/${id}.ts, or a folder of that name with its parts`, () => {
    const places = [`src/rules/${id}.ts`, `src/rules/${id}/${id}.ts`];
    assert.ok(
      places.some((place) => existsSync(root + place)),
      `${places[0]} is missing`,
    );
  });

  test(`${id}: has fixtures of flagged and of clean code`, () => {
    const said = cases.filter(({ rule }) => rule === id).map((item) => expectedText(item) ?? "");
    const folder = `test/fixtures/rules/${id}/`;
    const isFlagged = (text: string) => new RegExp(`(?:error|warning)  ${id}\\b`).test(text);
    assert.ok(said.some(isFlagged), `${folder} has no case that the rule flags`);
    assert.not(said.every(isFlagged), `${folder} has no case that is clean`);
  });

  test(`${id}: has docs/rules/${id}.md with every section, its summary and its options`, () => {
    const page = `docs/rules/${id}.md`;
    assert.ok(existsSync(root + page), `${page} is missing`);
    const text = readFileSync(root + page, "utf8");
    assert.ok(text.startsWith(`# ${id}\n\n> ${summary}\n`), `${page} must begin with the id and the summary`);
    for (const section of ["## What", "## Why", "## Wrong", "## Right", "## Options", "## Switching it off"])
      assert.ok(text.includes(`\n${section}\n`), `${page} has no section "${section}"`);
    assert.is(
      text,
      withOptions(text, rule),
      `${page}: its options are out of date; npm run generate writes them`,
    );
  });
}

test("the folder of rules holds rules and nothing else", () => {
  const ids = new Set(rules.map(({ id }) => id));
  const others = readdirSync(`${root}src/rules`)
    .map((name) => name.replace(/\.ts$/, ""))
    .filter((name) => name !== "index" && !ids.has(name));
  assert.equal(others, []);
});

test("every page and every fixture folder belongs to a rule", () => {
  const ids = new Set(rules.map(({ id }) => id));
  const pages = readdirSync(`${root}docs/rules`).map((name) => name.replace(/\.md$/, ""));
  for (const name of [...pages, ...cases.map(({ rule }) => rule)])
    assert.ok(ids.has(name), `there is no line for ${name} in src/rules/index.ts`);
});
