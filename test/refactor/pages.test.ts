// The example of each page is its test.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { refactoringNames } from "../../src/refactor/read-refactoring.ts";
import { perform, type Texts } from "../support/refactor/scene.ts";
import { suite } from "../support/suite.ts";

const test = suite("the pages of refactorings");
const folder = fileURLToPath(new URL("../../docs/refactor/", import.meta.url));

test("every refactoring has a page, and every page is of one", () => {
  const pages = readdirSync(folder).map((name) => name.replace(/\.md$/, ""));
  assert.equal(pages.sort(), [...refactoringNames].sort());
});

for (const name of readdirSync(folder)) {
  test(`what ${name} shows is what comes of it`, () => {
    const page = readFileSync(`${folder}${name}`, "utf8");
    const [task] = Object.values(blocks(page, "In"));
    const payload = JSON.parse(task ?? "") as { task: string };
    assert.is(payload.task, name.replace(/\.md$/, ""));
    const found = perform(blocks(page, "Before, in"), payload);
    assert.equal(found.stops, []);
    assert.equal(found.after, sorted(blocks(page, "After, in")));
    const notes = /^Notes:\n\n```text\n([\s\S]*?)```/m.exec(page)?.[1];
    if (notes !== undefined) assert.is(found.notes, notes);
  });
}

/** By the paths that stand above them. */
function blocks(page: string, word: string): Texts {
  const found = page.matchAll(
    new RegExp(`^${word} \`([^\`]+)\`:\\n\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`$`, "gm"),
  );
  return Object.fromEntries([...found].map(([, path = "", text = ""]) => [path, text]));
}

function sorted(texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
