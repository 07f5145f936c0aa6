import * as assert from "uvu/assert";
import { hunkByHunk } from "../../src/patch/hunk-by-hunk.ts";
import { suite } from "../support/suite.ts";

const test = suite("a diff hunk by hunk");

const HEAD = "--- a/x\n+++ b/x\n";

test("has the old side of each where it is when those before it are there", () => {
  const first = "@@ -1 +1,3 @@\n a\n+b\n+c\n";
  const inserted = "@@ -10,0 +13,2 @@ f()\n+d\n+e\n";
  const deleted = "@@ -20,2 +24,0 @@\n-g\n-h\n";
  assert.equal(hunkByHunk(HEAD + first + inserted + deleted), [
    HEAD + first,
    `${HEAD}@@ -12,0 +13,2 @@ f()\n+d\n+e\n`,
    `${HEAD}@@ -25,2 +24,0 @@\n-g\n-h\n`,
  ]);
});

test("is whole where it does more than change lines", () => {
  for (const more of ["rename from a", "old mode 100644", "new file mode 100644"]) {
    const section = `diff --git a/x b/x\n${more}\n${HEAD}@@ -1 +1 @@\n-a\n+b\n@@ -9 +9 @@\n-c\n+d\n`;
    assert.equal(hunkByHunk(section), [section]);
  }
});
