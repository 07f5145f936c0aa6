import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import * as assert from "uvu/assert";
import {
  contract,
  everything,
  leftOvers,
  MODULE,
  makePatchable,
  patch,
  type Steps,
} from "../support/cli/patchable.ts";
import { unwrapped } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt patch");

const CHANGED = MODULE.replace("region", "regions");
const REPLACE: Steps = { edits: [{ path: "A/a.lua", replace: { find: '"region"', with: '"regions"' } }] };

const FORMS: Readonly<Record<string, string | Steps>> = {
  "the playbook's object": REPLACE,
  "a unified diff": [
    "diff --git a/A/a.lua b/A/a.lua",
    "--- a/A/a.lua",
    "+++ b/A/a.lua",
    "@@ -1,7 +1,7 @@",
    " local M = {}",
    " ",
    " function M.name()",
    '-  return "region"',
    '+  return "regions"',
    " end",
    " ",
    " return M",
    "",
  ].join("\n"),
  "a diff without prefixes":
    '--- A/a.lua\n+++ A/a.lua\n@@ -3,3 +3,3 @@\n function M.name()\n-  return "region"\n+  return "regions"\n end\n',
  "a diff that somebody cut out of a text": [
    "I change the name:\n\n```diff",
    "--- a/A/a.lua\n+++ b/A/a.lua\n@@ -3,3 +3,3 @@",
    ' function M.name()\n-  return "region"\n+  return "regions"\n end',
  ].join("\n"),
  "an apply_patch envelope":
    '*** Begin Patch\n*** Update File: A/a.lua\n@@ function M.name()\n-  return "region"\n+  return "regions"\n*** End Patch\n',
  "search/replace blocks":
    'A/a.lua\n```lua\n<<<<<<< SEARCH\n  return "region"\n=======\n  return "regions"\n>>>>>>> REPLACE\n```\n',
};

for (const [name, text] of Object.entries(FORMS)) {
  test(`${name} is judged, applied, done the second time, and taken back`, () => {
    const repo = makePatchable();
    const before = everything(repo);
    const checked = contract(repo, text);
    assert.ok(checked.ok, JSON.stringify(checked));
    assert.equal(checked.files, ["A/a.lua"]);
    assert.is(everything(repo), before);
    assert.is(patch(repo, "apply", text).code, 0);
    assert.is(repo.read("A/a.lua").toString(), CHANGED);
    assert.is(repo.git("write-tree"), checked.tree);
    assert.is(repo.git("status", "--porcelain"), "M  A/a.lua");
    const after = everything(repo);
    const again = patch(repo, "apply", text);
    assert.is(again.code, 0, again.stderr);
    assert.match(unwrapped(again.stdout), /applied already/);
    assert.is(everything(repo), after);
    const reverse = patch(repo, "undo", text).stdout;
    assert.is(patch(repo, "apply", reverse).code, 0);
    assert.is(everything(repo), before);
    assert.is(patch(repo, "undo", text).stdout, reverse);
    assert.equal(leftOvers(repo), []);
  });
}

test("edits, moves and deletions are one change; modes, line ends and a missing last newline survive", () => {
  const repo = makePatchable({
    "A/run.sh": { executable: "#!/bin/sh\r\necho one\r\necho two" },
    "A/old/c.lua": MODULE,
    "A/gone.lua": MODULE,
  });
  const steps: Steps = {
    edits: [
      { path: "A/run.sh", replace: { find: "one", with: "1" } },
      { path: "A/new/d.lua", replace: { find: '"region"', with: '"moved"' } },
    ],
    moves: [{ from: "A/old/c.lua", to: "A/new/d.lua" }],
    deletions: ["A/gone.lua"],
  };
  const answer = patch(repo, "apply", steps);
  assert.is(answer.code, 0, answer.stdout + answer.stderr);
  assert.is(repo.read("A/run.sh").toString(), "#!/bin/sh\r\necho 1\r\necho two");
  assert.match(repo.git("ls-files", "--stage", "A/run.sh"), /^100755/);
  assert.not(existsSync(join(repo.dir, "A/old")));
  assert.not(existsSync(join(repo.dir, "A/gone.lua")));
  assert.match(repo.read("A/new/d.lua").toString(), /"moved"/);
  assert.is(repo.git("status", "--porcelain").match(/^.[^ ]/gm), null);
  const again = contract(repo, steps);
  assert.equal([again.ok, again.files, again.done.length], [true, [], 4]);
});

