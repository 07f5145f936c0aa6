import fc from "fast-check";
import * as assert from "uvu/assert";
import { parse as parseYaml, stringify as toYaml } from "yaml";
import { showFaults } from "../../src/policy/faults/show-faults.ts";
import type { FoundPolicy } from "../../src/policy/policy.ts";
import { explainPolicy, type Row } from "../../src/policy/print/explain-policy.ts";
import { serialise, serialiseText } from "../../src/policy/print/serialise.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { isObject } from "../../src/policy/resolve/merge.ts";
import { settingFor } from "../../src/policy/resolve/setting-for.ts";
import { anyPolicyFile } from "../support/any-policy.ts";
import { suite } from "../support/suite.ts";

const test = suite("policy properties");
const RUNS = { numRuns: 60 };

async function read(text: string, path = "p.json"): Promise<FoundPolicy> {
  const found = await readPolicyFile(path, Buffer.from(text));
  if (!found.ok) throw new Error(`${showFaults(found.error)}\n${text}`);
  if (found.value === undefined) throw new Error("no policy");
  return found.value;
}

test("a policy that is printed and read again is the same policy", async () => {
  await fc.assert(
    fc.asyncProperty(anyPolicyFile, async (file) => {
      const { policy } = await read(JSON.stringify(file));
      const again = await read(serialiseText(serialise(policy)));
      assert.equal(again.policy, policy);
    }),
    RUNS,
  );
});

test("the order of keys means nothing", async () => {
  await fc.assert(
    fc.asyncProperty(anyPolicyFile, async (file) => {
      const one = await read(JSON.stringify(file));
      const other = await read(JSON.stringify(reversed(file)));
      assert.equal(sorted(other.policy), sorted(one.policy));
    }),
    RUNS,
  );
});

test("YAML says the same as JSON", async () => {
  await fc.assert(
    fc.asyncProperty(anyPolicyFile, async (file) => {
      const json = await read(JSON.stringify(file));
      const yaml = await read(`# a policy\n${toYaml(file)}`, "p.yaml");
      assert.equal(yaml.policy, json.policy);
    }),
    RUNS,
  );
});

test("what is explained is what is in force, and each value stands where it is said to come from", async () => {
  const where = fc.record({
    branch: fc.constantFrom("main", "codex/x"),
    file: fc.constantFrom("src/a.lua", "x"),
  });
  const form = fc.constantFrom("p.json", "p.yaml", "package.json");
  await fc.assert(
    fc.asyncProperty(anyPolicyFile, where, form, async (file, scope, path) => {
      const found = await read(textOf(file, path), path);
      const { rows } = explainPolicy(found, scope);
      for (const id of Object.keys(found.policy.rules)) {
        const setting = settingFor(found.policy, id, { branches: [scope.branch], path: scope.file });
        assert.is(valueIn(rows, `rules.${id}`), setting.level);
        for (const [key, value] of Object.entries(setting.options)) {
          if (!isObject(value)) assert.equal(valueIn(rows, `rules.${id}.${key}`), value);
        }
      }
      for (const row of rows) assertPlace(row, found);
    }),
    RUNS,
  );
});

test("without a policy key nothing comes from the policy, with a preset no folder from nowhere", async () => {
  const kinds = async (text: string) =>
    new Map(explainPolicy(await read(text)).rows.map(({ key, from }) => [key, from.kind]));
  assert.equal(new Set((await kinds("{}")).values()), new Set(["default"]));
  const preset = await kinds('{"extends":"playbook-v5"}');
  assert.is(preset.get("root"), "preset");
  assert.is(preset.get("rules.lua-parse"), "preset");
  assert.is(preset.get("limits.fileBytes"), "default");
  assert.is(preset.get("rules.diff-budget.files"), "default");
});

function textOf(file: unknown, path: string): string {
  if (path === "p.yaml") return `# a policy\n${toYaml(file)}`;
  return JSON.stringify(path === "package.json" ? { name: "x", arkitekt: file } : file, null, 2);
}

/** At the place that a row names, the text holds the row's value. */
function assertPlace({ key, value, from }: Row, { text, format }: FoundPolicy): void {
  if (from.kind !== "policy") return;
  assert.ok(from.at, key);
  const line = text.split("\n")[(from.at?.line ?? 1) - 1] ?? "";
  const rest = line.slice((from.at?.column ?? 1) - 1);
  if (typeof value !== "string" && typeof value !== "number") return;
  const said: unknown =
    format === "yaml" ? parseYaml(rest.replace(/,$/, "")) : JSON.parse(rest.replace(/,$/, ""));
  assert.equal(said, value, `${key} at ${JSON.stringify(from)} in\n${text}`);
}

function valueIn(rows: readonly Row[], key: string): unknown {
  return rows.find((row) => row.key === key)?.value;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
