import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as assert from "uvu/assert";
import { insertTrailers } from "../../../src/git/message/insert-trailers.ts";
import {
  cleanMessage,
  commitMessage,
  type MessageSettings,
  titleOf,
} from "../../../src/git/message/message.ts";
import { readMessage } from "../../../src/git/message/read-message.ts";
import { parseTrailers } from "../../../src/git/message/trailers.ts";
import { withRepository } from "../../support/git/describe.ts";
import { makeRepo, type TestRepo } from "../../support/repo.ts";
import { suite } from "../../support/suite.ts";

const test = suite("commit message");

/** Makes a real commit whose message file ends up as `typed` plus what Git adds, and compares our reading with what Git stored. */
async function sameAsGit(
  typed: string,
  options: { config?: Record<string, string>; args?: string[]; hasEditor?: boolean },
): Promise<string> {
  const repo = makeRepo({ "a.lua": "return 1\n" }, { config: options.config ?? {} });
  repo.stage({ "a.lua": "return 2\n" });
  const folder = join(repo.dir, "..");
  writeFileSync(join(folder, "typed"), typed);
  // The hook keeps what it was given, with the editor it was told of.
  repo.hook("commit-msg", `cp "$1" "${folder}/seen"; printf %s "$GIT_EDITOR" > "${folder}/editor"`);
  const editor = `sh -c 'cat "${folder}/typed" "$1" > "${folder}/joined"; cat "${folder}/joined" > "$1"' --`;
  const answer = options.hasEditor
    ? repo.run("git", ["commit", "-q", ...(options.args ?? [])], { env: { GIT_EDITOR: editor } })
    : repo.run("git", ["commit", "-q", "-F", join(folder, "typed"), ...(options.args ?? [])]);
  assert.is(answer.code, 0, answer.stderr);
  const stored = repo.run("git", ["cat-file", "commit", "HEAD"]).stdout.split("\n\n").slice(1).join("\n\n");
  const env = { ...repo.env, GIT_EDITOR: readFileSync(join(folder, "editor"), "utf8") };
  const read = await withRepository({ dir: repo.dir, env }, (opened) =>
    readMessage(opened, readFileSync(join(folder, "seen"), "utf8")),
  );
  assert.is(read.text, stored);
  assert.is(read.title, repo.git("log", "-1", "--format=%s"));
  return stored;
}

const TYPED = "\n\nA title  \n# a comment\n\n\n\nbody \t\n  indented\n; other\n\n";

test("in an editor comments go, white space is tidied", async () => {
  assert.is(await sameAsGit(TYPED, { hasEditor: true }), "A title\n\nbody\n  indented\n; other\n");
});

test("without an editor comments stay", async () => {
  assert.is(await sameAsGit(TYPED, {}), "A title\n# a comment\n\nbody\n  indented\n; other\n");
});

for (const cleanup of ["strip", "whitespace", "verbatim", "scissors", "default"]) {
  for (const hasEditor of [true, false]) {
    test(`commit.cleanup=${cleanup} ${hasEditor ? "in" : "without"} an editor is done as Git does it`, async () => {
      await sameAsGit(TYPED, { config: { "commit.cleanup": cleanup }, hasEditor });
      await sameAsGit(`${TYPED}# ------------------------ >8 ------------------------\ntail\n`, {
        config: { "commit.cleanup": cleanup },
        hasEditor,
      });
    });
  }
}

test("another comment character, and the one that Git picks itself", async () => {
  await sameAsGit(TYPED, { config: { "core.commentChar": ";" }, hasEditor: true });
  await sameAsGit(TYPED, { config: { "core.commentChar": "auto" }, hasEditor: true });
  await sameAsGit("fix\n\n%x\n", { config: { "core.commentChar": "%" }, hasEditor: true });
});

test("the diff below the scissors is not part of the message, asked for by -v or by configuration", async () => {
  await sameAsGit("A title\n", { config: { "commit.verbose": "true" }, hasEditor: true });
  await sameAsGit("A title\n", { args: ["-v"], hasEditor: true });
  await sameAsGit("A title\n\nabout ARKITEKT\n", {
    config: { "commit.verbose": "2", "core.commentChar": "auto" },
    hasEditor: true,
  });
});

test("the title is the first paragraph, joined", () => {
  const repo = makeRepo({});
  for (const text of ["a\nb\n\nc\n", "\n\n a \n\tb\r\nc", "one", "", "\n", "a\n \nb"]) {
    const id = repo.feed(text, "commit-tree", `${repo.id("HEAD^{tree}")}`);
    assert.is(titleOf(text), repo.git("log", "-1", "--format=%s", id), JSON.stringify(text));
  }
});

