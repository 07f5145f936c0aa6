import * as assert from "uvu/assert";
import { encodePath, showPath } from "../../src/base/repo-path.ts";
import { arkitekt, cleanModule, makeGated } from "../support/gated.ts";
import type { Files } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("any name");
const broken = "local = 3\n";
const NAMES = [
  "A/ lead and trail .lua",
  'A/"quoted".lua',
  "A/$(touch hacked).lua",
  "A/`touch hacked`; rm -rf x.lua",
  "A/*.lua",
  "A/:(glob)x.lua",
  "-A/--all.lua",
  "A/a\nb.lua",
  "A/a\ndiff --git a/x b/x\n@@ -0,0 +1,99 @@.lua",
  "A/tab\there.lua",
  "A/back\\slash.lua",
  "A/\u001b[31mred\u001b[0m.lua",
  "A/\u202eevil.lua",
  "A/ü/😀.lua",
  "A/\udcff\udcfe.lua",
  "A/%s%n.LUA",
];
const all = (text: string): Files => Object.fromEntries(NAMES.map((name) => [name, text]));
const rules = { "path-fence": "off", "diff-budget": "off" };
const commands = (text: string) =>
  [...text].some((character) => character !== "\n" && character < " ") || /[\u202a-\u202e]/.test(text);

test("is printed so that it can be read, and moves no cursor", () => {
  const repo = makeGated({}, { rules });
  repo.stage(all(broken));
  const { code, stdout, stderr } = repo.tryGit("commit", "-m", "[AB-1] Break them");
  assert.equal([code, stdout], [1, ""]);
  for (const name of NAMES)
    assert.match(stderr, `\n${showPath(name)}\n  1:7  error  lua-parse`.slice(1), name);
  assert.not.ok(commands(stderr), JSON.stringify(stderr));
});

test("is whole in JSON", () => {
  const repo = makeGated({}, { rules });
  repo.stage(all(broken));
  const { code, stdout, stderr } = arkitekt(repo, ["check", "--format", "json"]);
  assert.equal([code, stderr], [1, ""]);
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
  const named = findings.filter(({ rule }) => rule === "lua-parse").map(({ path }) => path);
  assert.equal(named.sort(), [...NAMES].sort());
  for (const path of named) assert.equal(encodePath(path), repo.path(path).subarray(repo.dir.length + 1));
});

test("is committed and pushed when the file is good, and found on push when it is not", () => {
  const repo = makeGated({}, { rules });
  const remote = repo.addRemote("origin");
  repo.git("push", "-q", "--no-verify", "origin", "main");
  repo.stage(all(cleanModule));
  const good = repo.tryGit("commit", "-qm", "[AB-1] Add them");
  assert.equal([good.code, good.stderr], [0, ""]);
  assert.is(repo.tryGit("push", "-q", "origin", "main").code, 0);
  repo.commit("[AB-2] Break them", all(broken));
  const answer = repo.tryGit("push", "-q", "origin", "main");
  assert.is(answer.code, 1);
  for (const name of NAMES) assert.match(answer.stderr, `${showPath(name)}\n  1:7  error  lua-parse`, name);
  assert.is(remote.id("main"), repo.id("HEAD~1"));
  assert.is(repo.git("status", "--porcelain"), "");
});

test("of a branch, and any title, is printed without its control characters", () => {
  const repo = makeGated();
  repo.addRemote("origin");
  repo.git("switch", "-qc", "odd/$(touch)'\"ü");
  repo.commit("\u001b]0;owned\u0007 a title\u001b[2J of \u202enobody", { "A/a.lua": cleanModule });
  const answer = repo.tryGit("push", "origin", "HEAD");
  assert.is(answer.code, 1);
  assert.match(answer.stderr, "task-code");
  const ours = answer.stderr.slice(0, answer.stderr.indexOf("error: failed to push"));
  assert.not.ok(commands(ours), JSON.stringify(ours));
});
