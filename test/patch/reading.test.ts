import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import * as assert from "uvu/assert";
import { FORMS, type Form, type Proposal } from "../../src/patch/proposal.ts";
import { readProposal } from "../../src/patch/read-proposal.ts";
import { stepPath } from "../../src/patch/step-path.ts";
import { suite } from "../support/suite.ts";

const test = suite("reading a patch");

const FORM_OF: Readonly<Record<Form, string>> = {
  object: '  {"edits": [{"path": "a.lua", "contents": "return 1\\n"}]}',
  diff: "--- a/a.lua\n+++ b/a.lua\n@@ -1 +1 @@\n-a\n+b\n",
  envelope: "*** Begin Patch\n*** Add File: a.lua\n+return 1\n*** End Patch\n",
  blocks: "a.lua\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n",
};

for (const form of FORMS) {
  test(`its form is told from its text: ${form}`, () => {
    const read = readProposal(Buffer.from(FORM_OF[form]), undefined);
    assert.is(read.ok && read.value.form, form);
    const windows = readProposal(Buffer.from(FORM_OF[form].replaceAll("\n", "\r\n")), undefined);
    assert.is(windows.ok && windows.value.form, form);
  });
}

test("what agents hand it over in is none of it: a block of Markdown, a here-document", () => {
  const wrapped: readonly (readonly [form: Form, text: string])[] = [
    ["object", `\`\`\`json\n${FORM_OF.object}\n\`\`\`\n`],
    ["envelope", `\`\`\`\n${FORM_OF.envelope}\`\`\`\n`],
    ["object", `Here it is:\n\n\`\`\`json\n${FORM_OF.object}\n\`\`\`\n\nThat is all.\n`],
    ["envelope", `apply_patch <<'EOF'\n${FORM_OF.envelope}EOF\n`],
    ["envelope", `Here it is:\n- a module\n\`\`\`\n${FORM_OF.envelope}\`\`\`\nThat is all.\n`],
    ["envelope", `\ufeff${FORM_OF.envelope}`],
    ["diff", `\ufeff${FORM_OF.diff}`],
    ["blocks", `\ufeff${FORM_OF.blocks}`],
    ["blocks", `\`\`\`lua\n${FORM_OF.blocks}\`\`\`\n`],
    ["blocks", `### \`a.lua\`:\n\`\`\`lua\n${FORM_OF.blocks.replace("a.lua\n", "")}\`\`\`\n`],
    ["blocks", `**a.lua**\n${FORM_OF.blocks.replace("a.lua\n", "")}`],
  ];
  for (const [form, text] of wrapped) {
    const read = readProposal(Buffer.from(text), undefined);
    const plain = readProposal(Buffer.from(FORM_OF[form]), undefined);
    assert.ok(read.ok && plain.ok, text);
    assert.equal(read.ok && read.value.steps, plain.ok && plain.value.steps, text);
  }
  for (const more of [FORM_OF.envelope, FORM_OF.diff, "+return 2\n", "*** Delete File: b.lua\n"]) {
    const after = readProposal(Buffer.from(`${FORM_OF.envelope}${more}`), "envelope");
    assert.is(after.ok, false, more);
  }
});

test("blank lines between the files of an envelope are none of it", () => {
  const files = [
    "*** Add File: n.lua\n+return 1\n",
    "*** Delete File: gone.lua\n",
    "*** Update File: a.lua\n@@\n-a\n+b\n",
    "*** Update File: b.lua\n*** Move to: c.lua\n",
  ];
  const envelope = (between: string) =>
    readProposal(
      Buffer.from(`*** Begin Patch\n${between}${files.join(between)}${between}*** End Patch\n`),
      undefined,
    );
  const [plain, loose] = [envelope(""), envelope("\n\n")];
  assert.ok(plain.ok && loose.ok, loose.ok ? "" : loose.error.message);
  const shape = ({ steps }: Proposal) => (steps.kind === "patch" ? steps.patch : undefined);
  const [one, other] = [plain.ok && shape(plain.value), loose.ok && shape(loose.value)];
  assert.equal(
    other && { ...other, edits: other.edits.map(({ path, kind }) => [path, kind]) },
    one && { ...one, edits: one.edits.map(({ path, kind }) => [path, kind]) },
  );
  for (const text of ["+return 1\n\n+return 2\n", "+return 1\n\nreturn 2\n"])
    assert.not(
      readProposal(Buffer.from(`*** Begin Patch\n*** Add File: n.lua\n${text}*** End Patch\n`), undefined).ok,
    );
});

