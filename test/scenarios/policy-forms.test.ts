import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy, rulesIn } from "../support/gated.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a policy");
const retired = 'local M = {}\nM.x = require("oldark.core")\nreturn M\n';
const yaml = `extends: playbook-v5
root: A
lua: { moduleRoots: [A] }
namespace: { canonical: ark, retired: [oldark] }
features: { root: A/scripts }
overrides:
  - files: ["A/legacy/**"]
    rules: { retired-namespace: warn }
  - branches: [release/*]
    rules: { retired-namespace: "off" }
`;

const forms: Readonly<Record<string, Files>> = {
  YAML: { ".arkitektrc.yaml": yaml },
  "a file without an ending": { ".arkitektrc": yaml },
  "the folder for configuration": { ".config/arkitektrc.yml": yaml },
  "package.json": { "package.json": JSON.stringify({ name: "song", arkitekt: { ...policy, rules: {} } }) },
};

for (const [form, files] of Object.entries(forms)) {
  test(`in ${form} is in force, and guarded`, () => {
    const repo = makeRepo(files);
    repo.stage({ "A/a.lua": retired });
    const answer = arkitekt(repo, ["check"]);
    assert.equal([answer.code, rulesIn(answer.stdout)], [1, ["retired-namespace"]], answer.stderr);
    const [[place = "", text] = []] = Object.entries(files);
    repo.stage({ "A/a.lua": cleanModule, [place]: `${text}`.replace("oldark", "olderark") });
    assert.equal(rulesIn(arkitekt(repo, ["check"]).stdout), ["policy-change"]);
  });
}

test("is milder for the files and on the branches that its overrides name", () => {
  const repo = makeRepo({ ".arkitektrc.yaml": yaml });
  repo.stage({ "A/legacy/a.lua": retired });
  assert.match(arkitekt(repo, ["check"]).stdout, "arkitekt: passed with 1 warning");
  repo.stage({ "A/b.lua": retired });
  assert.is(arkitekt(repo, ["check"]).code, 1);
  assert.is(arkitekt(repo, ["check", "--branch", "release/1"]).stdout, "arkitekt: passed\n");
});

test("that is a symbolic link is refused and never followed", () => {
  const repo = makeGated();
  repo.stage({ "loose.json": "{}", ".arkitektrc.json": { symlink: "loose.json" } });
  repo.git("commit", "-q", "--no-verify", "-m", "[AB-1] Link");
  repo.stage({ "A/a.lua": cleanModule });
  const answer = repo.tryGit("commit", "-m", "[AB-2] More");
  assert.is(answer.code, 1);
  assert.match(
    answer.stderr,
    ".arkitektrc.json: this is a symbolic link; a policy is a file\n→ put the policy itself",
  );
});

test("is taken from the commit before, however the working tree and the index look", () => {
  const repo = makeGated();
  repo.write({ ".arkitektrc.json": "{" });
  repo.stage({ "A/a.lua": retired });
  assert.equal(rulesIn(repo.tryGit("commit", "-m", "[AB-1] More").stderr), ["retired-namespace"]);
});

test("is printed with the line of each value, for a branch and a file", () => {
  const repo = makeRepo({ ".arkitektrc.yaml": yaml });
  const { stdout } = arkitekt(repo, ["policy", "print", "--file", "A/legacy/a.lua"]);
  assert.match(
    stdout,
    /^policy {2}\.arkitektrc\.yaml, extends playbook-v5\nbranch {2}main\nfile {4}A\/legacy\/a\.lua\n/,
  );
  assert.match(stdout, /^rules\.retired-namespace +"warn" {2}# \.arkitektrc\.yaml:8, overrides\[0\]$/m);
  assert.match(
    stdout,
    /^ {2}\.arkitektrc\.yaml:9, overrides\[1\] {2}branches release\/\*: retired-namespace$/m,
  );
  const program = JSON.parse(
    arkitekt(repo, ["policy", "print", "--branch", "release/1", "--format", "json"]).stdout,
  );
  assert.equal(program.values["rules.retired-namespace"].value, "off");
});
