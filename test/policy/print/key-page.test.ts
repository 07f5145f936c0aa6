import * as assert from "uvu/assert";
import { keyPages, ruleNamed } from "../../../src/policy/print/key-page.ts";
import { readPolicyFile } from "../../../src/policy/read/read-policy.ts";
import { allKeys } from "../../../src/policy/schema/all-keys.ts";
import { rules } from "../../../src/rules/index.ts";
import { suite } from "../../support/suite.ts";

const test = suite("the page of a policy's key");

test("there is one for every key and every option, and what it shows is a policy", async () => {
  const keys = allKeys();
  for (const key of [
    "lua.scripts",
    "shims.maxDays",
    "rules.diff-budget.strict.files",
    "overrides[].branches",
  ])
    assert.ok(keys.includes(key), key);
  for (const key of keys) {
    const [page, ...others] = keyPages(key);
    assert.equal([page?.key, others.length], [key, 0], key);
    for (const [, text = ""] of page?.markdown.matchAll(/```json\n([\s\S]*?)\n```/g) ?? []) {
      const file = { extends: "playbook-v5", ...JSON.parse(text) };
      const read = await readPolicyFile(".arkitektrc.json", Buffer.from(JSON.stringify(file)));
      assert.ok(read.ok, `${key}: ${text}\n${read.ok ? "" : JSON.stringify(read.error)}`);
    }
  }
});

/** How people and messages write a key, and which one it is. */
const SPELLINGS: Readonly<Record<string, string>> = {
  "rules.diff-budget.options.files": "rules.diff-budget.files",
  "rules.diff-budget[1].files": "rules.diff-budget.files",
  "diff-budget.files": "rules.diff-budget.files",
  "diff-budget.options.strict.addedLoc": "rules.diff-budget.strict.addedLoc",
  scripts: "lua.scripts",
  "overrides[0].files": "overrides[].files",
  "overrides.files": "overrides[].files",
  "mayOverride[].rules": "mayOverride[].rules",
  agentBranches: "agentBranches",
  $schema: "$schema",
};

for (const [written, key] of Object.entries(SPELLINGS)) {
  test(`"${written}" is ${key}`, () => {
    assert.equal(
      keyPages(written).map((page) => page.key),
      [key],
    );
  });
}

test("a rule as a whole is named with and without rules before it", () => {
  for (const { id } of rules) assert.is(ruleNamed(`rules.${id}`), id);
  assert.equal([ruleNamed("rules.diff-budget.files"), ruleNamed("lua.scripts")], [undefined, undefined]);
  assert.equal(keyPages("lua.scrpts"), []);
});
