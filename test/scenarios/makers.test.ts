import * as assert from "uvu/assert";
import { cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("what was made on an agent's branch stays an agent's work, however it is pushed");
const POLICY = ".arkitektrc.json";

const repo = makeGated({ "A/one.lua": cleanModule });
repo.addRemote("origin");
repo.git("push", "-q", "--no-verify", "origin", "main");
const policy = `${repo.read(POLICY).toString()}\n`;
const push = (ref: string) => {
  const answer = repo.tryGit("push", "--dry-run", "origin", ref);
  return [answer.code, rulesIn(answer.stderr)];
};

repo.git("switch", "-qc", "codex/song");
const id = repo.commit("[AB-1] Loosen", { [POLICY]: policy });

test("as HEAD, by its id, as a tag, as an expression, under HEAD's other name", () => {
  repo.git("tag", "song");
  for (const source of ["HEAD", "@", id, "song", "HEAD~0", "codex/song~0", "codex/song@{0}"])
    assert.equal(push(`${source}:main`), [1, ["policy-change"]], source);
});

test("from a HEAD on no branch, and with more on top", () => {
  repo.git("switch", "-q", "--detach", "codex/song");
  assert.equal(push("HEAD:main"), [1, ["policy-change"]]);
  repo.commit("[AB-1] More", { "A/more.lua": cleanModule });
  assert.equal(push("HEAD:main"), [1, ["policy-change"]]);
});

test("and from another branch that is checked out", () => {
  repo.git("switch", "-q", "main");
  assert.equal(push(`${id}:main`), [1, ["policy-change"]]);
});

test("a person's work is a person's, as HEAD, by its id and from a HEAD on no branch, beside agents' branches", () => {
  repo.git("switch", "-q", "main");
  const own = repo.commit("[AB-2] Loosen", { [POLICY]: policy });
  repo.git("branch", "codex/later");
  assert.equal(push("HEAD:main"), [0, []]);
  repo.git("switch", "-q", "codex/song");
  repo.git("reset", "-q", "--hard", "main");
  repo.commit("[AB-1] Song", { "A/song.lua": cleanModule });
  assert.equal(push(`${own}:main`), [0, []]);
  repo.git("switch", "-q", "--detach", "main");
  assert.equal(push("HEAD:main"), [0, []]);
  assert.equal(push("main:main"), [0, []]);
});

test("fetched from one remote and pushed to another, by the name it has there, by its id, as a tag", () => {
  const clone = makeGated({ "A/one.lua": cleanModule });
  const start = clone.id("main");
  for (const name of ["origin", "up"]) {
    clone.addRemote(name);
    clone.git("push", "-q", "--no-verify", name, "main");
  }
  const made = (branch: string) => {
    clone.git("switch", "-qC", branch, start);
    const commit = clone.commit(`[AB-1] Loosen on ${branch}`, { [POLICY]: policy });
    clone.git("push", "-q", "--no-verify", "origin", branch);
    clone.git("switch", "-q", "--detach", start);
    clone.git("branch", "-qD", branch);
    return commit;
  };
  const [agent, person] = [made("codex/song"), made("topic")];
  clone.git("push", "-q", "--no-verify", "origin", `${person}:refs/heads/codex/later`, `${person}:main`);
  clone.git("fetch", "-q", "origin");
  clone.git("remote", "set-head", "origin", "main");
  clone.git("tag", "song", agent);
  const pushed = (ref: string) => {
    const answer = clone.tryGit("push", "--dry-run", "up", ref);
    return [answer.code, rulesIn(answer.stderr)];
  };
  for (const source of ["origin/codex/song", "refs/remotes/origin/codex/song", agent, "song", `${agent}~0`])
    assert.equal(pushed(`${source}:refs/heads/main`), [1, ["policy-change"]], source);
  for (const source of ["origin/topic", "origin/main", "origin/HEAD", person])
    assert.equal(pushed(`${source}:refs/heads/main`), [0, []], source);
});
