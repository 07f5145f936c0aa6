import * as assert from "uvu/assert";
import { cleanModule, makeGated, unwrapped } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("task codes under the clock");

test("a pattern that would take for ever on a title stops the commit, not the gate", () => {
  const taskCode = { patterns: ["^(?<code>(?=(\\w+)+:)\\w+)"], examples: ["song: more"] };
  const repo = makeGated({}, { taskCode });
  repo.stage({ "A/a.lua": cleanModule });
  const start = Date.now();
  const answer = repo.tryGit("commit", "-m", `${"a".repeat(60)} without a colon`);
  assert.is(answer.code, 1);
  assert.ok(Date.now() - start < 20_000);
  assert.match(unwrapped(answer.stderr), "error task-code the title could not be judged:");
  assert.is(repo.tryGit("commit", "-qm", "song: more").code, 0);
});