test("replacements of one file are made one after another", () => {
  const repo = makePatchable();
  const steps: Steps = {
    edits: [
      { path: "A/b.lua", replace: { find: '"one"', with: '"one", "half"' } },
      { path: "A/b.lua", replace: { find: '"half"', with: '"half", "quarter"' } },
    ],
  };
  assert.is(patch(repo, "apply", steps).code, 0);
  assert.match(repo.read("A/b.lua").toString(), /"one", "half", "quarter", "two"/);
});

test("a diff that changes nothing is noted as done", () => {
  const repo = makePatchable({ "A/run.sh": { executable: "#!/bin/sh\n" } });
  const mode = "diff --git a/A/run.sh b/A/run.sh\nold mode 100644\nnew mode 100755\n";
  const found = contract(repo, mode);
  assert.equal([found.ok, found.files, found.done], [true, [], ["the whole diff is applied already"]]);
});

test("a diff that copies a file is done where the copy is there", () => {
  const repo = makePatchable();
  const copy = "diff --git a/A/a.lua b/A/c.lua\nsimilarity index 100%\ncopy from A/a.lua\ncopy to A/c.lua\n";
  assert.is(patch(repo, "apply", copy).code, 0);
  assert.is(repo.read("A/c.lua").toString(), MODULE);
  assert.match(unwrapped(patch(repo, "apply", copy).stdout), /applied already/);
  repo.stage({ "A/c.lua": CHANGED });
  assert.match(patch(repo, "apply", copy).stdout, /there is a file already/);
  assert.is(repo.read("A/c.lua").toString(), CHANGED);
});

test("what a tree alone can't tell is told by the record", () => {
  const repo = makePatchable();
  const steps: Steps = { edits: [{ path: "A/b.lua", replace: { find: ', "two"', with: "" } }] };
  assert.is(patch(repo, "apply", steps).code, 0);
  assert.ok(contract(repo, steps).ok);
  const other = makePatchable({ "A/b.lua": 'local M = {}\n\nM.list = { "one" }\n\nreturn M\n' });
  const found = contract(other, steps);
  assert.equal([found.ok, found.findings[0]?.path], [false, "A/b.lua"]);
});

test("a patch that is done in part does the rest", () => {
  const repo = makePatchable();
  repo.stage({ "A/a.lua": CHANGED });
  const steps: Steps = { edits: [...(REPLACE.edits ?? []), { path: "A/n.lua", contents: MODULE }] };
  const found = contract(repo, { ...steps, hints: 1 } as Steps, "apply");
  assert.equal([found.ok, found.files, found.done.length], [true, ["A/n.lua"], 1]);
  assert.match(
    found.stderr,
    /^arkitekt: hints: there is no such key, so it was ignored\n$/,
    "the contract has no place for it",
  );
});

test("a diff that is applied in part does the rest", () => {
  const repo = makePatchable();
  const other = repo.clone("other");
  other.commit("[AB-1] both", { "A/a.lua": CHANGED, "A/n.lua": MODULE });
  const diff = `${other.git("diff", "HEAD^", "HEAD")}\n`;
  repo.stage({ "A/a.lua": CHANGED });
  const found = contract(repo, diff, "apply");
  assert.equal([found.ok, found.files], [true, ["A/n.lua"]], JSON.stringify(found));
});

test("a hunk that is there already is not done again where the text around it occurs once more", () => {
  const block = (middle: string) => `-- one\n-- two\n-- three\n${middle}-- four\n-- five\n-- six\n`;
  const text = (first: string, end: string) => {
    const gap = Array.from({ length: 20 }, (_, at) => `-- gap ${at}\n`).join("");
    return `-- top\n${end}${gap}${block(first)}${gap}${block("")}return {}\n`;
  };
  const repo = makePatchable({ "A/twice.lua": text("", "") });
  const other = repo.clone("other");
  other.commit("[AB-1] both", { "A/twice.lua": text("-- new\n", "-- a\n-- b\n-- c\n") });
  const diff = `${other.git("diff", "HEAD^", "HEAD")}\n`;
  repo.stage({ "A/twice.lua": text("-- new\n", "") });
  const found = contract(repo, diff, "apply");
  assert.is(repo.read("A/twice.lua").toString(), text("-- new\n", "-- a\n-- b\n-- c\n"));
  assert.equal([found.ok, found.done], [true, ["A/twice.lua: hunk 2 is there already"]]);
});

