import * as assert from "uvu/assert";
import { fix } from "../../src/fix/fix.ts";
import type { FixReport } from "../../src/model/fix-report.ts";
import { policy, program } from "../support/gated.ts";
import { withRepository } from "../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("fix");

const mendable = 'local a = require("ark\\\\list")\nreturn a\n';
const mended = 'local a = require("ark.list")\nreturn a\n';

const fixing = (repo: TestRepo, options: { isStaged: boolean; isDryRun: boolean }): Promise<FixReport> =>
  withRepository(repo, (opened) => fix(opened, { ...options, today: "2026-03-01", program }));

test("what it does is one patch, said before as it is made, and nothing once it is made", async () => {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(policy), "A/clean.lua": mended });
  repo.stage({ "A/a.lua": mendable, "A/clean.lua": `${mended}-- more\n` });
  const patch = {
    edits: [{ kind: "contents", path: "A/a.lua", contents: Buffer.from(mended), isNew: false }],
    moves: [],
    deletions: [],
  };
  const said = await fixing(repo, { isStaged: true, isDryRun: true });
  assert.equal(said.patch, patch);
  assert.is(repo.git("show", ":A/a.lua"), mendable.trimEnd());
  const made = await fixing(repo, { isStaged: true, isDryRun: false });
  assert.equal(made.patch, patch);
  assert.is(repo.git("show", ":A/a.lua"), mended.trimEnd());
  const again = await fixing(repo, { isStaged: true, isDryRun: false });
  assert.equal(again.patch, { edits: [], moves: [], deletions: [] });
});
