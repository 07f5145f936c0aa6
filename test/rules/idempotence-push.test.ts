// Idempotence where it counts: a real push, judged from what the clone knows of its remote.
import * as assert from "uvu/assert";
import { judgePush } from "../../src/check/push.ts";
import { openRepository } from "../../src/git/open/repository.ts";
import type { Verdict } from "../../src/model/finding.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("idempotence of a push");
const MODULE = "local M = {}\n\nreturn M\n";

const POLICY = {
  root: ".",
  agentBranches: ["codex/**"],
  rules: { idempotence: "error" },
  transforms: [{ name: "sort", run: ["sort", "-o", "names.txt", "{inputs}"], inputs: ["names.txt"] }],
};

test("a commit that the remote's main line holds already blocks on an agent's branch", async () => {
  const repo = pushed();
  repo.git("switch", "--quiet", "-c", "codex/rp-12");
  const picked = repo.commit("[RP-12] add b", { "b.lua": MODULE });
  repo.git("switch", "--quiet", "main");
  repo.commit("something else", { "c.lua": MODULE });
  repo.git("cherry-pick", picked);
  repo.git("push", "--quiet", "origin", "main");
  const verdict = await judgeBranch(repo, "codex/rp-12");
  assert.is(verdict.outcome, "block");
  assert.equal(said(verdict), [
    `${picked.slice(0, 8)} "[RP-12] add b" is already upstream, as another commit with the same changes`,
  ]);
});

test("the same on a branch of people is a warning", async () => {
  const repo = pushed();
  repo.git("switch", "--quiet", "-c", "topic");
  repo.commit("nothing at all");
  const verdict = await judgeBranch(repo, "topic");
  assert.is(verdict.outcome, "pass");
  assert.match(said(verdict)[0] ?? "", /changes nothing$/);
});

test("a file that is not what its transform makes of it blocks, and passes once it is", async () => {
  const repo = pushed();
  repo.commit("names", { "names.txt": "b\na\n" });
  assert.equal(said(await judgeBranch(repo, "main")), ['names.txt is not what "sort" makes of it']);
  repo.commit("sorted", { "names.txt": "a\nb\n" });
  assert.equal(said(await judgeBranch(repo, "main")), []);
});

test("the transforms are those of the base: a push cannot switch them off for itself", async () => {
  const repo = pushed();
  repo.commit("policy", { ".arkitektrc.json": JSON.stringify({ ...POLICY, transforms: [] }) });
  repo.commit("names", { "names.txt": "b\na\n" });
  assert.equal(said(await judgeBranch(repo, "main")), ['names.txt is not what "sort" makes of it']);
});

function pushed(): TestRepo {
  const repo = makeRepo({ ".arkitektrc.json": JSON.stringify(POLICY), "a.lua": MODULE });
  repo.addRemote("origin");
  repo.git("push", "--quiet", "origin", "main");
  return repo;
}

async function judgeBranch(repo: TestRepo, branch: string): Promise<Verdict> {
  const opened = await openRepository(repo.dir, repo.env);
  if (!opened.ok) throw new Error(opened.error.message);
  const ref = `refs/heads/${branch}`;
  const old = repo.tryGit("rev-parse", "--verify", "--quiet", `refs/remotes/origin/${branch}`).stdout.trim();
  const update = {
    localRef: ref,
    newId: repo.id(branch),
    remoteRef: ref,
    oldId: old === "" ? undefined : old,
  };
  try {
    return await judgePush(
      opened.value,
      [update],
      { name: "origin", url: undefined },
      { today: "2026-03-01" },
    );
  } finally {
    await opened.value.close();
  }
}

function said({ findings }: Verdict): readonly string[] {
  return findings.filter(({ rule }) => rule === "idempotence").map(({ message }) => message);
}
