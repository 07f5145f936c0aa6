import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import { BAD, fix, fixers, GOOD, makeFixable, staged, status } from "../support/cli/fixable.ts";
import { program } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt fix --staged");

test("mends what is staged, and the working tree that holds the same", () => {
  const repo = makeFixable();
  repo.stage({
    "A/a.lua": BAD,
    "A/shim.lua":
      "-- @deprecated TEMP_PARITY_SHIM: f() → use g\nlocal any = require('oldark.' .. name)\nreturn any\n",
    "A/sep.lua": 'return pcall(require, "core\\\\list")\n',
    "A/clean.lua": "return 2\n",
  });
  const answer = fix(repo, "--staged");
  assert.equal([answer.code, answer.stderr], [0, ""]);
  isGolden(answer.stdout, "commands/fix-staged.txt");
  assert.is(staged(repo, "A/a.lua"), GOOD);
  assert.is(repo.read("A/a.lua").toString(), GOOD);
  assert.is(status(repo), "M  A/a.lua\nA  A/clean.lua\nA  A/sep.lua\nA  A/shim.lua");
  assert.match(fix(repo, "--staged").stdout, "nothing to mend in 4 changed files");
  assert.equal(
    readdirSync(join(repo.dir, ".git")).filter((name) => /arkitekt|lock|tmp/.test(name)),
    [],
  );
});

test("a file staged in part is mended in both places where the same edit fits", () => {
  const repo = makeFixable();
  repo.stage({ "A/a.lua": BAD });
  repo.write({ "A/a.lua": `${BAD}-- not staged\n` });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(repo, "A/a.lua"), GOOD);
  assert.is(repo.read("A/a.lua").toString(), `${GOOD}-- not staged\n`);
  assert.is(status(repo), "MM A/a.lua");
});

test("where the working tree changed the same line it is left, and that is said", () => {
  const repo = makeFixable();
  repo.stage({ "A/a.lua": BAD });
  const mine = BAD.replace('require("oldark.a")', 'require("oldark.other")');
  repo.write({ "A/a.lua": mine });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.match(answer.stdout, "the working tree holds other changes");
  assert.is(staged(repo, "A/a.lua"), GOOD);
  assert.is(repo.read("A/a.lua").toString(), mine);
});

test("a file that is gone from the working tree, or is read-only there, is mended in the index alone", () => {
  const repo = makeFixable();
  repo.stage({ "A/a.lua": BAD, "A/b.lua": BAD });
  repo.write({ "A/a.lua": null });
  chmodSync(repo.path("A/b.lua"), 0o444);
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.match(answer.stdout, "there is no such file in the working tree");
  assert.match(answer.stdout, "is read-only");
  assert.equal([staged(repo, "A/a.lua"), staged(repo, "A/b.lua")], [GOOD, GOOD]);
  assert.is(existsSync(repo.path("A/a.lua")), false);
  assert.is(repo.read("A/b.lua").toString(), BAD);
});

test("every byte, mode and line end stays, also under odd names and behind links", () => {
  const repo = makeFixable();
  const crlf = BAD.replaceAll("\n", "\r\n");
  const bytes = Buffer.concat([Buffer.from("-- \xff\xfe\0\n", "latin1"), Buffer.from(BAD)]);
  repo.stage({
    "A/crlf.lua": crlf,
    "A/bytes.lua": bytes,
    "A/run.lua": { executable: BAD },
    'A/odd "name"\n\t\\ ünï.lua': BAD,
    "A/\udcff.lua": BAD,
    "A/-x.lua": BAD,
    "A/link.lua": { symlink: "a.lua" },
    "A/no-end.lua": BAD.trimEnd(),
  });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  const mended = (path: string) => repo.read(path).toString("latin1");
  assert.is(mended("A/crlf.lua"), crlf.replace("oldark", "ark"));
  assert.is(mended("A/bytes.lua"), bytes.toString("latin1").replace("oldark", "ark"));
  assert.is(mended("A/no-end.lua"), GOOD.trimEnd());
  for (const path of ['A/odd "name"\n\t\\ ünï.lua', "A/\udcff.lua", "A/-x.lua"])
    assert.is(mended(path), GOOD);
  assert.is(statSync(repo.path("A/run.lua")).mode & 0o777, 0o755);
  assert.match(repo.git("ls-files", "--stage", "A/run.lua"), /^100755 /);
  assert.match(repo.git("ls-files", "--stage", "A/link.lua"), /^120000 /);
  assert.is(repo.git("diff", "--name-only"), "");
});

test("line ends that a checkout makes are kept in the working tree, and not staged", () => {
  const repo = makeFixable({ ".gitattributes": "*.lua text eol=crlf\n" });
  const crlf = BAD.replaceAll("\n", "\r\n");
  repo.stage({ "A/a.lua": crlf });
  assert.is(staged(repo, "A/a.lua"), BAD);
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(repo, "A/a.lua"), GOOD);
  assert.is(repo.read("A/a.lua").toString(), crlf.replace("oldark", "ark"));
  assert.is(repo.git("diff", "--name-only"), "");
});