test("a diff of which some hunks of a file are applied does the other ones", () => {
  const lines = (...changed: readonly number[]) =>
    Array.from({ length: 60 }, (_, at) => `-- ${at}${changed.includes(at) ? " changed" : ""}\n`).join("");
  const repo = makePatchable({ "A/long.lua": `${lines()}return {}\n` });
  const other = repo.clone("other");
  other.commit("[AB-1] all", { "A/long.lua": `${lines(3, 30, 55)}return {}\n`, "A/n.lua": MODULE });
  const diff = `${other.git("diff", "HEAD^", "HEAD")}\n`;
  const mine = (text: string) => text.replace("-- 15\n", "-- 15\n-- mine\n");
  repo.stage({ "A/long.lua": mine(`${lines(30)}return {}\n`) });
  const found = contract(repo, diff, "apply");
  assert.equal([found.ok, found.files], [true, ["A/long.lua", "A/n.lua"]], JSON.stringify(found));
  assert.is(repo.read("A/long.lua").toString(), mine(`${lines(3, 30, 55)}return {}\n`));
  assert.equal(found.done, ["A/long.lua: hunk 2 is there already"]);
  repo.stage({ "A/long.lua": `${lines(30).replace("-- 55", "-- fifty")}return {}\n` });
  const refused = contract(repo, diff, "apply");
  assert.equal(
    [refused.ok, refused.findings.map(({ path, message }) => [path, message])],
    [false, [["A/long.lua", "the diff does not fit at line 53"]]],
  );
});

