// What is said of a diff without asking Git, against what Git says.
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { DiffProof } from "../../src/patch/diff-proof.ts";
import { hunkByHunk } from "../../src/patch/hunk-by-hunk.ts";
import { plainDiff } from "../../src/patch/plain-diff.ts";
import { readDiff } from "../../src/patch/read-diff.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("what a diff proves");

const RUNS = Number(process.env["PATCH_RUNS"] ?? 20);
const PATH = "src/x.lua";

/** Few different lines, so that a hunk fits in more than one place. */
const line = fc.constantFrom("a\n", "a\n", "b\n", "end\n", "\n", "a \n", "a\r\n");
const lines = fc.array(line, { maxLength: 14 });
const text = fc.tuple(lines, fc.constantFrom("", "", "last")).map(([all, last]) => all.join("") + last);
const edits = fc.array(
  fc.record({ at: fc.nat(14), gone: fc.nat(2), come: fc.array(line, { maxLength: 3 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);
const scene = fc.record({
  base: text,
  edits,
  context: fc.nat(4),
  /** It is applied to a file that has grown since, and says that it stands elsewhere. */
  ahead: fc.constantFrom("", "", "", "a\n", "b\na\n"),
  shift: fc.constantFrom(0, 0, 0, 1, -1),
});

test("is true of any of them", async () => {
  const repo = makeRepo({ [PATH]: "a\n" });
  let proved = 0;
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(scene, async ({ base, edits: all, context, ahead, shift }) => {
      const diff = shifted(between(repo, base, edited(base, all), `-U${context}`), shift);
      if (diff === "") return;
      stage(repo, ahead + base);
      const apply = (...options: string[]) =>
        repo.run("git", ["apply", "--cached", "--whitespace=nowarn", "-v", ...options, "-"], { input: diff });
      const wasDone = apply("--check", "-R").code === 0;
      const whole = apply();
      if (whole.code !== 0) return;
      const proof = proofOf(diff, ahead + base, repo.run("git", ["show", `:${PATH}`]).stdout);
      if (/offset/.test(whole.stderr)) {
        if (!(await proof?.hadNoHunk())) return;
        moved++;
        stage(repo, ahead + base);
        for (const input of hunkByHunk(diff))
          assert.is.not(
            repo.run("git", ["apply", "--cached", "--check", "-R", "-"], { input }).code,
            0,
            diff,
          );
        return;
      }
      if (await proof?.wasNotDone()) assert.not(wasDone, diff);
      if (!(await proof?.isDone())) return;
      proved++;
      assert.is.not(apply("--check").code, 0, diff);
      assert.is(apply("--check", "-R").code, 0, diff);
    }),
    { numRuns: RUNS, examples: [[ORDINARY], [MOVED]] },
  );
  assert.ok(proved > 0 && moved > 0);
});

const MOVED = {
  base: Array.from({ length: 12 }, (_, at) => `${at}\n`).join(""),
  edits: [{ at: 8, gone: 0, come: ["a\n"] }],
  context: 3,
  ahead: "b\na\n",
  shift: 0,
};

const ORDINARY = {
  base: "local M = {}\n\nreturn M\n",
  edits: [{ at: 1, gone: 0, come: ["a\n"] }],
  context: 3,
  ahead: "",
  shift: 0,
};

const SAID: readonly (readonly [title: string, diff: string, base: string, after: string, says: boolean])[] =
  [
    ["of a changed line", "@@ -1,2 +1,2 @@\n-a\n+b\n c\n", "a\nc\n", "b\nc\n", true],
    ["of a line ahead of all others", "@@ -1 +1,2 @@\n+a\n b\n", "b\n", "a\nb\n", true],
    ["of a line ahead of its like", "@@ -1 +1,2 @@\n+a\n a\n", "a\n", "a\na\n", false],
    [
      "of a line that could go in once more",
      "@@ -2,2 +2,3 @@\n a\n+a\n a\n",
      "b\na\na\n",
      "b\na\na\na\n",
      false,
    ],
    ["without a last newline", "@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n", "a\n", "b", true],
  ];

for (const [title, hunks, base, after, says] of SAID) {
  test(`says ${says ? "it" : "nothing"} ${title}`, async () => {
    const proof = proofOf(`${NAMES}${hunks}`, base, after);
    assert.is(await proof?.isDone(), says);
  });
}

const NAMES = `diff --git a/${PATH} b/${PATH}\n--- a/${PATH}\n+++ b/${PATH}\n`;

const NOT_PLAIN: readonly (readonly [title: string, diff: string])[] = [
  ["a rename", "diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n"],
  ["a mode", `diff --git a/x b/x\nold mode 100644\nnew mode 100755\n`],
  ["a link", "diff --git a/x b/x\nnew file mode 120000\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+y\n"],
  ["a file twice", `${NAMES}@@ -1 +1 @@\n-a\n+b\n${NAMES}@@ -1 +1 @@\n-b\n+c\n`],
  ["hunks out of order", `${NAMES}@@ -5 +5 @@\n-a\n+b\n@@ -2 +2 @@\n-a\n+b\n`],
  ["a hunk that says another place", `${NAMES}@@ -5,2 +1,2 @@\n-a\n+b\n c\n`],
  ["words behind it", `${NAMES}@@ -1 +1 @@\n-a\n+b\nAnd so on.\n`],
];

for (const [title, diff] of NOT_PLAIN) {
  test(`leaves a diff with ${title} to Git`, () => {
    const read = readDiff(diff);
    assert.ok(read.ok);
    assert.is(read.ok ? plainDiff(read.value) : "", undefined);
  });
}

function proofOf(diff: string, base: string, after: string): DiffProof | undefined {
  const read = readDiff(diff);
  const plain = read.ok ? plainDiff(read.value) : undefined;
  const entry = (id: string) => ({ kind: "file", id, executable: false }) as const;
  const lineChange = { kind: "text", added: [], addedLoc: 0 } as const;
  const file = {
    kind: "modified",
    path: PATH,
    before: entry("before"),
    after: entry("after"),
    lines: lineChange,
  } as const;
  return plain && new DiffProof(plain, [file], async (id) => (id === "before" ? base : after));
}

function edited(base: string, all: readonly { at: number; gone: number; come: readonly string[] }[]): string {
  const text = base.split(/(?<=\n)/);
  for (const { at, gone, come } of all) text.splice(Math.min(at, text.length), gone, ...come);
  return text.join("");
}

function stage(repo: TestRepo, text: string): string {
  const id = repo.feed(text, "hash-object", "-w", "--no-filters", "--stdin");
  repo.git("update-index", "--add", "--cacheinfo", `100644,${id},${PATH}`);
  return repo.git("write-tree");
}

function between(repo: TestRepo, before: string, after: string, context: string): string {
  const trees = [stage(repo, before), stage(repo, after)];
  return repo.run("git", ["diff-tree", "-p", context, ...trees]).stdout;
}

/** Says of the last hunk that it stands so many lines away. */
function shifted(diff: string, by: number): string {
  const at = diff.lastIndexOf("\n@@ ");
  const move = (_: string, sign: string, start: string) => `${sign}${Math.max(0, Number(start) + by)}`;
  return at < 0 || by === 0
    ? diff
    : diff.slice(0, at) +
        diff.slice(at).replace(/^\n@@.*@@/, (header) => header.replaceAll(/([-+])(\d+)/g, move));
}
