// A task that is written can be read: whatever it was asked for.
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { rules } from "../../src/rules/index.ts";
import { checkGreps } from "../../src/rules/proof-grep/check.ts";
import { contradiction } from "../../src/rules/proof-grep/contradiction.ts";
import { claimsOf } from "../../src/task/acceptance.ts";
import { composeTask } from "../../src/task/compose-task.ts";
import { readTask } from "../../src/task/read-task.ts";
import { suite } from "../support/suite.ts";

const test = suite("a new task");

const PLAIN = { noNullPrototype: true };

test("it reads as it was meant, without a word; its greps can be used, and a rule is there for each line", () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('a "b" \\ c', "\\(", "é😀", '"proof_grep": []', "$&", "Risks: $1", "Undo: x\ny"),
  );
  const some = text.filter((one) => one !== "" && !/\p{Surrogate}/u.test(one));
  const plan = fc.record({
    code: fc.constantFrom("a_b", "RP-12"),
    kind: fc.option(some, { nil: undefined }),
    allowlist: fc.array(fc.constantFrom("A/core", "A/**/*.lua", 'A/"b".lua', "A/$&"), { maxLength: 3 }),
    budget: fc.record({ files: fc.nat(), addedLoc: fc.nat() }, PLAIN),
    isMechanical: fc.boolean(),
    liveRoot: fc.constantFrom(undefined, "A/scripts"),
    featureRoot: fc.constantFrom(undefined, "Region"),
    from: fc.option(some, { nil: undefined }),
    to: fc.option(some, { nil: undefined }),
    acceptance: fc.array(some, { maxLength: 2 }),
    proofGreps: fc.array(fc.record({ pattern: some, should_match: fc.boolean() }, PLAIN), { maxLength: 2 }),
    notes: fc.array(some, { maxLength: 3 }),
  });
  const project = fc.record({
    namespace: fc.record({
      canonical: fc.constantFrom("ark", ""),
      retired: fc.constantFrom([], ["oldark"], ["re.ark", "old-ark"]),
    }),
    pure: fc.constantFrom([], ["A/*/core/**", "**/selectors.lua"]),
  });
  fc.assert(
    fc.property(plan, project, (asked, names) => {
      const written = composeTask(asked, names);
      JSON.parse(written);
      const read = readTask(Buffer.from(written), {
        code: asked.code,
        source: { where: "flags", path: undefined },
      });
      if (!read.ok) throw new Error(`${read.error.key}: ${read.error.message}`);
      const task = read.value;
      assert.equal(task.warnings, []);
      assert.equal(task.constraints.allowlist, asked.allowlist);
      assert.equal(task.constraints.diffBudget, asked.budget);
      assert.is(task.constraints.isMechanical, asked.isMechanical);
      assert.equal([task.kind, task.from, task.to], [asked.kind ?? asked.code, asked.from, asked.to]);
      const own = task.proofGreps.length - asked.proofGreps.length;
      assert.equal(task.proofGreps.slice(own), asked.proofGreps);
      const template = task.proofGreps.slice(0, own);
      assert.equal(checkGreps(template), []);
      assert.equal(
        template.flatMap((grep) => contradiction(grep, names) ?? []),
        [],
      );
      assert.equal(task.acceptance.slice(6), asked.acceptance);
      const ids = rules.map(({ id }) => id);
      for (const { rule } of task.acceptance.slice(0, 6).flatMap(claimsOf))
        assert.ok(ids.includes(rule ?? ""));
      for (const line of asked.notes) assert.ok(task.notes.includes(line), line);
    }),
    { numRuns: 300, seed: 11 },
  );
});
