import * as assert from "uvu/assert";
import { patchEquivalents } from "../../../src/git/history/patch-equivalents.ts";
import { readRange } from "../../../src/git/history/range.ts";
import { openRepository } from "../../../src/git/open/repository.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("changes that are upstream already");

test("a commit that the main line holds as another commit is found", async () => {
  const repo = pushedRepo();
  repo.git("switch", "--quiet", "-c", "topic");
  const picked = repo.commit("add b", { "b.lua": "return 1\n" });
  const own = repo.commit("add c", { "c.lua": "return 2\n" });
  repo.git("switch", "--quiet", "main");
  repo.commit("something else", { "d.lua": "return 3\n" });
  repo.git("cherry-pick", picked);
  repo.git("push", "--quiet", "origin", "main");
  assert.equal(await equivalents(repo, "main~2..topic"), [picked]);
  assert.not((await equivalents(repo, "main~2..topic")).includes(own));
});

test("nothing is upstream of the main line itself", async () => {
  const repo = pushedRepo();
  repo.commit("add b", { "b.lua": "return 1\n" });
  assert.equal(await equivalents(repo, "origin/main..main"), []);
});

test("a force-push of rebased commits replaces them, and repeats nothing", async () => {
  const repo = pushedRepo();
  repo.git("switch", "--quiet", "-c", "topic");
  repo.commit("add b", { "b.lua": "return 1\n" });
  repo.git("push", "--quiet", "origin", "topic");
  repo.git("switch", "--quiet", "main");
  repo.commit("something else", { "d.lua": "return 3\n" });
  repo.git("push", "--quiet", "origin", "main");
  repo.git("rebase", "--quiet", "main", "topic");
  assert.equal(await equivalents(repo, "origin/topic..topic"), []);
});

test("of a remote that was never fetched nothing is known", async () => {
  const repo = makeRepo({ "a.lua": "return 0\n" });
  repo.commit("add b", { "b.lua": "return 1\n" });
  assert.equal(await equivalents(repo, "main~1..main"), []);
});

function pushedRepo(): TestRepo {
  const repo = makeRepo({ "a.lua": "return 0\n" });
  repo.addRemote("origin");
  repo.git("push", "--quiet", "origin", "main");
  return repo;
}

async function equivalents(repo: TestRepo, text: string): Promise<readonly string[]> {
  const main = repo.tryGit("rev-parse", "--verify", "--quiet", "origin/main").stdout.trim() || undefined;
  const opened = await openRepository(repo.dir, repo.env);
  assert.ok(opened.ok);
  if (!opened.ok) return [];
  const range = await readRange(opened.value, text);
  const found = range.ok ? await patchEquivalents(opened.value, range.value, main) : new Set<string>();
  await opened.value.close();
  return [...found];
}