test("what is said between the blocks of a file is not a path, unless it can be one", () => {
  const block = "```lua\n<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n```\n";
  const paths = (text: string) => {
    const read = readProposal(Buffer.from(text), undefined);
    assert.ok(read.ok, text);
    return (
      read.ok && read.value.steps.kind === "patch" && read.value.steps.patch.edits.map(({ path }) => path)
    );
  };
  assert.equal(paths(`a.lua\n${block}\nAnd the other place of it:\n\n${block}`), ["a.lua"]);
  assert.equal(paths(`a.lua\n\nFirst I rename the function.\n${block}`), ["a.lua"]);
  assert.equal(paths(`a.lua\n${block}Makefile\n${block}`), ["a.lua", "Makefile"]);
  assert.equal(paths(`a.lua\n${block}two words/Makefile\n${block}`), ["a.lua", "two words/Makefile"]);
  assert.equal(paths(`a.lua\n${block}two words.lua\n${block}`), ["a.lua", "two words.lua"]);
});

test("a failure contract is read: its author says that it failed", () => {
  const read = readProposal(
    Buffer.from('{"ok": false, "missing_files": ["a.lua", 7], "edits": 7}'),
    undefined,
  );
  assert.is(read.ok && read.value.steps.kind, "given-up");
});

const BAD: readonly (readonly [text: string, says: RegExp])[] = [
  ["", /the patch can't be read: it is empty/],
  ["\n \n", /it is empty/],
  ["hello", /none of the forms/],
  ["{", /line 1, column 2/],
  ["[]", /none of the forms/],
  ['{"edits": {}}', /edits: it must be a list/],
  ['{"edits": [1]}', /edits\[0\]: it must be an object/],
  ['{"edits": [{"path": "a"}]}', /either contents or replace/],
  ['{"edits": [{"path": "a", "contents": 1}]}', /edits\[0\]\.contents: it must be a string/],
  ['{"edits": [{"path": "a", "contents": "\\ud800"}]}', /surrogate/],
  ['{"edits": [{"path": "a", "replace": {"find": "", "with": "x"}}]}', /find: it is empty/],
  ['{"edits": [{"path": "a", "replace": {"find": "x"}}]}', /with: it must be a string/],
  [
    '{"edits": [{"path": "a", "replace": 7}]}',
    /edits\[0\]\.replace: it must be an object with find and with/,
  ],
  ['{"edits": [{"path": "a", "replace": [{"find": "x"}]}]}', /replace\[0\]\.with: it must be a string/],
  ['{"edits": [{"path": "a", "contents": "", "mode": "777"}]}', /mode: it must be "100644" or "100755"/],
  ['{"moves": [7]}', /moves\[0\]: it must be an object with from and to/],
  ['{"acceptance": [7]}', /acceptance\[0\]: it must be a string/],
  ['{"edits": [{"path": "../a", "contents": ""}]}', /leaves the folder/],
  ['{"edits": [{"path": "/etc/passwd", "contents": ""}]}', /absolute/],
  ['{"edits": [{"path": "C:/a", "contents": ""}]}', /drive letter/],
  ['{"edits": [{"path": ".git/hooks/pre-commit", "contents": ""}]}', /Git folder/],
  ['{"edits": [{"path": "__proto__", "contents": 3}]}', /it must be a string/],
  ['{"edits": [], "edits": []}', /twice/],
  ['{"ok": "yes"}', /true or false/],
  ["*** Begin Patch\n*** Add File: a\n+x\n", /ends too early/],
  ["*** Begin Patch\n*** Update File: a\n*** End Patch\n", /a hunk is expected here/],
  ["*** Begin Patch\n*** Update File: ../a\n-x\n*** End Patch\n", /leaves the folder/],
  ["*** Begin Patch\n*** Update File: a\n@@\nx\n*** End Patch\n", /neither a space nor - or \+/],
  ["*** Begin Patch\n*** End Patch\n+more\n", /goes on after its end/],
  [
    "a.md\n<<<<<<< SEARCH\na\n=======\nb\n=======\nc\n=======\nb\n>>>>>>> REPLACE\n",
    /line 6: a second =======/,
  ],
  ["Now I make a module:\n<<<<<<< SEARCH\n=======\ny\n>>>>>>> REPLACE\n", /cannot be the path of a new file/],
  ["a\n<<<<<<< SEARCH\nx\n", /no =======/],
  ["a\n<<<<<<< SEARCH\nx\n=======\ny\n", /no >>>>>>> REPLACE/],
  ["<<<<<<< SEARCH\nx\n=======\ny\n>>>>>>> REPLACE\n", /line with the path/],
];

for (const [text, says] of BAD) {
  test(`one sentence says what is wrong with ${JSON.stringify(text.slice(0, 60))}`, () => {
    const read = readProposal(Buffer.from(text), undefined);
    assert.not(read.ok);
    if (!read.ok) assert.match(read.error.message, says);
  });
}

test("a text that is not UTF-8 is not JSON object", () => {
  const read = readProposal(Buffer.from('{"notes": "\xff"}', "latin1"), undefined);
  assert.match(read.ok ? "" : read.error.message, /not UTF-8/);
});

test("absent lists are empty, and unknown keys are said", () => {
  const read = readProposal(
    Buffer.from('{"notes": "n", "__proto__": 1, "edits": [{"path":"a","contents":"","x":1}]}'),
    "object",
  );
  assert.ok(read.ok);
  if (!read.ok) return;
  assert.is(read.value.notes, "n");
  assert.equal(read.value.warnings.length, 2);
});

const PATHS: readonly (readonly [path: string, isGood: boolean])[] = [
  ["a/b.lua", true],
  ["A/ä.lua", true],
  ["a.git", true],
  [".gitignore", true],
  [`a/${"x".repeat(255)}`, true],
  [`a/${"x".repeat(256)}/b`, false],
  ["", false],
  ["a//b", false],
  ["a/./b", false],
  ["a/..", false],
  ["a\\b", false],
  ["a\nb", false],
  ["a\0b", false],
  [".git", false],
  ["sub/.GIT/config", false],
  ["git~1/config", false],
  [".git./config", false],
  [".git /config", false],
  [".git::$INDEX_ALLOCATION/x", false],
  [".g\u200cit/config", false],
];

for (const [path, isGood] of PATHS) {
  test(`${JSON.stringify(path).replace(/x{9,}/, "xx…")} is ${isGood ? "a path" : "no path"} that a patch may name`, () => {
    assert.is(stepPath(Buffer.from(path).toString("latin1")).ok, isGood);
  });
}

test("no text whatever makes the reader throw", () => {
  const pieces = fc.constantFrom(
    ...Object.values(FORM_OF).flatMap((text) => text.split(/(?<=[\n{}"[\]:,])/)),
    "../",
    "C:\\",
    "__proto__",
    "\0",
    "\xff",
    "[[[[[[",
    '{"a":',
    "@@ x",
    "*** Move to: ",
    "<<<<<<< SEARCH\n",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), fc.constantFrom(undefined, ...FORMS), (parts, form) => {
      const read = readProposal(Buffer.from(parts.join(""), "latin1"), form);
      if (!read.ok) assert.is(read.error.kind, "bad-patch");
    }),
    { numRuns: 2000 },
  );
});

test("an object nested a hundred thousand deep is refused", () => {
  const read = readProposal(Buffer.from(`{"notes":${"[".repeat(100_000)}`), undefined);
  assert.not(read.ok);
});

const schema = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(new URL("../../schemas/patch.schema.json", import.meta.url), "utf8")) as object,
);

test("the schema takes what the page shows, and the reader does too", () => {
  const page = readFileSync(new URL("../../docs/patch.md", import.meta.url), "utf8");
  const [, shown = ""] = /```json\n(\{\n[\s\S]*?)```/.exec(page) ?? [];
  assert.ok(schema(JSON.parse(shown)), JSON.stringify(schema.errors));
  assert.ok(readProposal(Buffer.from(shown), undefined).ok);
});

test("what the reader refuses for its shape the schema refuses too", () => {
  for (const [text] of BAD) {
    const isObject =
      /^\{"(?:edits|ok)"/.test(text) && !/surrogate|ud800|\.\.|\.git|"edits": \[\], "edits"/.test(text);
    if (isObject) assert.not(schema(JSON.parse(text)), text);
  }
});

test("the playbook's own block of proof-greps, which is not valid JSON, is read as it is meant", () => {
  const playbook =
    String.raw`{"proof_grep": [{"pattern":"require\(["']arkitekt\.", "should_match": false}]}`.replace(
      `["']`,
      `[']`,
    );
  const read = readProposal(Buffer.from(playbook), undefined);
  assert.ok(read.ok);
  assert.equal(read.ok && read.value.proofGreps, [
    { pattern: "require\\([']arkitekt\\.", should_match: false },
  ]);
  assert.is(read.ok && read.value.warnings.length, 2);
});
