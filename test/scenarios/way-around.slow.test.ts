// What somebody who wants a change to go through might try. Each way starts from the same repository, and is judged by a
// real push; the commits themselves are made behind the back of the commit hooks.
import * as assert from "uvu/assert";
import { cleanModule, makeGated, policy, rulesIn } from "../support/gated.ts";
import type { Files } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const LUA = "A/scripts/Song/core/region.lua";
const OLD = 'require("oldark.core")';
const retired = `local M = {}\nM.x = ${OLD}\nreturn M\n`;
const rules = { "path-fence": "off", idempotence: "off" };
const looser = JSON.stringify({
  ...policy,
  agentBranches: [],
  rules: { ...rules, "retired-namespace": "off" },
});
const POLICY = ".arkitektrc.json";

const repo = makeGated(
  {
    [LUA]: cleanModule,
    "A/allowed.lua": `local M = {}\n-- arkitekt-off retired-namespace: the bridge loads it so\nM.x = ${OLD}\nreturn M\n`,
    ".codex/tasks/AB-1.json": "{}\n",
    "package.json": "{}\n",
  },
  { rules },
);
repo.addRemote("origin");
repo.git("push", "-q", "--no-verify", "-u", "origin", "main");
const start = repo.id("main");

interface Way {
  readonly way: string;
  /** On the branch of an agent, or of a person. */
  readonly by: "agent" | "person";
  readonly caughtBy: readonly string[];
  take(): void;
}

const commits =
  (...files: readonly Files[]) =>
  () => {
    files.forEach((each, n) => {
      repo.commit(`[AB-1] Step ${n}`, each);
    });
  };

const tree = (files: Files): string => {
  repo.git("read-tree", start);
  repo.stage(files);
  const id = repo.git("write-tree");
  repo.git("reset", "-q", "--hard");
  return id;
};

