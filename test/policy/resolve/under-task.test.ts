import * as assert from "uvu/assert";
import type { TaskLayer } from "../../../src/model/task/task-layer.ts";
import type { Policy, RuleSetting } from "../../../src/policy/policy.ts";
import { readPolicyFile } from "../../../src/policy/read/read-policy.ts";
import { settingFor } from "../../../src/policy/resolve/setting-for.ts";
import { layerOf } from "../../../src/task/layer-of.ts";
import { suite } from "../../support/suite.ts";

const test = suite("settings under a task");

const grep = (pattern: string) => ({ pattern, should_match: false });

async function policyWith(rules: object, overrides: object[] = []): Promise<Policy> {
  const text = JSON.stringify({ rules, overrides });
  const read = await readPolicyFile("p.json", Buffer.from(text));
  if (!read.ok || read.value === undefined) throw new Error("no policy");
  return read.value.policy;
}

const task = (constraints: object, greps: object[] = [], mayWiden = true): TaskLayer => {
  const given = { allowlist: undefined, diffBudget: undefined, isMechanical: false, ...constraints };
  const fence = (constraints as { allowlist?: readonly string[] }).allowlist;
  return layerOf({ constraints: given, proofGreps: greps as never }, fence, mayWiden);
};

const under = (policy: Policy, rule: string, layers: readonly TaskLayer[], path?: string): RuleSetting =>
  settingFor(policy, rule, { branches: ["main"], layers, ...(path === undefined ? {} : { path }) });

test("a fence takes the place of the policy's where the task may widen, and lies inside of it where it may not", async () => {
  const policy = await policyWith({ "path-fence": ["error", { roots: ["A"] }] });
  const wide = under(policy, "path-fence", [task({ allowlist: ["A/core", "B"] })]);
  assert.equal(wide, { level: "error", options: { roots: ["A/core", "B"], within: [] } });
  const narrow = under(policy, "path-fence", [task({ allowlist: ["A/core", "B"] }, [], false)]);
  assert.equal(narrow, { level: "error", options: { roots: ["A"], within: ["A/core", "B"] } });
});

test("what the policy only advises does not become an error with what the task asks for", async () => {
  const policy = await policyWith({
    "path-fence": ["warn", { roots: ["A"] }],
    "diff-budget": ["warn", { files: 2, addedLoc: 9 }],
    "proof-grep": ["warn", { greps: [grep("advice"), grep("both")] }],
  });
  const layers = [
    task(
      { allowlist: ["B"], diffBudget: { files: 5, addedLoc: undefined } },
      [grep("own"), grep("both")],
      false,
    ),
  ];
  assert.equal(under(policy, "path-fence", layers).options, { roots: [], within: ["B"] });
  const budget = under(policy, "diff-budget", layers).options;
  assert.equal([budget["files"], budget["addedLoc"]], [5, Number.MAX_SAFE_INTEGER]);
  assert.equal((budget["strict"] as { readonly globs: unknown }).globs, []);
  const greps = under(policy, "proof-grep", layers);
  assert.equal(greps, {
    level: "error",
    options: { greps: [{ ...grep("advice"), atMost: "warn" }, grep("own"), grep("both")] },
  });
});

test("a budget is the lesser of the two, figure by figure; greps and documents add up, one layer upon another", async () => {
  const policy = await policyWith({
    "diff-budget": ["error", { files: 6, addedLoc: 60 }],
    "proof-grep": ["error", { greps: [grep("advice")] }],
    "docs-fence": ["error", { allow: ["CHANGES.md"] }],
  });
  const layers = [
    task({ allowlist: ["A/**", "A/*.md", "README.md"], diffBudget: { files: 9, addedLoc: 30 } }, [
      grep("own"),
    ]),
    task({}, [grep("of the patch"), grep("own")]),
  ];
  const { files, addedLoc } = under(policy, "diff-budget", layers).options;
  assert.equal([files, addedLoc], [6, 30]);
  assert.equal(under(policy, "docs-fence", layers).options["allow"], ["CHANGES.md", "A/*.md", "README.md"]);
  assert.equal(under(policy, "proof-grep", layers).options["greps"], [
    grep("advice"),
    grep("of the patch"),
    grep("own"),
  ]);
  assert.is(under(policy, "diff-budget", layers), under(policy, "diff-budget", layers));
});

test("a rule that is off is held for the task alone; files that the policy exempts stay exempt", async () => {
  const off = await policyWith({ "proof-grep": ["off", { greps: [grep("old")] }] });
  const layers = [task({ allowlist: ["A"] }, [grep("own")])];
  assert.equal(under(off, "proof-grep", layers), { level: "error", options: { greps: [grep("own")] } });
  const exempt = await policyWith({ "path-fence": ["error", { roots: ["A"] }] }, [
    { files: ["A/free/**"], rules: { "path-fence": "off" } },
  ]);
  assert.is(under(exempt, "path-fence", layers, "A/free/x.lua").level, "off");
  assert.is(under(exempt, "path-fence", layers, "A/x.lua").level, "error");
});
