import * as assert from "uvu/assert";
import type { LineHunk } from "../../src/model/patch.ts";
import { applyHunks } from "../../src/patch/line-hunks.ts";
import { suite } from "../support/suite.ts";

const test = suite("hunks of lines");

/** " kept", "-removed", "+added", "@@ anchor", "~" for a blank line after it, "$" for the end of the file. */
function hunk(...lines: readonly string[]): LineHunk {
  const kinds = { " ": "kept", "~": "kept", "-": "removed", "+": "added" } as const;
  return {
    anchors: lines.filter((line) => line.startsWith("@@ ")).map((line) => line.slice(3)),
    lines: lines.flatMap((line) => {
      const kind = kinds[line[0] as " "];
      return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
    }),
    isAtEnd: lines.includes("$"),
    blanksAfter: lines.filter((line) => line === "~").length,
  };
}

const run = (text: string, hunks: readonly LineHunk[], isRecorded = false) => {
  const result = applyHunks(Buffer.from(text, "latin1"), hunks, isRecorded);
  if (!result.ok) return result.error;
  return `${result.value.isDone ? "done: " : ""}${result.value.bytes.toString("latin1")}`;
};

const CASES: readonly (readonly [title: string, text: string, hunks: readonly LineHunk[], result: string])[] =
  [
    ["lines that are there once are replaced", "a\nb\nc\n", [hunk(" a", "-b", "+x")], "a\nx\nc\n"],
    ["the file's line ends are kept", "a\r\nb\r\nc\r\n", [hunk("-b", "+x", "+y")], "a\r\nx\r\ny\r\nc\r\n"],
    ["kept lines keep their own ends", "a\nb\r\nc\n", [hunk(" b", "+x")], "a\nb\r\nx\nc\n"],
    [
      "and a line that takes the place of another has its end",
      "a\r\nb\nc\r\n",
      [hunk("-b", "+x")],
      "a\r\nx\nc\r\n",
    ],
    ["a missing last newline stays missing", "a\nb", [hunk("-b", "+x")], "a\nx"],
    ["and stays so when lines come behind it", "a\nb", [hunk(" b", "+x")], "a\nb\nx"],
    ["a byte order mark stays", "\xef\xbb\xbfa\nb\n", [hunk("-a", "+x")], "\xef\xbb\xbfx\nb\n"],
    ["several hunks meet the text as it was", "a\nb\nc\n", [hunk("-c", "+z"), hunk("-a", "+x")], "x\nb\nz\n"],
    ["what is there already is done", "a\nx\nc\n", [hunk(" a", "-b", "+x")], "done: a\nx\nc\n"],
    ["an insertion that is there is done", "a\nx\nb\n", [hunk(" a", "+x")], "done: a\nx\nb\n"],
    ["a deletion is made though what it leaves is there", "a\nb\nc\n", [hunk(" a", "-b", " c")], "a\nc\n"],
    ["a deletion that was made is done", "a\nc\n", [hunk(" a", "-b", " c")], "done: a\nc\n"],
    ["lines at the end are added there", "a\nb\n", [hunk("+x", "$")], "a\nb\nx\n"],
    ["and are done when they are there", "a\nx\n", [hunk("+x", "$")], "done: a\nx\n"],
    ["lines are added to an empty file", "", [hunk("+x")], "x\n"],
    ["and are done when it holds nothing else", "x\n", [hunk("+x")], "done: x\n"],
    [
      "an anchor says which of several",
      "f\n1\nend\ng\n1\nend\n",
      [hunk("@@ g", "-1", "+2")],
      "f\n1\nend\ng\n2\nend\n",
    ],
    [
      "and is done there, whatever follows",
      "f\n2\nend\ng\n1\nend\n",
      [hunk("@@ f", "-1", "+2")],
      "done: f\n2\nend\ng\n1\nend\n",
    ],
    ["an anchor may be indented otherwise", "  f\n1\n1\n", [hunk("@@ f", "-1", "+2")], "  f\n2\n1\n"],
    ["a hunk may say its anchor again", "f\n1\ng\n1\n", [hunk("@@ g", " g", "-1", "+2")], "f\n1\ng\n2\n"],
    ["and is done then", "f\n1\ng\n2\n", [hunk("@@ g", " g", "-1", "+2")], "done: f\n1\ng\n2\n"],
    ["and may change it", "f\n1\n", [hunk("@@ f", "-f", "+g", " 1")], "g\n1\n"],
    [
      "and is done when that took the anchor away",
      "g\n1\n",
      [hunk("@@ f", "-f", "+g", " 1")],
      "done: g\n1\n",
    ],
    ["lines behind an anchor are added there", "f\nx\n", [hunk("@@ f", "+y")], "f\ny\nx\n"],
    [
      "a hunk may look for what one before it has made",
      "a\nb\n",
      [hunk("-a", "+x"), hunk("-x", "+y", "+z"), hunk("-z")],
      "y\nb\n",
    ],
    [
      "blank lines at its end that only set it off don't count",
      "a\nb\n",
      [hunk("-a", "+x", "~", "~")],
      "x\nb\n",
    ],
    ["and count where they say which of several", "a\nb\na\n\n", [hunk("-a", "+x", "~")], "a\nb\nx\n\n"],
    ["and are there when it is done", "x\nb\n", [hunk("-a", "+x", "~")], "done: x\nb\n"],
  ];

for (const [title, text, hunks, result] of CASES) test(title, () => assert.is(run(text, hunks), result));

const REFUSED: readonly (readonly [
  title: string,
  text: string,
  hunks: readonly LineHunk[],
  message: RegExp,
])[] = [
  ["lines that are nowhere", "a\n", [hunk("-b", "+c")], /nowhere/],
  ["lines that are there twice", "a\nb\na\n", [hunk("-a", "+c")], /2 times/],
  ["white space that differs", "  a\n", [hunk("-a", "+c")], /nowhere/],
  ["an anchor that appears twice", "f\nf\na\n", [hunk("@@ f", "-a", "+c")], /anchor .* 2 times/],
  ["an anchor that is nowhere", "a\n", [hunk("@@ f", "-a", "+c")], /anchor .* nowhere/],
  ["added lines that nothing places", "a\n", [hunk("+c")], /nothing says where/],
  ["two hunks on the same lines", "a\nb\n", [hunk("-a", "-b"), hunk("-b", "+c")], /same lines/],
];

for (const [title, text, hunks, message] of REFUSED) {
  test(`refused: ${title}`, () => {
    const result = run(text, hunks);
    assert.type(result, "object");
    assert.match(typeof result === "object" ? result.message : "", message);
  });
}

test("with a record lines that are nowhere are done", () => {
  assert.is(run("a\n", [hunk("-b", "+c")], true), "done: a\n");
});
