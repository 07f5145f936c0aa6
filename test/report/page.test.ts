import picocolors from "picocolors";
import * as assert from "uvu/assert";
import { page } from "../../src/report/page.ts";
import { suite } from "../support/suite.ts";

const test = suite("a page on the terminal");
const plain = picocolors.createColors(false);
const coloured = picocolors.createColors(true);

const PAGE = `# some-rule

> what it holds, in a line

## What

Files that \`strict.globs\` match, \`["**/core/**"]\` say, are **looked at** by themselves. See [the playbook](x.md) for
*why* that is.

- An item that is longer than
  one line.
- Another.

\`\`\`lua
local x = "code stays as it is, however long the line may be, for it may be copied"
\`\`\`

| option | default | meaning |
|---|---|---|
| \`files\` | \`12\` | The most files that a change may have. |
| \`globs\` | \`["**/*.generated.*","**/*.snap","a\\|b"]\` | Globs of files. |
`;

test("is wrapped to its width, with code as it stands and options by their names", () => {
  assert.is(
    page(PAGE, plain, 48),
    `some-rule

what it holds, in a line

What

Files that \`strict.globs\` match,
\`["**/core/**"]\` say, are looked at by
themselves. See the playbook for why that is.

  - An item that is longer than one line.
  - Another.

    local x = "code stays as it is, however long the line may be, for it may be copied"

  files  12
      The most files that a change may have.
  globs
      ["**/*.generated.*", "**/*.snap", "a|b"]
      Globs of files.
`,
  );
});

test("in colour needs no marks", () => {
  const text = page(PAGE, coloured, 48);
  assert.not.match(text, "`");
  assert.match(text, `${coloured.cyan("strict.globs")} match, ${coloured.cyan('["**/core/**"]')}`);
  assert.match(text, `are ${coloured.bold("looked")} ${coloured.bold("at")}`);
});
