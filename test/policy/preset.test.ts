import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as assert from "uvu/assert";
import { RULE_DEFAULTS } from "../../src/policy/generated/rules.generated.ts";
import { SETTING_DEFAULTS } from "../../src/policy/generated/settings.generated.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { presetOf } from "../../src/policy/presets/preset-of.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { keysOf, schemaAt } from "../../src/policy/schema/schema-at.ts";
import { rules } from "../../src/rules/index.ts";
import { suite } from "../support/suite.ts";

const test = suite("presets and defaults");
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const example = read(".arkitektrc.example.json");

async function policyOf(text: string): Promise<Policy> {
  const found = await readPolicyFile("p.json", Buffer.from(text));
  if (!found.ok || found.value === undefined) throw new Error(JSON.stringify(found));
  return found.value.policy;
}

test("the example says what the preset says, and nothing else", async () => {
  assert.equal(await policyOf(example), await policyOf('{"extends":"playbook-v5"}'));
});

test("the example fits the schema that ships, as another validator reads it", () => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(read("schemas/policy.schema.json")));
  assert.ok(validate(JSON.parse(example)), JSON.stringify(validate.errors));
});

test("the example shows every key of the schema and every option of every rule", () => {
  const shown = JSON.parse(example);
  assert.equal(Object.keys(shown), keysOf(schemaAt([])));
  for (const key of keysOf(schemaAt([]))) {
    const inner = keysOf(schemaAt([key]));
    if (inner.length > 0) assert.equal(Object.keys(shown[key]).sort(), [...inner].sort(), key);
  }
  for (const rule of rules) {
    const { id } = rule;
    const entry = shown.rules[id];
    assert.equal(Object.keys(Array.isArray(entry) ? entry[1] : {}), Object.keys(rule.options.fallback), id);
  }
});

test("the defaults in the schema are the ones that hold", () => {
  for (const [key, value] of Object.entries(SETTING_DEFAULTS)) {
    const inner = keysOf(schemaAt([key]));
    for (const path of inner.length === 0 ? [[key]] : inner.map((name) => [key, name])) {
      const built: unknown =
        path.length === 1 ? value : Object.entries(value).find(([name]) => name === path[1])?.[1];
      const { default: stated = "" } = schemaAt(path) ?? {};
      assert.equal(built, stated, path.join("."));
    }
  }
});

test("every rule has a level in the preset, and nothing else has", () => {
  const levels = Object.keys(presetOf({ extends: "playbook-v5" }).rules);
  assert.equal(rules.map(({ id }) => id).sort(), levels.sort());
  assert.equal(
    rules.map(({ id }) => id),
    Object.keys(RULE_DEFAULTS),
  );
});

test("the preset holds the numbers and lists of the playbook", async () => {
  const { project, rules: settings } = await policyOf('{"extends":"playbook-v5"}');
  const budget = settings["diff-budget"];
  assert.is(budget?.level, "error");
  assert.equal([budget?.options["files"], budget?.options["addedLoc"]], [12, 700]);
  assert.equal(budget?.options["strict"], {
    globs: ["**/core/**", "**/storage/**"],
    files: 6,
    addedLoc: 300,
  });
  assert.is(project.shims.maxDays, 30);
  assert.is(project.root, "ARKITEKT");
  assert.is(project.features.root, "ARKITEKT/scripts");
  assert.equal(project.features.layers, [
    "core",
    "app",
    "engine",
    "storage",
    "views",
    "widgets",
    "components",
  ]);
  assert.equal(project.pure, [
    "ARKITEKT/scripts/*/core/**",
    "**/storage/persistence.lua",
    "**/selectors.lua",
  ]);
  assert.is(project.namespace.canonical, "arkitekt");
  assert.not.ok(project.namespace.retired.includes("arkitekt"));
  assert.ok(["codex/**", "claude/**", "cursor/**"].every((glob) => project.agentBranches.includes(glob)));
});

test("the preset's task codes are what its examples show, and no common first words", async () => {
  const { taskCode } = (await policyOf('{"extends":"playbook-v5"}')).project;
  const codeOf = (title: string) =>
    taskCode.patterns.map((pattern) => new RegExp(pattern).exec(title)?.groups?.["code"]).find(Boolean);
  assert.equal(taskCode.examples.map(codeOf), ["phase6_colors_util", "RP-12", "Phase 7"]);
  for (const title of [
    "fix: the order",
    "Fix it",
    "wip",
    "[skip ci] x",
    "feat(core): x",
    "RP-12",
    "[RP-12]",
  ]) {
    assert.is(codeOf(title), undefined, title);
  }
});
