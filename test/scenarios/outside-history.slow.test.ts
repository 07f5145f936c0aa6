// Histories that have not grown from what the remote has: new to it, so judged, by the rules that hold where they go.
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const POLICY = ".arkitektrc.json";
const BAD = "A/ark/bad.lua";
const broken = "local = 3\n";
const loose = JSON.stringify({ rules: { "lua-parse": "off", "policy-change": "off", suppression: "off" } });

const repo = makeGated();
const policy = repo.git("show", `HEAD:${POLICY}`);
repo.git("switch", "-q", "--orphan", "story");
const older = repo.commit("long ago", { "A/ark/one.lua": broken });
repo.commit("[AB-1] Policy", { [POLICY]: policy });
const start = repo.commit("[AB-2] Mend", { "A/ark/one.lua": cleanModule });
repo.addRemote("origin");
repo.git("push", "-q", "--no-verify", "origin", "story:main");
repo.git("fetch", "-q", "origin");
let names = 0;

function orphan(...steps: readonly Files[]): string {
  repo.git("switch", "-q", "--force", "--orphan", `orphan-${names++}`);
  repo.git("read-tree", "--empty");
  for (const step of steps) repo.commit("a title of other people", step);
  return repo.id("HEAD");
}

function grown(from: string, ...steps: readonly Files[]): string {
  repo.git("switch", "-q", "--force", "-C", "grown", from);
  for (const step of steps) repo.commit("[AB-3] Grow", step);
  return repo.id("HEAD");
}

function merged(other: string, ...options: readonly string[]): string {
  repo.git("switch", "-q", "--force", "-C", "joined", start);
  repo.git(
    "merge",
    "-q",
    "--no-verify",
    "--allow-unrelated-histories",
    ...options,
    "-m",
    "Bring it in",
    other,
  );
  return repo.id("HEAD");
}

/** Each time to a branch that is new, or for a try over main. */
function push(id: string, target = `refs/heads/to-${names++}`): readonly [number, readonly string[]] {
  const answer = repo.tryGit("push", "--force", "--dry-run", "origin", `${id}:${target}`);
  return [answer.code, rulesIn(answer.stderr)];
}

const test = suite("history from outside");

test("is judged when it is merged, as a branch and when it is forced over main, whatever policy it brings", () => {
  for (const first of [{ [BAD]: broken }, { [POLICY]: loose, [BAD]: broken }]) {
    const id = orphan(first);
    assert.equal(push(merged(id, "-X", "ours"), "refs/heads/main"), [1, ["lua-parse"]]);
    for (const target of ["refs/heads/own", "refs/heads/main"]) {
      const [code, rules] = push(id, target);
      assert.equal([code, rules.includes("lua-parse")], [1, true]);
    }
  }
});

test("is judged by the rules here also after it has brought its own policy in a commit alone", () => {
  const id = orphan({ [POLICY]: loose }, { [BAD]: broken });
  assert.ok(push(id)[1].includes("lua-parse"));
  assert.ok(push(merged(id, "-X", "ours"))[1].includes("lua-parse"));
});

test("does not hide what a later commit of it takes back", () => {
  const id = orphan({ [BAD]: broken }, { [BAD]: cleanModule });
  assert.equal(push(merged(id), "refs/heads/main"), [1, ["lua-parse"]]);
});

test("is judged in a range too", () => {
  merged(orphan({ [BAD]: broken }));
  const answer = arkitekt(repo, ["check", "--range", `${start}..HEAD`]);
  assert.equal([answer.code, rulesIn(answer.stdout)], [1, ["lua-parse"]], answer.stdout + answer.stderr);
});

test("that is sound is merged, whatever its titles are and whatever policy it had", () => {
  for (const first of [{ "A/ark/two.lua": cleanModule }, { [POLICY]: loose, "A/ark/two.lua": cleanModule }]) {
    const id = orphan(first, { "A/ark/three.lua": cleanModule });
    assert.equal(push(merged(id, "-X", "ours"), "refs/heads/main"), [0, []]);
  }
});

test("that comes as a subtree is judged where it lies by now", () => {
  const lib = makeRepo({ "good.lua": `${cleanModule}-- one\n` });
  lib.commit("better", { "good.lua": cleanModule });
  const add = (...options: readonly string[]) => {
    repo.git("switch", "-q", "--force", "-C", "joined", start);
    repo.git("subtree", "-q", "add", ...options, "--prefix", "A/lib", lib.dir, "main", "-m", "[AB-4] Add");
    return push(repo.id("HEAD"), "refs/heads/main");
  };
  assert.equal(add(), [0, []]);
  assert.equal(add("--squash"), [0, []]);
  lib.commit("worse", { "bad.lua": broken });
  assert.equal(add(), [1, ["lua-parse"]]);
  assert.equal(add("--squash"), [1, ["lua-parse"]]);
});

test("that has grown from before the first policy is judged by the one that holds by now", () => {
  for (const steps of [[{ [BAD]: broken }], [{ [POLICY]: loose }, { [BAD]: broken }]]) {
    const id = grown(older, ...steps);
    for (const target of ["refs/heads/old", "refs/heads/main"])
      assert.equal(push(id, target)[1], ["lua-parse"]);
    assert.equal(push(merged(id, "-X", "ours"))[1], ["lua-parse"]);
  }
  const sound = grown(older, { "A/ark/two.lua": cleanModule });
  assert.equal(push(sound), [0, []]);
  assert.equal(push(merged(sound)), [0, []]);
});

test("from before the first policy goes to a remote that has nothing yet, and only that", () => {
  repo.addRemote("fresh");
  const to = (id: string) => {
    repo.git("switch", "-q", "--force", "main");
    return repo.tryGit("push", "-q", "--dry-run", "fresh", `${id}:refs/heads/x`);
  };
  assert.is(to(start).code, 0);
  assert.equal(rulesIn(to(grown(older, { [BAD]: broken })).stderr), ["lua-parse", "task-code"]);
  assert.ok(rulesIn(to(merged(grown(older, { [BAD]: broken }))).stderr).includes("lua-parse"));
});