const ways: readonly Way[] = [
  {
    way: "loosening the policy in one commit and using that in the next",
    by: "agent",
    caughtBy: ["policy-change"],
    take: commits({ [POLICY]: looser }, { [LUA]: retired }),
  },
  {
    way: "loosening and breaking in one commit",
    by: "person",
    caughtBy: ["policy-change", "retired-namespace"],
    take: commits({ [POLICY]: looser, [LUA]: retired }),
  },
  {
    way: "moving the policy to another place, loosened",
    by: "person",
    caughtBy: ["policy-change", "retired-namespace"],
    take: commits({ [POLICY]: null, ".config/arkitektrc.yaml": looser, [LUA]: retired }),
  },
  {
    way: "a second policy beside the first",
    by: "person",
    caughtBy: ["policy-change"],
    take: commits({ ".config/arkitektrc.json": looser }),
  },
  {
    way: "a policy inside package.json",
    by: "agent",
    caughtBy: ["policy-change"],
    take: commits({ [POLICY]: null, "package.json": `{"arkitekt": ${looser}}` }),
  },
  {
    way: "a policy that is a program",
    by: "person",
    caughtBy: ["policy-change"],
    take: commits({ "arkitekt.config.js": "module.exports = {}\n" }),
  },
  {
    way: "a policy that is a symbolic link",
    by: "person",
    caughtBy: ["policy-change"],
    take: commits({ "loose.json": looser, [POLICY]: { symlink: "loose.json" } }),
  },
  {
    way: "deleting the policy, breaking, and bringing it back",
    by: "person",
    caughtBy: ["retired-namespace"],
    take: commits(
      { [POLICY]: null },
      { [LUA]: retired },
      { [POLICY]: repo.read(POLICY), "A/more.lua": cleanModule },
    ),
  },
  {
    way: "changing the task it is judged by",
    by: "agent",
    caughtBy: ["policy-change"],
    take: commits({ ".codex/tasks/AB-1.json": '{"task": "anything"}\n' }),
  },
  {
    way: "a hook in another letter case",
    by: "agent",
    caughtBy: ["policy-change"],
    take: commits({ ".Husky/pre-commit": "exit 0\n" }),
  },
  {
    way: "an exception of one's own in the file",
    by: "agent",
    caughtBy: ["retired-namespace", "suppression"],
    take: commits({ [LUA]: retired.replace("M.x", "-- arkitekt-off retired-namespace: please\nM.x") }),
  },
  {
    way: "an exception first, and what it is for in the next commit",
    by: "agent",
    caughtBy: ["retired-namespace", "suppression"],
    take: commits(
      { [LUA]: cleanModule.replace("function", "-- arkitekt-off retired-namespace: soon\nfunction") },
      { [LUA]: retired.replace("M.x", "-- arkitekt-off retired-namespace: soon\nM.x") },
    ),
  },
  {
    way: "new code under somebody else's exception",
    by: "agent",
    caughtBy: ["retired-namespace"],
    take: () => {
      const text = repo.read("A/allowed.lua").toString();
      repo.commit("[AB-1] Slip it in", {
        "A/allowed.lua": text.replace("M.x", 'M.y = require("oldark.more")\nM.x'),
      });
    },
  },
  {
    way: "a trailer typed by hand",
    by: "agent",
    caughtBy: ["retired-namespace"],
    take: () => {
      repo.commit("[AB-1] Reach\n\nArkitekt-Override: retired-namespace: please", { [LUA]: retired });
    },
  },
  {
    way: "a title that says it is a merge",
    by: "person",
    caughtBy: ["task-code"],
    take: () => {
      repo.commit("Merge branch 'main' into somewhere", { "A/more.lua": cleanModule });
    },
  },
  {
    way: "fixup! of a title without a code, and a revert of one",
    by: "person",
    caughtBy: ["task-code"],
    take: () => {
      repo.commit("fixup! squash! better regions", { "A/more.lua": cleanModule });
      repo.commit('Revert "Revert "better regions""', { "A/other.lua": cleanModule });
    },
  },
  {
    way: "a merge made by hand that brings changes of its own",
    by: "agent",
    caughtBy: ["retired-namespace", "task-code"],
    take: () => {
      const side = repo.git(
        "commit-tree",
        "-m",
        "[AB-1] Side",
        "-p",
        start,
        tree({ "A/s.lua": cleanModule }),
      );
      const both = tree({ "A/s.lua": cleanModule, [LUA]: retired });
      repo.git("reset", "-q", "--hard", repo.git("commit-tree", "-m", "M", "-p", start, "-p", side, both));
    },
  },
  {
    way: "a merge whose first parent is older than any policy",
    by: "agent",
    caughtBy: ["policy-change", "retired-namespace"],
    take: () => {
      const empty = repo.git("hash-object", "-t", "tree", "-w", "--stdin");
      const root = repo.git("commit-tree", "-m", "[AB-1] Nothing", empty);
      const all = tree({ [POLICY]: looser, [LUA]: retired });
      repo.git("reset", "-q", "--hard", repo.git("commit-tree", "-m", "M", "-p", root, "-p", start, all));
    },
  },
  {
    way: "Lua in capitals, and with another mode",
    by: "agent",
    caughtBy: ["retired-namespace"],
    take: commits({ "A/scripts/Song/core/Other.LUA": { executable: retired } }),
  },
  {
    way: "moving code that was bad before, with more of it",
    by: "agent",
    caughtBy: ["retired-namespace"],
    take: () => {
      const text = repo.read("A/allowed.lua").toString();
      const more = text.replace("return", 'M.z = require("oldark.z")\nreturn');
      repo.commit("[AB-1] Move", { "A/allowed.lua": null, "A/moved.lua": more });
    },
  },
  {
    way: "a file too large to be read",
    by: "agent",
    caughtBy: ["lua-parse"],
    take: commits({ "A/large.lua": `local M = {}\n--${"x".repeat(17 << 20)}\nreturn M\n` }),
  },
  {
    way: "attributes that call Lua binary",
    by: "agent",
    caughtBy: ["retired-namespace"],
    take: commits({ ".gitattributes": "*.lua binary\n", [LUA]: retired }),
  },
];

const test = suite("no way around the rules");

for (const [n, { way, by, caughtBy, take }] of ways.entries()) {
  test(`${way} (${by})`, () => {
    const branch = by === "agent" ? `codex/way-${n}/AB-1` : `way-${n}`;
    repo.git("switch", "-q", "--force", "-C", branch, start);
    take();
    const answer = repo.tryGit("push", "origin", branch);
    assert.equal([answer.code, rulesIn(answer.stderr)], [1, caughtBy], answer.stderr);
  });
}