test("a file behind a link in the working tree is not followed", () => {
  const repo = makeFixable({ "B/other.lua": BAD });
  repo.stage({ "A/deep/a.lua": BAD });
  repo.write({ "A/deep": { symlink: "../B" }, "B/a.lua": BAD });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(repo, "A/deep/a.lua"), GOOD);
  assert.is(repo.read("B/a.lua").toString(), BAD);
});

test("flags of an entry outlive its mending", () => {
  const repo = makeFixable();
  repo.stage({ "A/a.lua": BAD, "A/b.lua": BAD });
  repo.git("update-index", "--skip-worktree", "A/a.lua");
  repo.git("update-index", "--assume-unchanged", "A/b.lua");
  repo.write({ "A/a.lua": null });
  assert.is(fix(repo, "--staged").code, 0);
  assert.is(repo.git("ls-files", "-v", "A/a.lua", "A/b.lua"), "S A/a.lua\nh A/b.lua");
  assert.is(staged(repo, "A/a.lua"), GOOD);
});

test("the index of a hook is mended, whatever kind of commit runs it", () => {
  for (const [title, args] of [
    ["what is staged", []],
    ["commit -a", ["-a"]],
    ["commit <path>", ["A/a.lua"]],
  ] as const) {
    const repo = makeFixable({ "A/b.lua": "return 2\n" });
    repo.hook("pre-commit", `exec '${process.execPath}' '${program}' fix --staged`);
    if (title === "what is staged") repo.stage({ "A/a.lua": BAD });
    else repo.write({ "A/a.lua": BAD });
    if (title === "commit <path>") repo.stage({ "A/b.lua": "return 3\n" });
    const answer = repo.run("git", ["commit", "--quiet", "-m", "mend", ...args]);
    assert.is(answer.code, 0, `${title}: ${answer.stderr}`);
    assert.is(repo.git("show", "HEAD:A/a.lua"), GOOD.trimEnd(), title);
    assert.is(repo.read("A/a.lua").toString(), GOOD, title);
    assert.is(status(repo), title === "commit <path>" ? "M  A/b.lua" : "", title);
  }
});

test("an index that another Git process holds stops it before anything is written", () => {
  const repo = makeFixable();
  repo.stage({ "A/a.lua": BAD });
  writeFileSync(join(repo.dir, ".git/index.lock"), "");
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 2);
  assert.match(answer.stderr, "another Git process is changing the index");
  assert.is(repo.read("A/a.lua").toString(), BAD);
});

test("a merge that is not decided does not stand in the way of the rest", () => {
  const repo = makeFixable({ "A/m.lua": "return 0\n" });
  repo.git("checkout", "--quiet", "-b", "other");
  repo.commit("one", { "A/m.lua": "return 1\n" });
  repo.git("checkout", "--quiet", "main");
  repo.commit("two", { "A/m.lua": "return 2\n" });
  repo.tryGit("merge", "--quiet", "other");
  repo.stage({ "A/a.lua": BAD });
  const answer = fix(repo, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(repo, "A/a.lua"), GOOD);
  assert.is(repo.git("ls-files", "--unmerged").split("\n").length, 3);
});

test("a linked worktree, a first commit and a repository of SHA-256 are mended alike", () => {
  const repo = makeFixable();
  repo.git("worktree", "add", "--quiet", "../linked");
  writeFileSync(join(repo.dir, "../linked/A/a.lua"), BAD);
  repo.git("-C", "../linked", "add", "A/a.lua");
  const linked = repo.run(process.execPath, [program, "fix", "--staged"], { cwd: "../linked/A" });
  assert.is(linked.code, 0, linked.stderr);
  assert.is(repo.run("git", ["-C", "../linked", "cat-file", "blob", ":A/a.lua"]).stdout, GOOD);
  const first = makeFixable({ "A/a.lua": BAD }, { fixers }, { objectFormat: "sha256" });
  first.git("update-ref", "-d", "HEAD");
  const answer = fix(first, "--staged");
  assert.is(answer.code, 0, answer.stderr);
  assert.is(staged(first, "A/a.lua"), `${GOOD}-- seen\n`);
});

test("--dry-run says the same and writes nothing", () => {
  const repo = makeFixable({}, { fixers });
  repo.stage({ "A/a.lua": BAD });
  const index = repo.read(".git/index");
  const answer = fix(repo, "--staged", "--dry-run");
  assert.equal([answer.code, answer.stderr], [0, ""]);
  isGolden(answer.stdout, "commands/fix-dry-run.txt");
  assert.ok(repo.read(".git/index").equals(index));
  assert.is(repo.read("A/a.lua").toString(), BAD);
});
