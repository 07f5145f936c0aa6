import * as assert from "uvu/assert";
import { readDiff } from "../../src/patch/read-diff.ts";
import { suite } from "../support/suite.ts";

const test = suite("the parts of a diff");

const NAMES = "--- a/x.lua\n+++ b/x.lua\n";
const HUNK = "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n";

const parts = (text: string) => {
  const read = readDiff(text);
  return read.ok ? read.value.map(({ isBare }) => isBare) : read.error;
};

const READ: readonly (readonly [title: string, text: string, bare: readonly (boolean | undefined)[]])[] = [
  ["two files", NAMES + HUNK + NAMES + HUNK, [false, false]],
  ["in prose, with a list behind it", `Hello\n${NAMES}${HUNK}\n- one\n- two\n`, [false]],
  ["in a block of Markdown", `\`\`\`diff\n${NAMES}${HUNK}\`\`\`\n`, [false]],
  [
    "of mails, each with its signature",
    `${NAMES}${HUNK}-- \n2.39.5\n\n${NAMES}${HUNK}-- \n2.39.5\n`,
    [false, false],
  ],
  ["with lines that end in CR LF", (NAMES + HUNK).replaceAll("\n", "\r\n"), [false]],
  ["whose empty lines lost their blank", `${NAMES}@@ -1,3 +1,3 @@\n\n-b\n+B\n\n`, [false]],
  ["of a line that looks like a header", `${NAMES}@@ -1,2 +1,2 @@\n--- old\n+++ new\n c\n`, [false]],
  ["without a last newline", `${NAMES}@@ -1 +1 @@\n-b\n\\ No newline at end of file\n+B\n`, [false]],
  ["without prefixes", "diff --git x.lua x.lua\n--- x.lua\n+++ x.lua\n", [true]],
  ["without prefixes, in a folder a", "diff --git a/x.lua a/x.lua\n--- a/x.lua\n+++ a/x.lua\n", [true]],
  ["of a mode, without prefixes", "diff --git L/x.lua L/x.lua\nold mode 100644\nnew mode 100755\n", [true]],
  ["of a new file, without prefixes", "--- /dev/null\n+++ x.lua\n@@ -0,0 +1 @@\n+a\n", [true]],
  [
    "of two folders",
    "--- old/L/x.lua\t2025-01-01\n+++ new/L/x.lua\t2025-01-02\n@@ -1 +1 @@\n-a\n+b\n",
    [false],
  ],
  [
    "with prefixes of somebody's own, a new file among them",
    `diff --git old/x.lua new/x.lua\n--- old/x.lua\n+++ new/x.lua\n${HUNK}diff --git old/y.lua new/y.lua\nnew file mode 100644\n--- /dev/null\n+++ new/y.lua\n@@ -0,0 +1 @@\n+a\n`,
    [false, false],
  ],
  [
    "of a mode, with prefixes of somebody's own",
    "diff --git old/x new/x\nold mode 100644\nnew mode 100755\n",
    [undefined],
  ],
  [
    "of a rename between folders, without prefixes",
    `diff --git K/x.lua L/x.lua\nrename from K/x.lua\nrename to L/x.lua\n--- K/x.lua\n+++ L/x.lua\n${HUNK}`,
    [true],
  ],
  ["of a rename", "diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y\n", [undefined]],
];

for (const [title, text, bare] of READ) test(`a diff ${title}`, () => assert.equal(parts(text), bare));

const REFUSED: readonly (readonly [title: string, text: string, says: RegExp])[] = [
  ["counts more than there is", `${NAMES}${HUNK.replaceAll(",3", ",5")}`, /line 3: .* is @@ -1,3 \+1,3 @@/],
  ["counts less than there is", `${NAMES}${HUNK.replaceAll(",3", ",2")}`, /line 3: .* is @@ -1,3 \+1,3 @@/],
  ["adds behind what it counts", `${NAMES}${HUNK}+d\n`, /is @@ -1,3 \+1,4 @@/],
  ["goes on behind an empty line that it does not count", `${NAMES}${HUNK}\n+d\n`, /is @@ -1,4 \+1,5 @@/],
  [
    "has prefixes in one file alone",
    `${NAMES}${HUNK}--- /dev/null\n+++ L/y.lua\n@@ -0,0 +1 @@\n+a\n`,
    /others do not/,
  ],
];

for (const [title, text, says] of REFUSED)
  test(`refused: a diff that ${title}`, () => assert.match(String(parts(text)), says));
