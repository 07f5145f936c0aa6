import * as assert from "uvu/assert";
import { staged } from "../../support/git/describe.ts";
import { type Files, makeRepo, type RepoOptions } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("staged change set");

const LUA = "local M = {}\nfunction M.f()\n  return 1\nend\nreturn M\n";

async function stagedAfter(before: Files, after: Files, options?: RepoOptions): Promise<string[]> {
  const repo = makeRepo(before, options);
  repo.stage(after);
  return await staged(repo);
}

test("a repository without a commit shows every staged file as added", async () => {
  const repo = makeRepo();
  repo.stage({ "a.lua": LUA, "b.txt": "" });
  assert.equal(await staged(repo), ["A a.lua +5 [1-6]", "A b.txt +0"]);
});

test("nothing staged is not a change", async () => {
  assert.equal(await stagedAfter({ "a.lua": LUA }, {}), []);
});

test("added, modified and deleted files come in path order with the lines they add", async () => {
  assert.equal(
    await stagedAfter(
      { "a.lua": LUA, "b.lua": LUA, "c.lua": "x = 1\n" },
      { "a.lua": LUA.replace("1", "2\n\n  , 3"), "b.lua": null, "d/e.lua": "return 1\n" },
    ),
    ["M a.lua +2 [3-6]", "D b.lua", "A d/e.lua +1 [1-2]"],
  );
});

test("only the staged part of a file counts", async () => {
  const repo = makeRepo({ "a.lua": "one\ntwo\n" });
  repo.stage({ "a.lua": "one\nstaged\ntwo\n" });
  repo.write({ "a.lua": "working\ntree\none\nstaged\ntwo\n", "new.lua": "return 1\n" });
  assert.equal(await staged(repo), ["M a.lua +1 [2-3]"]);
});

test("a file deleted in the working tree and still staged is there", async () => {
  const repo = makeRepo({});
  repo.stage({ "a.lua": "return 1\n" });
  repo.write({ "a.lua": null });
  assert.equal(await staged(repo), ["A a.lua +1 [1-2]"]);
});

test("a file that is only intended to be added is not part of the commit", async () => {
  const repo = makeRepo({ "a.lua": LUA });
  repo.write({ "b.lua": LUA });
  repo.git("add", "--intent-to-add", "b.lua");
  repo.stage({ "c.lua": "return 1\n" });
  assert.equal(await staged(repo), ["A c.lua +1 [1-2]"]);
});

test("a pure rename adds no line, a rename with an edit adds what it edits", async () => {
  assert.equal(
    await stagedAfter(
      { "a.lua": LUA, "b.lua": LUA.replaceAll("M", "N") },
      { "a.lua": null, "x/a.lua": LUA, "b.lua": null, "c.lua": LUA.replaceAll("M", "N").replace("1", "2") },
    ),
    ["R b.lua -> c.lua +1 [3-4]", "R a.lua -> x/a.lua +0"],
  );
});

test("a copy is new text, also the second of two places that a file moved to", async () => {
  assert.equal(await stagedAfter({ "a.lua": LUA }, { "b.lua": LUA }), ["A b.lua +5 [1-6]"]);
  assert.equal(await stagedAfter({ "a.lua": LUA }, { "a.lua": null, "b.lua": LUA, "c.lua": LUA }), [
    "R a.lua -> b.lua +0",
    "A c.lua +5 [1-6]",
  ]);
});

test("empty files are never paired as a rename", async () => {
  assert.equal(await stagedAfter({ "proposed.status": "" }, { "proposed.status": null, "done.status": "" }), [
    "A done.status +0",
    "D proposed.status",
  ]);
});

test("modes, links and submodules count as what they are", async () => {
  const repo = makeRepo({
    "run.sh": "#!/bin/sh\n",
    "a.lua": LUA,
    "to-link": "text\n",
    gone: { symlink: "a" },
  });
  const id = repo.id("HEAD");
  repo.stage({
    "run.sh": { executable: "#!/bin/sh\n" },
    "to-link": { symlink: "a.lua" },
    gone: "a\n\nb\n",
    link: { symlink: "../outside" },
    sub: { submodule: id },
  });
  assert.equal(await staged(repo), [
    "M gone symlink to file +2 [1-4]",
    "A link symlink +1 [1-2]",
    "M run.sh file to executable +0",
    "A sub submodule +0",
    "M to-link file to symlink +1 [1-2]",
  ]);
});

test("a submodule that moves on is a change, whatever .gitmodules says to ignore", async () => {
  const repo = makeRepo({ ".gitmodules": '[submodule "s"]\n\tpath = s\n\turl = ./s\n\tignore = all\n' });
  const first = repo.id("HEAD");
  const second = repo.commit("second", { s: { submodule: first } });
  repo.stage({ s: { submodule: second } });
  assert.equal(await staged(repo), ["M s submodule +0"]);
});

test("white space alone adds no line", async () => {
  const text = "if x then\nf()\ng()\nend\n";
  assert.equal(await stagedAfter({ "a.lua": text }, { "a.lua": "if x then\n\tf()\n   g( )\nend  \n" }), [
    "M a.lua +0",
  ]);
  assert.equal(await stagedAfter({ "a.lua": text }, { "a.lua": text.replaceAll("\n", "\r\n") }), [
    "M a.lua +0",
  ]);
});

test("lines that an edit only indents do not count beside those it adds", async () => {
  assert.equal(
    await stagedAfter(
      { "a.lua": "f()\ng()\nh()\n" },
      { "a.lua": "if ready then\n  f()\n  g()\n  extra()\n  h()\nend\n" },
    ),
    ["M a.lua +3 [1-2 4-5 6-7]"],
  );
});

