import * as assert from "uvu/assert";
import { explainPolicy } from "../../../src/policy/print/explain-policy.ts";
import { policyJson, printPolicy } from "../../../src/policy/print/print-policy.ts";
import { readPolicyFile } from "../../../src/policy/read/read-policy.ts";
import { suite } from "../../support/suite.ts";

const test = suite("print policy");

const TEXT = `extends: playbook-v5
root: lib
rules:
  docs-fence: [warn, { allow: [CHANGELOG.md] }]
overrides:
  - branches: agents
    rules:
      docs-fence: error
  - files: [lib/drafts/**]
    rules:
      diff-budget: [warn, { strict: { files: 60 } }]
`;

async function explained(where: { readonly branch?: string; readonly file?: string }) {
  const found = await readPolicyFile(".arkitektrc.yaml", Buffer.from(TEXT));
  if (!found.ok || found.value === undefined) throw new Error(JSON.stringify(found));
  return explainPolicy(found.value, where);
}

/** The lines about some keys, with runs of spaces as one. */
const linesOf = (text: string, ...keys: readonly string[]) =>
  text
    .split("\n")
    .filter((line) => keys.includes(line.split(" ")[0] ?? ""))
    .map((line) => line.replaceAll(/ +/g, " "));

test("each value stands with the line it comes from", async () => {
  const text = printPolicy(await explained({}));
  assert.is(text.split("\n")[0], "policy  .arkitektrc.yaml, extends playbook-v5");
  assert.equal(
    linesOf(
      text,
      "root",
      "features.root",
      "shims.maxDays",
      "limits.fileBytes",
      "rules.docs-fence",
      "rules.docs-fence.allow",
      "rules.docs-fence.when",
    ),
    [
      'root "lib" # .arkitektrc.yaml:2',
      'features.root "lib/scripts" # playbook-v5',
      "shims.maxDays 30 # playbook-v5",
      "limits.fileBytes 16777216 # default",
      'rules.docs-fence "warn" # .arkitektrc.yaml:4',
      'rules.docs-fence.allow ["CHANGELOG.md"] # .arkitektrc.yaml:4',
      'rules.docs-fence.when "mixed" # playbook-v5',
    ],
  );
});

test("a branch and a file show what holds there", async () => {
  const text = printPolicy(await explained({ branch: "codex/x", file: "lib/drafts/a.lua" }));
  assert.equal(text.split("\n").slice(1, 3), ["branch  codex/x", "file    lib/drafts/a.lua"]);
  assert.equal(
    linesOf(
      text,
      "rules.docs-fence",
      "rules.diff-budget",
      "rules.diff-budget.strict.files",
      "rules.diff-budget.files",
    ),
    [
      'rules.docs-fence "error" # .arkitektrc.yaml:8, overrides[0]',
      'rules.diff-budget "warn" # .arkitektrc.yaml:11, overrides[1]',
      "rules.diff-budget.files 12 # default",
      "rules.diff-budget.strict.files 60 # .arkitektrc.yaml:11, overrides[1]",
    ],
  );
});

test("what holds elsewhere is named, so that nobody takes the general settings for all", async () => {
  const text = printPolicy(await explained({ branch: "main" }));
  assert.equal(text.trimEnd().split("\n").slice(-4), [
    "not in force here:",
    "  playbook-v5, overrides[0]  agent branches: task-notes",
    "  .arkitektrc.yaml:6, overrides[0]  agent branches: docs-fence",
    "  .arkitektrc.yaml:9, overrides[1]  files lib/drafts/**: diff-budget",
  ]);
});

test("the answer for programs is one document with the same values", async () => {
  const explanation = await explained({ branch: "codex/x" });
  const answer = JSON.parse(policyJson(explanation));
  assert.equal(
    [answer.version, answer.path, answer.extends, answer.branch, answer.file],
    [1, ".arkitektrc.yaml", "playbook-v5", "codex/x", null],
  );
  assert.equal(answer.values["rules.docs-fence"], {
    value: "error",
    from: { kind: "policy", path: ".arkitektrc.yaml", at: { line: 8, column: 19 }, override: 0 },
  });
  assert.is(Object.keys(answer.values).length, explanation.rows.length);
  assert.equal(
    answer.elsewhere.map(({ rules }: { rules: string[] }) => rules),
    [["diff-budget"]],
  );
});

test("on a narrow terminal a list that is too long stands below its key", async () => {
  const text = printPolicy(await explained({}), { dim: (part) => `<${part}>`, width: 80 });
  assert.ok(Math.max(...text.split("\n").map((line) => line.replaceAll(/[<>]/g, "").length)) <= 80, text);
  assert.match(
    text,
    /^rules\.diff-budget\.exclude +<# default>\n {4}\["\*\*\/\*\.generated\.\*", .*"\]\nrules\./m,
  );
  assert.match(text, /^taskCode\.examples +<# playbook-v5>\n {4}\["phase6[^\n]*",\n {5}"\[RP-12\]/m);
});
