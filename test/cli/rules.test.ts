import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { sectionOf, wordsOf } from "../../src/cli/explain/word-sections.ts";
import { rules } from "../../src/rules/index.ts";
import { arkitekt } from "../support/gated.ts";
import { makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt rules and explain");
const repo = makeRepo();
const pages = readdirSync(fileURLToPath(new URL("../../docs/rules/", import.meta.url)));
const widest = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

test("every rule is listed with what it holds, within the width of a terminal", () => {
  const { code, stdout } = arkitekt(repo, ["rules"]);
  assert.is(code, 0);
  assert.equal(
    [...stdout.matchAll(/^([a-z-]+) {2,}\S/gm)].map(([, id]) => id),
    rules.map(({ id }) => id),
  );
  assert.ok(widest(stdout) <= 80);
});

test("for a program the list holds the schema of each rule's options", () => {
  const list = JSON.parse(arkitekt(repo, ["rules", "--format", "json"]).stdout);
  assert.equal(
    list,
    rules.map(({ id, summary, options }) => JSON.parse(JSON.stringify({ id, summary, options }))),
  );
});

test("every rule's page is shown by name, and its prose fits a terminal", () => {
  for (const file of pages) {
    const id = file.replace(/\.md$/, "");
    const { code, stdout } = arkitekt(repo, ["explain", id]);
    assert.is(code, 0);
    assert.ok(stdout.startsWith(`${id}\n\n`), id);
    const prose = stdout.split("\n").filter((line) => !line.startsWith("    ") || line.startsWith("      "));
    assert.ok(widest(prose.join("\n")) <= 80, id);
  }
});

test("a rule, key or word that there is not is told with the nearest", () => {
  const nearest = {
    "path-fense": "path-fence",
    "lua.script": "lua.scripts",
    ARKITEKT_OVERIDE: "ARKITEKT_OVERRIDE",
  };
  for (const [word, meant] of Object.entries(nearest)) {
    const { code, stdout, stderr } = arkitekt(repo, ["explain", word]);
    assert.equal([code, stdout], [2, ""]);
    assert.is(
      stderr,
      `arkitekt: there is no rule, key or word "${word}"; did you mean ${meant}?\n→ arkitekt rules lists the rules, arkitekt policy print the keys\n`,
    );
  }
});

test("a key and a word are explained as they are written, for programs too", () => {
  const key = arkitekt(repo, ["explain", "lua.scripts"]);
  assert.ok(key.stdout.startsWith("lua.scripts\n\nFiles that the host runs"), key.stdout);
  assert.ok(key.stdout.includes('{ "lua": { "scripts": ["tools/**"] } }'));
  const option = arkitekt(repo, ["explain", "unlistedScripts"]);
  assert.ok(option.stdout.startsWith("lua.unlistedScripts\n"), option.stderr);
  for (const [asked, name] of [
    ["no-require-effects.constructors", "rules.no-require-effects.constructors"],
    ["callbacks", "rules.no-require-effects.callbacks"],
  ] as const)
    assert.ok(arkitekt(repo, ["explain", asked]).stdout.startsWith(`${name}\n`), asked);
  assert.match(arkitekt(repo, ["explain", "constructors"]).stderr, /rules\.no-require-effects\.constructors/);
  const word = JSON.parse(arkitekt(repo, ["explain", "arkitekt-off", "--format", "json"]).stdout);
  assert.equal([word.version, word.kind, word.name], [1, "word", "arkitekt-off"]);
});

test("every word of the page of words has its section", () => {
  const text = readFileSync(fileURLToPath(new URL("../../docs/words.md", import.meta.url)), "utf8");
  assert.ok(wordsOf(text).length > 20);
  for (const word of wordsOf(text)) assert.ok(sectionOf(text, word)?.startsWith("# "), word);
});