test("hooks that are pointed elsewhere for a commit, and a rebase, leave it to the push", () => {
  repo.git("switch", "-q", "--force", "-C", "codex/elsewhere/AB-1", start);
  repo.stage({ [LUA]: retired });
  repo.git("-c", "core.hooksPath=/dev/null", "commit", "-qm", "[AB-1] Break");
  repo.git("switch", "-q", "-C", "codex/base/AB-1", start);
  repo.commit("[AB-1] Base", { "A/base.lua": cleanModule });
  repo.git("rebase", "-q", "codex/base/AB-1", "codex/elsewhere/AB-1");
  const answer = repo.tryGit("push", "origin", "codex/elsewhere/AB-1");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["retired-namespace"]], answer.stderr);
});

test("an amended policy does not loosen what was made with it", () => {
  repo.git("switch", "-q", "--force", "-C", "amended", start);
  repo.stage({ [POLICY]: looser });
  assert.is(repo.tryGit("commit", "-qm", "[AB-1] Loosen").code, 0);
  repo.stage({ [LUA]: retired });
  repo.git("commit", "-q", "--amend", "--no-edit");
  const answer = repo.tryGit("push", "origin", "amended");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["policy-change", "retired-namespace"]]);
});

test("a merge from an old branch does not bring the old policy back", () => {
  const tightened = (text: string) => repo.commit("[AB-1] Tighten", { [POLICY]: text });
  repo.git("switch", "-q", "--force", "-C", "tight", start);
  tightened(`${repo.read(POLICY).toString()}\n`);
  const push = (branch: string) => repo.tryGit("push", "-q", "origin", branch);
  assert.is(push("tight").code, 0);
  repo.git("switch", "-q", "-C", "old", start);
  repo.git("merge", "-q", "--no-edit", "-s", "ours", "tight");
  const answer = push("old:tight");
  // What could have been a fast-forward, and is not what the other branch is, is not a merge: its title needs a task.
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["policy-change", "task-code"]], answer.stderr);
  repo.git("reset", "-q", "--hard", start);
  repo.commit("[AB-1] Old work", { "A/old-work.lua": cleanModule });
  repo.git("merge", "-q", "--no-edit", "tight");
  assert.is(push("old:tight").code, 0);
});

for (const first of ["main", "apart"]) {
  test(`a history of its own does not bring its own policy along (merged from ${first})`, () => {
    repo.git("switch", "-q", "--orphan", `apart-${first}`);
    repo.commit("[AB-1] Start apart", { [POLICY]: "{}\n", [LUA]: retired });
    const apart = repo.git("rev-parse", "HEAD").trim();
    const parents = first === "main" ? ["-p", start, "-p", apart] : ["-p", apart, "-p", start];
    const merge = repo.git("commit-tree", ...parents, "-m", "[AB-2] Merge", `${apart}^{tree}`).trim();
    repo.git("switch", "-q", "--force", "main");
    const answer = repo.tryGit("push", "origin", `${merge}:refs/heads/merged-${first}`);
    assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["policy-change"]], answer.stderr);
  });
}

test("a detached HEAD that goes to an agent's branch is an agent's work", () => {
  repo.git("switch", "-q", "--force", "--detach", start);
  repo.commit("[AB-1] Loosen", { [POLICY]: looser });
  const answer = repo.tryGit("push", "origin", "HEAD:refs/heads/codex/detached/AB-1");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["policy-change"]], answer.stderr);
});

test("what never had a policy is not let through for what is pushed beside it", () => {
  repo.git("switch", "-q", "--force", "-C", "beside", start);
  repo.commit("[AB-1] More", { "A/beside.lua": cleanModule });
  repo.git("switch", "-q", "--orphan", "bare");
  repo.commit("[AB-1] Start anew", { [LUA]: retired });
  repo.git("switch", "-q", "main");
  const answer = repo.tryGit("push", "origin", "beside", "bare");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["retired-namespace"]], answer.stderr);
});

test("a policy that an earlier push took away still holds for the next one", () => {
  repo.git("switch", "-q", "--force", "-C", "gone", start);
  repo.commit("[AB-1] Take the policy away", { [POLICY]: null });
  assert.is(repo.tryGit("push", "-q", "origin", "gone").code, 0);
  repo.commit("[AB-2] Break", { [LUA]: retired });
  repo.commit("[AB-3] Bring it back", { [POLICY]: looser });
  const answer = repo.tryGit("push", "origin", "gone");
  assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["retired-namespace"]], answer.stderr);
});
