// Of any patch on any tree: doing it again does nothing, undoing it leaves what was there, and what was judged is what is written.
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { runPatch } from "../../../src/check/patch/run-patch.ts";
import { undoPatch } from "../../../src/check/patch/undo-patch.ts";
import { openRepository, type Repository } from "../../../src/git/open/repository.ts";
import { CannotLook } from "../../../src/model/failure.ts";
import type { Proposal } from "../../../src/patch/proposal.ts";
import { readProposal } from "../../../src/patch/read-proposal.ts";
import { everything } from "../../support/cli/patchable.ts";
import { type Content, makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("any patch");

const RUNS = Number(process.env["PATCH_RUNS"] ?? 15);
/** No rule is on: what is looked at is what is written. */
const POLICY = JSON.stringify({ root: "A" });
const PATHS = ["A/a", "A/b.txt", "A/sub/c", "d", "e f", "A/ä"];
const OPTIONS = { today: "2025-11-01", isWritten: true, commit: undefined };

const text = fc
  .array(fc.constantFrom("a", "b", "ab", "\n", "\r\n", "x = 1\n", "\u00e4", "\ufeff", "\0"), { maxLength: 6 })
  .map((parts) => parts.join(""));
const content: fc.Arbitrary<Content> = fc.oneof(
  text,
  text.map((executable) => ({ executable })),
);
const files = fc.dictionary(fc.constantFrom(...PATHS), content, { maxKeys: 5 });
const path = fc.constantFrom(...PATHS);
const edit = fc.oneof(
  fc.record({ path, contents: text }),
  fc.record({ path, contents: text, mode: fc.constantFrom("100644", "100755") }),
  fc.record({
    path,
    replace: fc.record({ find: fc.constantFrom("a", "b", "ab", "\n", "x"), with: text, all: fc.boolean() }),
  }),
);
const steps = fc.record({
  edits: fc.uniqueArray(edit, { maxLength: 3, selector: ({ path: name }) => name }),
  moves: fc.array(fc.record({ from: path, to: path }), { maxLength: 1 }),
  deletions: fc.array(path, { maxLength: 1 }),
});

const WRITABLE = { edits: [{ path: "A/a", contents: "b\n" }], moves: [], deletions: [] };

function proposalOf(bytes: Buffer): Proposal {
  const read = readProposal(bytes, undefined);
  assert.ok(read.ok, read.ok ? "" : read.error.message);
  if (!read.ok) throw new Error();
  return read.value;
}

async function opened<T>(repo: TestRepo, use: (repo: Repository) => Promise<T>): Promise<T> {
  const found = await openRepository(repo.dir, repo.env);
  if (!found.ok) throw new Error(found.error.message);
  try {
    return await use(found.value);
  } finally {
    await found.value.close();
  }
}

const SEEDS = [
  '{"notes":"n","edits":[{"path":"A/a","contents":"x"},{"path":"d","replace":{"find":"a","with":"b"}}],"moves":[{"from":"A/a","to":"A/z"}],"deletions":["e f"]}',
  "diff --git a/A/a b/A/a\n--- a/A/a\n+++ b/A/a\n@@ -1 +1,2 @@\n a\n+b\ndiff --git a/q b/q\nnew file mode 100644\n--- /dev/null\n+++ b/q\n@@ -0,0 +1 @@\n+x\n",
  "*** Begin Patch\n*** Update File: A/a\n*** Move to: A/k\n@@\n a\n+c\n*** Add File: n\n+x\n*** Delete File: d\n*** End Patch\n",
  "A/a\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\nn\n<<<<<<< SEARCH\n=======\nx\n>>>>>>> REPLACE\n",
];
const SPICE = [
  "../../",
  "/etc/",
  "C:",
  ".git/",
  "__proto__",
  "\0",
  "\xff",
  "\n",
  "\r\n",
  '"',
  "{",
  "}",
  "120000",
  "160000",
  "-",
  "+",
  " ",
  "A/link",
  "A/link/x",
];
const bad = fc.record({
  seed: fc.constantFrom(...SEEDS),
  cuts: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(12),
      by: fc.constantFrom("", ...SPICE),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

test("whatever is handed in there is one clear answer, and what is not written changes nothing", async () => {
  const repo = makeRepo({
    ".arkitektrc.json": POLICY,
    "A/a": "a\n",
    d: "a\n",
    "e f": "x",
    "A/link": { symlink: "a" },
  });
  const start = repo.id("HEAD");
  await fc.assert(
    fc.asyncProperty(bad, async ({ seed, cuts }) => {
      const before = everything(repo);
      let text = seed;
      for (const { at, length, by } of cuts) {
        const place = Math.floor(at * text.length);
        text = text.slice(0, place) + by + text.slice(place + length);
      }
      const read = readProposal(Buffer.from(text, "latin1"), undefined);
      if (!read.ok) return;
      try {
        const run = await opened(repo, (place) => runPatch(place, read.value, OPTIONS));
        if (run.isWritten) {
          assert.is(repo.git("write-tree"), run.tree);
          repo.git("reset", "-q", "--hard", start);
          repo.git("clean", "-qfdx");
        } else assert.is(everything(repo), before);
      } catch (error) {
        if (!(error instanceof CannotLook)) throw error;
        assert.is(everything(repo), before, text);
      }
    }),
    { numRuns: RUNS * 8 },
  );
});

test("applied twice is applied once, undone is as before, and the judged tree is the written one", async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(files, steps, async (before, patch) => {
      const repo = makeRepo({ ".arkitektrc.json": POLICY, ...before });
      const start = everything(repo);
      const proposal = proposalOf(Buffer.from(JSON.stringify(patch)));
      const apply = (one: Proposal) => opened(repo, (place) => runPatch(place, one, OPTIONS));
      const first = await apply(proposal);
      if (!first.isWritten) {
        assert.is(everything(repo), start);
        return;
      }
      written++;
      assert.is(repo.git("write-tree"), first.tree);
      assert.is(repo.git("status", "--porcelain").match(/^.[^ ]/gm), null);
      const after = everything(repo);
      const again = await apply(proposal);
      assert.equal(
        [again.verdict.outcome, again.changes],
        ["pass", []],
        JSON.stringify(again.verdict.findings),
      );
      assert.is(everything(repo), after);
      const reverse = await opened(repo, (place) => undoPatch(place, proposal));
      const undone = await apply(proposalOf(reverse));
      assert.ok(undone.isWritten, `${JSON.stringify(undone.verdict.findings)}\n${reverse}`);
      assert.is(everything(repo), start);
    }),
    // Chance alone may draw none that can be written.
    { numRuns: RUNS, examples: [[{ "A/a": "a\n" }, WRITABLE]] },
  );
  assert.ok(written > 0);
});