/** Each is a finding, or a failure that has a contract too; nothing is changed. */
const REFUSED: readonly (readonly [title: string, text: string | Steps, code: number, says: RegExp])[] = [
  [
    "an anchor that is nowhere",
    { edits: [{ path: "A/a.lua", replace: { find: "nowhere", with: "x" } }] },
    1,
    /nowhere/,
  ],
  [
    "an anchor that appears twice",
    { edits: [{ path: "A/a.lua", replace: { find: "M", with: "N" } }] },
    1,
    /3 times/,
  ],
  [
    "a file that is not there",
    { edits: [{ path: "A/x.lua", replace: { find: "M", with: "N" } }] },
    1,
    /no such file/,
  ],
  ["a move from nowhere", { moves: [{ from: "A/x.lua", to: "A/y.lua" }] }, 1, /no such file/],
  [
    "a move to where a file is",
    { moves: [{ from: "A/a.lua", to: "A/b.lua" }] },
    1,
    /there is a file already/,
  ],
  [
    "a swap",
    {
      moves: [
        { from: "A/a.lua", to: "A/b.lua" },
        { from: "A/b.lua", to: "A/a.lua" },
      ],
    },
    1,
    /two edits/,
  ],
  [
    "a chain",
    {
      moves: [
        { from: "A/a.lua", to: "A/b.lua" },
        { from: "A/b.lua", to: "A/c.lua" },
      ],
    },
    1,
    /one move/,
  ],
  [
    "an edit of what is deleted",
    { edits: [{ path: "A/a.lua", contents: "" }], deletions: ["A/a.lua"] },
    1,
    /edited and deleted/,
  ],
  [
    "an edit by the old name",
    { edits: [{ path: "A/a.lua", contents: "" }], moves: [{ from: "A/a.lua", to: "A/z.lua" }] },
    1,
    /edit A\/z\.lua[\s\S]*two edits with contents/,
  ],
  ["a folder", { deletions: ["A"] }, 1, /is a folder/],
  ["a file below a file", { edits: [{ path: "A/a.lua/b.lua", contents: "" }] }, 1, /which is a file/],
  ["a name that differs in case alone", { edits: [{ path: "a/A.LUA", contents: "" }] }, 1, /blind to case/],
  ["what is outside the fence", { edits: [{ path: "B/x.lua", contents: MODULE }] }, 1, /only A/],
  ["Lua that does not parse", { edits: [{ path: "A/a.lua", contents: "local =\n" }] }, 1, /name/],
  [
    "what its author says has failed",
    { edits: [{ path: "A/b.lua", contents: "aab" }], ok: false },
    1,
    /failed/,
  ],
  [
    "a proof of its own that fails",
    { ...REPLACE, proof_grep: [{ pattern: "regions", should_match: false }] },
    1,
    /regions/,
  ],
  ["a proof that is not one", { ...REPLACE, proof_grep: [{ patern: "x" }] }, 2, /pattern and should_match/],
  [
    "a diff that does not fit",
    "--- a/A/a.lua\n+++ b/A/a.lua\n@@ -1,2 +1,2 @@\n-local X = {}\n+local Y = {}\n \n",
    1,
    /does not fit at line 1/,
  ],
  [
    "a diff that is cut short",
    "--- a/A/a.lua\n+++ b/A/a.lua\n@@ -1,9 +1,9 @@\n-local M = {}\n",
    2,
    /line 3: .* 9 lines before and 9 after, and what follows is @@ -1,1 \+1,0 @@/,
  ],
  [
    "a diff whose lines end as the file's do not",
    "--- a/A/a.lua\r\n+++ b/A/a.lua\r\n@@ -1,2 +1,2 @@\r\n-local M = {}\r\n+local N = {}\r\n \r\n",
    1,
    /does not fit at line 1/,
  ],
  [
    "a diff without the bytes of what is no text",
    "diff --git a/A/a.lua b/A/a.lua\nindex 1234567..2345678 100644\nBinary files a/A/a.lua and b/A/a.lua differ\n",
    1,
    /git diff --binary/,
  ],
  [
    "a diff that makes a link",
    "diff --git a/A/l b/A/l\nnew file mode 120000\n--- /dev/null\n+++ b/A/l\n@@ -0,0 +1 @@\n+a.lua\n\\ No newline at end of file\n",
    1,
    /symbolic link/,
  ],
  ["a diff that leaves the root", "--- a/../x\n+++ b/../x\n@@ -0,0 +1 @@\n+a\n", 1, /leaves the folder/],
  [
    "a diff that puts a file below a file",
    "--- /dev/null\n+++ b/A/a.lua/x.lua\n@@ -0,0 +1 @@\n+a\n",
    1,
    /a file, and a folder/,
  ],
  [
    "a diff that puts a file where a folder is",
    "--- /dev/null\n+++ b/A/sub\n@@ -0,0 +1 @@\n+a\n",
    1,
    /a file, and a folder/,
  ],
  [
    "a diff of Git's own files",
    "--- /dev/null\n+++ b/.git/hooks/pre-commit\n@@ -0,0 +1 @@\n+a\n",
    1,
    /\.git/,
  ],
  [
    "an envelope that adds what is there",
    "*** Begin Patch\n*** Add File: A/a.lua\n+x\n*** End Patch\n",
    1,
    /holds something else/,
  ],
  [
    "a diff whose place is as near to another one like it, so that it would go there the second time",
    "--- a/A/twins.lua\n+++ b/A/twins.lua\n@@ -4,3 +4,3 @@\n do\n-  M.x = 1\n+  M.x = 2\n end\n",
    1,
    /applied to its own result the patch would change it again/,
  ],
  ["nothing that is a patch", "please change the name", 2, /none of the forms/],
];

test("what is refused is one clear finding or failure, with the contract, and changes nothing", () => {
  const twin = "do\n  M.x = 1\nend\n";
  const repo = makePatchable({
    "A/link": { symlink: "a.lua" },
    "A/sub/x.lua": MODULE,
    "A/twins.lua": `local M = {}\n${twin}-- between\n${twin}return M\n`,
  });
  const before = everything(repo);
  for (const [title, text, code, says] of REFUSED) {
    const found = contract(repo, text, "apply");
    assert.equal([found.ok, found.code], [false, code], `${title}: ${JSON.stringify(found)}`);
    assert.match(
      JSON.stringify(found.findings) + found.findings.map(({ message }) => message).join(),
      says,
      title,
    );
    if (code === 2) assert.is(found.stderr.startsWith("arkitekt: "), true, title);
    assert.is(everything(repo), before, title);
  }
  assert.equal(leftOvers(repo), []);
});

test("what its author says about a failure stands in the contract", () => {
  const said = {
    ok: false,
    unmet_exports: ["a.name"],
    missing_files: ["A/x.lua"],
    exceeded_budget: { files: 2, loc: 30 },
    would_touch: ["A/b.lua"],
  };
  const { code, stderr, findings, ...found } = contract(makePatchable(), said as Steps);
  assert.equal([code, stderr, found], [1, "", said]);
  assert.equal(
    findings.map(({ rule, message }) => [rule, message]),
    [
      [
        "patch",
        "its author says that it failed: unmet_exports a.name; missing_files A/x.lua; would_touch A/b.lua; exceeded_budget 2 files and 30 lines",
      ],
    ],
  );
});

