// A commit object can name what parents it likes. What it is judged against is what Git's parser makes of it, with parents
// that don't lead to each other.
import * as assert from "uvu/assert";
import { cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import type { Files } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a commit that lies about its parents");
const LUA = "A/ark/one.lua";
const POLICY = ".arkitektrc.json";
const broken = "local = 3\n";

const repo = makeGated({ [LUA]: cleanModule });
const start = repo.git("show", `HEAD:${POLICY}`);
repo.addRemote("origin");
repo.git("switch", "-q", "--orphan", "story");
repo.commit("before the policy", { [LUA]: broken });
repo.commit("[AB-1] Policy", { [POLICY]: start });
const older = repo.id("HEAD");
const parent = repo.commit("[AB-2] Mend", { [LUA]: cleanModule });
repo.git("push", "-q", "--no-verify", "origin", "story:main");

/** Each header is a line; `.` stands for author and committer. */
function made(title: string, headers: readonly string[], files: Files): string {
  repo.git("read-tree", parent);
  repo.stage(files);
  const who = "A <a@example.com> 1700000000 +0000";
  const lines = headers.flatMap((line) => (line === "." ? [`author ${who}`, `committer ${who}`] : [line]));
  const text = `tree ${repo.git("write-tree")}\n${lines.join("\n")}\n\n${title}\n`;
  return repo.feed(text, "hash-object", "-t", "commit", "-w", "--literally", "--stdin");
}

const shapes: readonly (readonly [string, readonly string[]])[] = [
  ["the parent twice", [`parent ${parent}`, `parent ${parent}`, "."]],
  ["its parent's parent as the second", [`parent ${parent}`, `parent ${older}`, "."]],
  ["its parent's parent as the first", [`parent ${older}`, `parent ${parent}`, "."]],
  ["a parent behind the committer", [`parent ${parent}`, ".", `parent ${older}`]],
  ["a parent behind another header", [`parent ${parent}`, ".", "encoding UTF-8", `parent ${older}`]],
];

for (const [n, [shape, headers]] of shapes.entries()) {
  test(`does not bring back what was mended: ${shape}`, () => {
    const answer = repo.tryGit("push", "origin", `${made(`[AB-3] ${n}`, headers, { [LUA]: broken })}:main`);
    assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["lua-parse"]], answer.stderr);
  });

  test(`is not a merge that needs no task: ${shape}`, () => {
    const id = made(`no task ${n}`, headers, { "A/ark/two.lua": cleanModule });
    const answer = repo.tryGit("push", "origin", `${id}:main`);
    assert.equal([answer.code, rulesIn(answer.stderr)], [1, ["task-code"]], answer.stderr);
  });
}

test("has neighbours that tell the truth: a merge, one that could be a fast-forward, and one of three branches", () => {
  const push = (from: string) => {
    repo.git("switch", "-q", "--force", "-C", "work", from);
    return (id: string) => {
      const answer = repo.tryGit("push", "-q", "--dry-run", "origin", `${id}:main`);
      assert.equal([answer.code, answer.stderr], [0, ""]);
    };
  };
  const side = (name: string, from: string) => {
    repo.git("switch", "-q", "--force", "-C", name, from);
    repo.commit(`[AB-4] ${name}`, { [`A/ark/${name}.lua`]: cleanModule });
  };
  side("grown", parent);
  side("left", older);
  side("right", older);
  const onto = push(parent);
  for (const branches of [["grown"], ["left"], ["left", "right"], ["grown", "left"]]) {
    repo.git("reset", "-q", "--hard", parent);
    repo.git("merge", "-q", "--no-ff", "--no-verify", "-m", "Merge what others did", ...branches);
    onto(repo.id("HEAD"));
  }
});
