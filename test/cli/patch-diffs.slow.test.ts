// Diffs as Git and others write them: what `git apply` takes is taken, with every byte and mode, done again and taken back.
import * as assert from "uvu/assert";
import { contract, everything, makePatchable, patch } from "../support/cli/patchable.ts";
import type { Files, TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("diffs of all kinds");

const LINES = Array.from({ length: 20 }, (_, at) => `-- ${at}\n`).join("");
const MENDED = LINES.replace("-- 9\n", "-- nine\n");
const BYTES = Buffer.from(Array.from({ length: 256 }, (_, at) => at));
const NAME = 'A/x ü "q".txt';

const CHANGES: readonly (readonly [title: string, before: Files, after: Files, ...options: string[]])[] = [
  ["a rename", { "A/t": LINES }, { "A/t": null, "A/u": LINES }, "-M"],
  ["a rename with changes", { "A/t": LINES }, { "A/t": null, "A/u": MENDED }, "-M"],
  ["a copy with changes", { "A/t": LINES }, { "A/u": MENDED }, "-C", "-C"],
  ["a mode with changes", { "A/t": LINES }, { "A/t": { executable: MENDED } }],
  ["a program that is new", {}, { "A/t": { executable: "#!/bin/sh\n" } }],
  ["bytes that are no text", { "A/b": "\0a" }, { "A/b": BYTES, "A/c": BYTES }, "--binary"],
  ["bytes that are renamed", { "A/b": BYTES }, { "A/b": null, "A/c": BYTES }, "--binary", "-M"],
  ["names with blanks, quotes and letters", { [NAME]: LINES }, { [NAME]: MENDED, "A/n ä": "x\n" }],
  ["a last line without its end", { "A/t": "a\nb", "A/u": "a\n" }, { "A/t": "a\nB", "A/u": "a" }],
  ["line ends that differ", { "A/t": "a\r\nb\nc\r\n" }, { "A/t": "a\r\nB\nc\r\n" }],
  ["line ends that change", { "A/t": LINES.replaceAll("\n", "\r\n") }, { "A/t": LINES }],
  ["a byte order mark", { "A/t": "\ufeffa\nb\n" }, { "A/t": "\ufeffx\nb\n" }],
  ["files that are or become empty", { "A/t": "a\n", "A/u": "" }, { "A/t": "", "A/u": "a\n", "A/v": "" }],
  ["an empty file that goes", { "A/t": "" }, { "A/t": null }],
  ["a file that becomes a folder", { "A/t": LINES }, { "A/t": null, "A/t/u": MENDED }, "--no-renames"],
  [
    "no prefixes",
    { "A/t": LINES, "A/u": "q\n" },
    { "A/t": MENDED, "A/u": null, "A/v": "x\n" },
    "--no-prefix",
  ],
  [
    "other prefixes",
    { "A/t": LINES },
    { "A/t": MENDED, "A/v": "x\n" },
    "--src-prefix=old/",
    "--dst-prefix=new/",
  ],
  ["little around its changes, and a summary", { "A/t": LINES }, { "A/t": MENDED }, "-U1", "--stat", "-p"],
];

for (const [title, before, after, ...options] of CHANGES) {
  test(`a diff of Git's with ${title}`, () => {
    const repo = makePatchable(before, { rules: { "docs-fence": "off" } });
    const diff = diffTo(repo, after, options);
    const start = everything(repo);
    const found = contract(repo, diff, "apply");
    assert.ok(found.ok, JSON.stringify(found));
    const wanted = makePatchable(before, { rules: { "docs-fence": "off" } });
    wanted.stage(after);
    assert.is(found.tree, wanted.git("write-tree"));
    assert.is(repo.git("status", "--porcelain").match(/^.[^ ]/gm), null);
    const again = contract(repo, diff, "apply");
    assert.equal([again.ok, again.files, again.done.length > 0], [true, [], true], JSON.stringify(again));
    assert.is(patch(repo, "apply", patch(repo, "undo", diff).stdout).code, 0);
    assert.is(everything(repo), start);
  });
}

const HUNK = "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";

const WRITTEN: readonly (readonly [title: string, diff: string])[] = [
  ["by diff -u", `--- A/t\t2025-01-01 10:00:00.000000000 +0100\n+++ A/t\t2025-01-01 10:00:01 +0100\n${HUNK}`],
  ["of a file that was kept aside", `--- A/t.orig\n+++ A/t\n${HUNK}`],
  ["of two folders", `diff -ru was/A/t is/A/t\n--- was/A/t\n+++ is/A/t\n${HUNK}`],
  ["by Subversion", `Index: A/t\n${"=".repeat(67)}\n--- A/t\t(revision 1)\n+++ A/t\t(working copy)\n${HUNK}`],
  [
    "in a mail",
    `From: a\nSubject: [PATCH] b\n\n---\n A/t | 2 +-\n\n--- a/A/t\n+++ b/A/t\n${HUNK}-- \n2.39.5\n`,
  ],
  [
    "in an answer",
    `Here it is:\n\n\`\`\`diff\n--- a/A/t\n+++ b/A/t\n${HUNK}\`\`\`\n\nHope it helps!\n- one\n- two\n`,
  ],
];

test("diffs that others write are taken", () => {
  const repo = makePatchable({ "A/t": "a\nb\nc\n" });
  for (const [title, diff] of WRITTEN) {
    assert.is(patch(repo, "apply", diff).code, 0, title);
    assert.is(repo.read("A/t").toString(), "a\nB\nc\n", title);
    repo.git("reset", "-q", "--hard");
  }
});

/** The diff to `after`, with the repository as it was. */
function diffTo(repo: TestRepo, after: Files, options: readonly string[]): Buffer {
  repo.stage(after);
  repo.git("diff", "--cached", "--output=.git/to.diff", ...options);
  repo.git("reset", "-q", "--hard");
  return repo.read(".git/to.diff");
}