test("nothing is written through a link, and a link itself may be moved or deleted", () => {
  const repo = makePatchable({ "A/link": { symlink: "a.lua" }, "A/dir": { symlink: "." } });
  assert.not(contract(repo, { edits: [{ path: "A/link", contents: "x" }] }).ok);
  assert.not(contract(repo, { edits: [{ path: "A/dir/x.lua", contents: MODULE }] }).ok);
  for (const steps of [{ deletions: ["A/dir/a.lua"] }, { moves: [{ from: "A/dir/z.lua", to: "A/a.lua" }] }])
    assert.equal(
      contract(repo, steps).findings.map(({ message }) => message),
      ["it lies below A/dir, which is a symbolic link"],
    );
  const found = contract(repo, { moves: [{ from: "A/link", to: "A/link2" }], deletions: ["A/dir"] }, "apply");
  assert.ok(found.ok, JSON.stringify(found));
  assert.is(repo.git("status", "--porcelain").match(/^.[^ ]/gm), null);
});

test("the user's other work on the same paths is never lost: the patch is refused", () => {
  const repo = makePatchable({}, {});
  const expectRefused = (says: RegExp, steps: Steps = REPLACE) => {
    const before = everything(repo);
    const found = patch(repo, "apply", steps);
    assert.is(found.code, 2, found.stdout);
    assert.match(unwrapped(found.stderr), says);
    assert.is(everything(repo), before);
  };
  repo.write({ "A/a.lua": `${MODULE}-- mine\n` });
  expectRefused(/A\/a\.lua is not as it is staged/);
  repo.git("checkout", "A/a.lua");
  repo.write({ "A/n.lua": "mine" });
  expectRefused(/A\/n\.lua is in the way/, { edits: [{ path: "A/n.lua", contents: MODULE }] });
  repo.write({ "A/n.lua": null, ".git/info/exclude": "*.tmp.lua\n", "A/x.tmp.lua": "mine" });
  expectRefused(/in the way/, { moves: [{ from: "A/b.lua", to: "A/x.tmp.lua" }] });
  repo.write({ "A/m": "a file of mine" });
  expectRefused(/in the way/, { edits: [{ path: "A/m/n.lua", contents: MODULE }] });
  repo.write({ "A/m": null });
  symlinkSync("/tmp", join(repo.dir, "A/m"));
  expectRefused(/in the way/, { edits: [{ path: "A/m/n.lua", contents: MODULE }] });
});

for (const flag of ["assume-unchanged", "skip-worktree"]) {
  test(`work on a file that Git is told to overlook (${flag}) is not lost either`, () => {
    const repo = makePatchable();
    repo.git("update-index", `--${flag}`, "A/a.lua");
    repo.write({ "A/a.lua": `${MODULE}-- mine\n` });
    const before = everything(repo);
    const kinds: readonly Steps[] = [
      REPLACE,
      { deletions: ["A/a.lua"] },
      { moves: [{ from: "A/a.lua", to: "A/z.lua" }] },
    ];
    for (const steps of kinds) {
      const found = patch(repo, "apply", steps);
      assert.is(found.code, 2, found.stdout);
      assert.match(unwrapped(found.stderr), /A\/a\.lua is not as it is staged/);
      assert.is(everything(repo), before);
    }
    repo.write({ "A/a.lua": MODULE });
    assert.is(patch(repo, "apply", REPLACE).code, 0);
    assert.is(repo.read("A/a.lua").toString(), CHANGED);
    assert.match(repo.git("ls-files", "-v", "A/a.lua"), flag === "skip-worktree" ? /^S / : /^h /);
  });
}

