// What a rule's page calls wrong is found by the rule, and what it calls right is not.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { judge } from "../../src/gate/judge.ts";
import { rules } from "../../src/rules/index.ts";
import { type FixtureRepo, makeFixtureRepo, type Planned } from "../support/rules/fixture-repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { type PageExample, readExample } from "../support/rules/page-example.ts";
import { tasksOf } from "../support/rules/tasks-of.ts";
import { suite } from "../support/suite.ts";

const test = suite("the examples of a rule's page");
const ids = rules.map(({ id }) => id);

const examples = ids.flatMap((id) =>
  (["Wrong", "Right"] as const).map((side) => ({
    id,
    side,
    example: readExample(sectionOf(id, side), id, ids),
  })),
);
let repo: FixtureRepo;

test.before(async () => {
  repo = await makeFixtureRepo(
    examples.flatMap(({ id, side, example }) => plansOf(`${id}/${side}`, example)),
  );
});
test.after(() => repo.close());

for (const { id, side, example } of examples) {
  test(`${id}: ${side === "Wrong" ? "finds what is wrong" : "has nothing to say about what is right"}`, async () => {
    assert.ok(example.commits.length > 0, `docs/rules/${id}.md: "${side}" shows no change`);
    const said: string[] = [];
    for (const { name, before, commits } of plansOf(`${id}/${side}`, example)) {
      const terms = termsOf(
        {
          rule: id,
          policy: example.policy,
          settings: example.today === undefined ? {} : { today: example.today },
        },
        tasksOf(before, commits.at(-1)?.message ?? "", example.branches),
      );
      const { findings } = await judge(repo.change(name), terms);
      said.push(...findings.filter(({ rule }) => rule === id).map(({ message }) => message));
    }
    if (side === "Wrong") assert.ok(said.length > 0, `docs/rules/${id}.md: the rule finds nothing wrong`);
    else assert.equal(said, []);
  });
}

/** Each commit by itself and, where there are several, the range of them. */
function plansOf(name: string, { before, commits, branches }: PageExample): Planned[] {
  const shared = { isMerge: false, branches };
  const single = commits.map(
    ({ message, after }, at): Planned => ({
      ...shared,
      name: `${name}/${at}`,
      before: commits[at - 1]?.after ?? before,
      commits: [{ message, after }],
      subject: "commit",
    }),
  );
  if (commits.length < 2) return single;
  return [...single, { ...shared, name: `${name}/range`, before, commits, subject: "range" }];
}

function sectionOf(id: string, side: "Wrong" | "Right"): string {
  const page = readFileSync(fileURLToPath(new URL(`../../docs/rules/${id}.md`, import.meta.url)), "utf8");
  return new RegExp(`^## ${side}\\n([\\s\\S]*?)(?=^## )`, "m").exec(page)?.[1] ?? "";
}
