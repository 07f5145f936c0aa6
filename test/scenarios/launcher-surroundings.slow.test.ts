// What surrounds the launcher comes to no harm by it, and does none: variables that a person exports, and a `git` that is a script around Git.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { cleanModule, makeGated, rulesIn } from "../support/gated.ts";
import { gitOf, HOLDING_BACK } from "../support/git/git-script.ts";
import { makeFolder } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the launcher and what surrounds it");
const root = fileURLToPath(new URL("../..", import.meta.url));
const LUA = "A/a.lua";
const scripts = ["templates", "hooks"].flatMap((folder) =>
  readdirSync(join(root, folder)).map((name) => readFileSync(join(root, folder, name), "utf8")),
);

/** The variables that a script of ours sets in whatever way. */
function setIn(script: string): readonly string[] {
  const code = script.replaceAll(/^\s*#.*$|dd bs=\d+ count=\d+/gm, "");
  const assigned = [...code.matchAll(/(?:^|[\s;({])([a-z]\w*)=/g)].map(([, name = ""]) => name);
  const looped = [...code.matchAll(/\bfor (\w+) in /g)].map(([, name = ""]) => name);
  const read = [...code.matchAll(/\bread -r ((?:[a-z]\w* ?)+)/g)].flatMap(([, names = ""]) =>
    names.trim().split(" "),
  );
  return [...assigned, ...looped, ...read];
}

test("sets no variable that has no name of its own", () => {
  const names = [...new Set(scripts.flatMap(setIn))];
  assert.ok(names.length > 40, names.join());
  assert.equal(
    names.filter((name) => !name.startsWith("arkitekt_")),
    [],
  );
});

test("gives what it starts the variables that a person exports as they are", () => {
  const words =
    "ended name home program prior husky input runs_prior runs_husky status gated replays third ours line init main part code word variable place node gone kind more base head ref nonce dir stood refusals text title ascii settings titles policy version nl state";
  const exported = Object.fromEntries(words.split(" ").map((word) => [word, "kept"]));
  const repo = makeGated({ [LUA]: cleanModule });
  const list = join(makeFolder(), "seen");
  const env = { ...exported, ...gitOf(`env >>"${list}"; echo "== $*" >>"${list}"`) };
  repo.stage({ [LUA]: `${cleanModule}-- more\n` });
  for (const name of ["pre-commit", "prepare-commit-msg", "commit-msg"]) {
    writeFileSync(join(repo.dir, ".git/MSG"), "[AB-1] Say\nmore\n");
    const answer = repo.run("sh", [join(repo.dir, ".git/arkitekt/_", name), ".git/MSG"], { env });
    assert.is(answer.code, 0, answer.stderr);
  }
  const calls = readFileSync(list, "utf8")
    .split(/^== .*\n/m)
    .slice(0, -1);
  assert.ok(calls.length > 3, String(calls.length));
  for (const call of calls) {
    const lines = new Set(call.split("\n"));
    assert.equal(
      words.split(" ").filter((word) => !lines.has(`${word}=kept`)),
      [],
      call,
    );
  }
});

for (const [title, lines] of Object.entries(HOLDING_BACK)) {
  test(`judges with a git that holds its answers back ${title}`, () => {
    const repo = makeGated({ [LUA]: cleanModule });
    const env = gitOf(lines);
    // Git puts its own folder before all others on the PATH of a hook, so the hook is started without it.
    const judged = (name: string, ...args: readonly string[]) =>
      repo.run("timeout", ["60", "sh", join(repo.dir, ".git/arkitekt/_", name), ...args], { env });
    repo.stage({ [LUA]: "local = 3\n" });
    const broken = judged("pre-commit");
    assert.equal([broken.code, rulesIn(broken.stderr)], [1, ["lua-parse"]], broken.stderr);
    repo.stage({ [LUA]: cleanModule.replace("region", "other"), "A/new.lua": cleanModule });
    assert.equal(judged("pre-commit"), { code: 0, stdout: "", stderr: "" });
    writeFileSync(join(repo.dir, ".git/MSG"), "[AB-1] Say\nmore\n");
    assert.equal(judged("commit-msg", ".git/MSG"), { code: 0, stdout: "", stderr: "" });
  });
}