test("blank lines are in the ranges and not in the count", async () => {
  assert.equal(await stagedAfter({}, { "a.lua": "a\n\n \t\r\n\nb" }), ["A a.lua +2 [1-6]"]);
});

test("a text without a line end at its end counts its last line, and gaining the line end adds none", async () => {
  assert.equal(await stagedAfter({ "a.lua": "a\nb" }, { "a.lua": "a\nb\n" }), ["M a.lua +0"]);
  assert.equal(await stagedAfter({ "a.lua": "a\nb" }, { "a.lua": "a\nb\nc" }), ["M a.lua +1 [3-4]"]);
});

test("lines that end in a lone CR count one by one", async () => {
  assert.equal(await stagedAfter({}, { "a.lua": "a\rb\r\rc" }), ["A a.lua +3 [1-2]"]);
});

test("a byte order mark and an upper case name change nothing", async () => {
  assert.equal(await stagedAfter({}, { "A.LUA": "\ufeffreturn 1\n" }), ["A A.LUA +1 [1-2]"]);
});

test("binary files are told by a NUL among their first bytes", async () => {
  const png = Buffer.from("\x89PNG\0\n\n\n", "latin1");
  const late = Buffer.concat([Buffer.alloc(9000, "a\n"), Buffer.of(0)]);
  assert.equal(
    await stagedAfter({ "b.png": png }, { "a.png": png, "b.png": Buffer.concat([png, png]), late }),
    ["A a.png binary", "M b.png binary", "A late +4501 [1-4502]"],
  );
});

test("text that attributes call binary counts like any other", async () => {
  const attributes = { ".gitattributes": "*.lua -diff\n*.txt binary\n" };
  assert.equal(
    await stagedAfter(
      { ...attributes, "a.lua": LUA, "old.lua": LUA.repeat(3), "b.png": Buffer.of(1, 0, 2) },
      {
        "a.lua": LUA.replace("1", "2"),
        "n.txt": "x\ny\n",
        "old.lua": null,
        "new.lua": `${LUA.repeat(3)}-- more\n`,
        "b.png": Buffer.of(1, 0, 3),
      },
    ),
    ["M a.lua +1 [3-4]", "M b.png binary", "A n.txt +2 [1-3]", "R old.lua -> new.lua +1 [16-17]"],
  );
});

test("any path a tree can hold is read as it is", async () => {
  const names = [
    " lead and trail ",
    '"quoted"',
    "$(touch hacked)",
    "'; rm -rf x",
    "*",
    "--all",
    "-dash",
    ":(glob)x",
    "a\nb",
    "a\ndiff --git a/x b/x\nindex 1..2\n@@ -0,0 +1,99 @@",
    "a\tb",
    "back\\slash",
    "caf\u00e9/\u00fc.lua",
    "dir/-x/[a].lua",
    "\udcff\udcfe.lua",
    "\u{1f600}.lua",
  ];
  const files = Object.fromEntries(names.map((name) => [name, "x\n"]));
  const repo = makeRepo({});
  repo.stage(files);
  const before = repo.git("status", "--porcelain");
  assert.equal((await staged(repo)).sort(), names.map((name) => `A ${name} +1 [1-2]`).sort());
  repo.commit("all", {});
  repo.stage(Object.fromEntries(names.map((name) => [name, "x\ny\n"])));
  assert.equal((await staged(repo)).sort(), names.map((name) => `M ${name} +1 [2-3]`).sort());
  assert.not.equal(before, "");
});

test("unresolved conflicts are a failure that says so", async () => {
  const repo = makeRepo({ "a.lua": "1\n" });
  repo.git("checkout", "--quiet", "-b", "side");
  repo.commit("side", { "a.lua": "2\n" });
  repo.git("checkout", "--quiet", "main");
  repo.commit("main", { "a.lua": "3\n" });
  repo.tryGit("merge", "side");
  const error = await staged(repo).then(
    () => "",
    (caught: Error) => caught.message,
  );
  assert.is(error, "a.lua has conflicts that are not resolved");
});

for (const objectFormat of ["sha1", "sha256"] as const) {
  test(`a merge shows only what differs from every parent (${objectFormat})`, async () => {
    const repo = makeRepo(
      { "both.lua": "1\n2\n3\n4\n5\n", "fight.lua": "x\n", "odd\n\udcff": "a\nb\nc\nd\n" },
      { objectFormat },
    );
    repo.git("checkout", "--quiet", "-b", "side");
    repo.commit("side", {
      "both.lua": "one\n2\n3\n4\n5\n",
      "side.lua": LUA,
      "fight.lua": "side\n",
      "odd\n\udcff": "A\nb\nc\nd\n",
    });
    repo.git("checkout", "--quiet", "main");
    repo.commit("main", {
      "both.lua": "1\n2\n3\n4\nfive\n",
      "main.lua": LUA,
      "fight.lua": "main\n",
      "odd\n\udcff": "a\nb\nc\nD\n",
    });
    repo.tryGit("merge", "--no-commit", "side");
    repo.stage({ "fight.lua": "main\nand\n\nside\n", "evil.lua": "return 1\n" });
    assert.equal(await staged(repo), [
      "M both.lua +0",
      "A evil.lua +1 [1-2]",
      "M fight.lua +1 [2-4]",
      "M odd\n\udcff +0",
    ]);
  });
}

test("a clean merge of others' work shows nothing", async () => {
  const repo = makeRepo({ "a.lua": LUA });
  repo.git("checkout", "--quiet", "-b", "side");
  repo.commit("side", { "side.lua": LUA, "a.lua": null });
  repo.git("checkout", "--quiet", "main");
  repo.commit("main", { "main.lua": LUA });
  repo.git("merge", "--no-commit", "side");
  assert.equal(await staged(repo), []);
});
