import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { rules } from "../../src/rules/index.ts";
import { arkitekt } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt rules and explain");
const repo = makeRepo();
const pages = readdirSync(fileURLToPath(new URL("../../docs/rules/", import.meta.url)));
const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

test("every rule is listed with what it holds, within the width of a terminal", () => {
  const { code, stdout } = arkitekt(repo, ["rules"]);
  assert.is(code, 0);
  assert.equal(
    [...stdout.matchAll(/^([a-z-]+) {2,}\S/gm)].map(([, id]) => id),
    rules.map(({ id }) => id),
  );
  assert.ok(widest(stdout) <= 80);
});

test("for a program the list holds the schema of each rule's options", () => {
  const list = JSON.parse(arkitekt(repo, ["rules", "--format", "json"]).stdout);
  assert.equal(
    list,
    rules.map(({ id, summary, options }) => JSON.parse(JSON.stringify({ id, summary, options }))),
  );
});

test("every rule's page is shown by name, and its prose fits a terminal", () => {
  for (const file of pages) {
    const id = file.replace(/\.md$/, "");
    const { code, stdout } = arkitekt(repo, ["explain", id]);
    assert.is(code, 0);
    assert.ok(stdout.startsWith(`${id}\n\n`), id);
    const prose = stdout.split("\n").filter((line) => !line.startsWith("    ") || line.startsWith("      "));
    assert.ok(widest(prose.join("\n")) <= 80, id);
  }
});

test("a rule that there is not is told with the nearest", () => {
  const { code, stdout, stderr } = arkitekt(repo, ["explain", "path-fense"]);
  assert.equal([code, stdout], [2, ""]);
  assert.is(
    stderr,
    'arkitekt: there is no rule "path-fense"; did you mean path-fence?\n→ arkitekt rules lists them\n',
  );
});