test("a file that the disk can't take is told in Git's words, and nothing is written", () => {
  const repo = makePatchable();
  const before = everything(repo);
  const deep = `A/${Array.from({ length: 20 }, () => "d".repeat(200)).join("/")}`;
  const { code, stderr } = patch(repo, "apply", { edits: [{ path: deep, contents: "" }] });
  assert.is(code, 2);
  assert.match(unwrapped(stderr), /the new files can't be written: unable to create file/);
  assert.is(everything(repo), before);
  assert.equal(leftOvers(repo), []);
});

test("what is staged elsewhere stays staged, and what is not staged elsewhere stays so", () => {
  const repo = makePatchable({ "A/c.lua": MODULE, "A/d.lua": MODULE });
  repo.stage({ "A/c.lua": CHANGED });
  repo.write({ "A/d.lua": CHANGED });
  assert.is(patch(repo, "apply", REPLACE).code, 0);
  assert.is(repo.git("status", "--porcelain"), "M  A/a.lua\nM  A/c.lua\n M A/d.lua");
});

test("the base is the index, in which what is only to be added has no part", () => {
  const repo = makePatchable();
  repo.write({ "A/n.lua": MODULE });
  repo.git("add", "-N", "A/n.lua");
  repo.stage({ "A/a.lua": MODULE.replace("name", "title") });
  assert.is(patch(repo, "apply", REPLACE).code, 0);
  assert.match(repo.read("A/a.lua").toString(), /title[\s\S]*"regions"/);
  assert.match(repo.git("status", "--porcelain"), / A A\/n\.lua/);
});

test("line ends of the working tree are the user's, what is staged is as the patch has it", () => {
  const repo = makePatchable({}, {}, { config: { "core.autocrlf": "true" } });
  repo.git("rm", "-q", "--cached", "-r", ".");
  repo.git("reset", "-q", "--hard");
  assert.match(repo.read("A/a.lua").toString(), /\r\n/);
  const answer = patch(repo, "apply", REPLACE);
  assert.is(answer.code, 0, answer.stderr);
  assert.is(repo.read("A/a.lua").toString(), CHANGED.replaceAll("\n", "\r\n"));
  assert.is(`${repo.git("cat-file", "blob", ":A/a.lua")}\n`, CHANGED);
  assert.is(repo.git("status", "--porcelain"), "M  A/a.lua");
});

test("a conflict that is not resolved is told", () => {
  const repo = makePatchable();
  repo.git("checkout", "-q", "-b", "other");
  repo.commit("other", { "A/a.lua": CHANGED });
  repo.git("checkout", "-q", "main");
  repo.commit("mine", { "A/a.lua": MODULE.replace("region", "area") });
  repo.tryGit("merge", "other");
  const found = contract(repo, REPLACE);
  assert.is(found.code, 2);
  assert.match(found.stderr, /conflicts/);
});

test("the failure contract names what is missing, what is over and what else would have to change", () => {
  const repo = makePatchable({
    "A/user.lua": 'local a = require("a")\nlocal M = {}\nfunction M.show() return a.name() end\nreturn M\n',
  });
  const moved = contract(repo, { moves: [{ from: "A/a.lua", to: "A/z.lua" }] });
  assert.equal([moved.ok, moved.would_touch], [false, ["A/user.lua"]], JSON.stringify(moved));
  const unmet = contract(repo, {
    edits: [{ path: "A/a.lua", replace: { find: "M.name", with: "M.title" } }],
  });
  assert.equal(
    [unmet.ok, unmet.unmet_exports, unmet.would_touch],
    [false, ["a.name"], ["A/user.lua"]],
    JSON.stringify(unmet),
  );
  const needs = contract(repo, {
    edits: [
      {
        path: "A/scripts/q.lua",
        contents: 'local x = require("scripts.none")\nlocal M = {}\nM.x = x\nreturn M\n',
      },
    ],
  });
  assert.equal([needs.ok, needs.missing_files], [false, ["A/scripts/none.lua"]], JSON.stringify(needs));
  assert.equal(
    contract(repo, { edits: [{ path: "A/none.lua", replace: { find: "a", with: "b" } }] }).missing_files,
    ["A/none.lua"],
  );
  const lines = (count: number) => `local M = {}\n${"M.x = 1\n".repeat(count)}return M\n`;
  const big = contract(repo, { edits: [{ path: "A/big.lua", contents: lines(708) }] });
  assert.equal(big.exceeded_budget, { files: 0, loc: 10 }, JSON.stringify(big.findings));
  const both = contract(repo, { edits: [{ path: "A/core/big.lua", contents: lines(708) }] });
  assert.equal(both.exceeded_budget, { files: 0, loc: 410 });
  assert.equal(contract(repo, { edits: [{ path: "B/x.lua", contents: MODULE }] }).would_touch, ["B/x.lua"]);
});
