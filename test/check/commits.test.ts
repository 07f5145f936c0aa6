import * as assert from "uvu/assert";
import { CommitJudge } from "../../src/check/commits.ts";
import { readLineage } from "../../src/git/history/lineage.ts";
import { readRange } from "../../src/git/history/range.ts";
import { cleanModule, policy } from "../support/gated.ts";
import { withRepository } from "../support/git/describe.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("commits and the range that they make");

test("a range is judged as a whole only when each of its commits was judged: one that was not is named", async () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy) });
  repo.commit("[AB-1] One", { "A/one.lua": cleanModule });
  repo.commit("[AB-2] Two", { "A/two.lua": cleanModule });
  await withRepository(repo, async (opened) => {
    const range = await readRange(opened, "HEAD~2..HEAD");
    if (!range.ok) throw new Error(range.error.message);
    const { fresh, held, tip, branches } = range.value;
    fresh.mark(tip, branches);
    const judge = new CommitJudge(opened, { today: "2026-03-01" });
    const judged = await judge.each(fresh, [await readLineage(opened, fresh, tip, { held })]);
    assert.equal([...judged.changes.keys()], range.value.commits);
    assert.is((await judge.whole(range.value, judged)).outcome, "pass");
    const changes = new Map(judged.changes);
    changes.delete(tip);
    const thrown = await judge
      .whole(range.value, { ...judged, changes })
      .then(({ outcome }) => outcome, String);
    assert.is(thrown, `Error: the commit ${tip} of this range was not judged`);
  });
});