function trailersByGit(repo: TestRepo, text: string): string[] {
  return repo
    .feed(text, "interpret-trailers", "--parse", "--no-divider")
    .split("\n")
    .filter((line) => line !== "");
}

test("trailers are read as git interpret-trailers reads them", () => {
  const repo = makeRepo();
  const line = fc.constantFrom(
    "Title",
    "",
    "",
    "Arkitekt-Override: diff-budget: a reason: with colons",
    "Signed-off-by: A <a@b>",
    "(cherry picked from commit 1234)",
    "Key : value",
    "key with space: v",
    "  continued",
    "no trailer here",
    "https://example.com",
    "Empty:",
    ": none",
    "Conflicts:",
    "\ta.lua",
    "Fixes: x",
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const text = `Title\n${lines.join("\n")}\n`;
      const ours = parseTrailers(text).map(({ key, value }) => `${key}: ${value}`.trimEnd());
      assert.equal(
        ours,
        trailersByGit(repo, text).map((found) => found.trimEnd()),
        JSON.stringify(text),
      );
    }),
    { numRuns: 150 },
  );
});

const OVERRIDE = { key: "Arkitekt-Override", value: "docs-fence: asked for" };
const LINE = "Arkitekt-Override: docs-fence: asked for";

const PLACED: readonly [name: string, raw: string, expected: string, settings?: Partial<MessageSettings>][] =
  [
    ["a title alone", "Title\n", `Title\n\n${LINE}\n`],
    ["no line end", "Title", `Title\n\n${LINE}\n`],
    ["a body", "Title\n\nbody\n\n\n", `Title\n\nbody\n\n${LINE}\n\n\n`],
    ["a block of trailers", "Title\n\nRefs: 1\n", `Title\n\nRefs: 1\n${LINE}\n`],
    ["a line of dashes", "Title\n\n---\nbelow\n", `Title\n\n---\nbelow\n\n${LINE}\n`],
    ["a # line that Git stores", "Title\n\n# 1\n", `Title\n\n# 1\n\n${LINE}\n`, { cleanup: "whitespace" }],
    ["comments that go", "Title\n\n# 1\n# 2\n", `Title\n\n${LINE}\n\n# 1\n# 2\n`],
    ["a comment in a block", "T\n\nA: 1\n# x\nB: 2\n# y\n", `T\n\nA: 1\n# x\nB: 2\n${LINE}\n# y\n`],
    [
      "a diff below the scissors",
      "Title\n# ------------------------ >8 ------------------------\ndiff --git a b\n",
      `Title\n\n${LINE}\n# ------------------------ >8 ------------------------\ndiff --git a b\n`,
      { isVerbose: true },
    ],
    ["lines that end in CR LF", "Title\r\n\r\nbody\r\n", `Title\r\n\r\nbody\n\n${LINE}\n`],
    ["the trailer itself", `Title\n\n${LINE}\n`, `Title\n\n${LINE}\n`],
    ["nothing that is stored", "\n# 1\n", "\n# 1\n"],
  ];

for (const [name, raw, expected, more] of PLACED) {
  test(`a trailer is written where Git keeps it: ${name}`, () => {
    const settings: MessageSettings = { cleanup: "strip", comment: "#", isVerbose: false, ...more };
    const text = insertTrailers(raw, [OVERRIDE], settings);
    assert.is(text, expected);
    const stored = commitMessage(cleanMessage(text, settings));
    if (stored.text !== "") assert.ok(stored.trailers.some(({ value }) => value === OVERRIDE.value));
  });
}

test("core.commentString counts where this Git knows it, and the later of the two settings", async () => {
  const editor = { hasEditor: true };
  await sameAsGit(TYPED, { config: { "core.commentString": ";" }, ...editor });
  await sameAsGit("; a\nTitle\n", {
    config: { "core.commentString": "#", "core.commentChar": ";" },
    ...editor,
  });
  await sameAsGit("; a\nTitle\n", {
    config: { "core.commentChar": ";", "core.commentString": "#" },
    ...editor,
  });
});

test("a message has its parts", () => {
  assert.equal(commitMessage("phase6: a\n title\n\nbody\n\nArkitekt-Override: docs-fence: asked for\n"), {
    title: "phase6: a  title",
    text: "phase6: a\n title\n\nbody\n\nArkitekt-Override: docs-fence: asked for\n",
    trailers: [{ key: "Arkitekt-Override", value: "docs-fence: asked for" }],
  });
});
