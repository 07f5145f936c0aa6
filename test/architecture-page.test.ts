import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { suite } from "./support/suite.ts";

const test = suite("the architecture page");
const root = fileURLToPath(new URL("../", import.meta.url));
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");
/** What is called with a text first: `test("…", …)`, `suite("…")`, and the helpers that make tests of a title. */
const CALL = /\b([a-zA-Z]+)\(\s*(?:"((?:[^"\\]|\\.)+)"|`([^`]+)`)\s*[,)]/g;

const titles = titlesBelow(join(root, "test"));

test("names, for every claim of what the gate withstands, a test that exists", () => {
  const named = claims().flatMap(({ tests }) => tests);
  assert.ok(named.length > 20, `${named.length} tests are named`);
  assert.equal(
    named.filter((title) => !exists(title)),
    [],
  );
  const invented = "a test that nobody wrote, of a claim that nobody holds";
  assert.equal(
    titles.filter((pattern) => pattern.test(invented)),
    [],
  );
});

test("makes no claim without a test", () => {
  const bare = claims().filter(({ tests }) => tests.length === 0);
  assert.equal(
    bare.map(({ claim }) => claim),
    [],
  );
});

test("lists the folders of src, in the order of their layers", () => {
  const block = /## Layers\n[\s\S]*?```\n([\s\S]*?)```/.exec(page)?.[1] ?? "";
  const listed = block.split("\n").flatMap((line) => /^[a-z-]+/.exec(line)?.[0] ?? []);
  const table = readFileSync(join(root, "test/architecture.test.ts"), "utf8");
  const layers = /MAY_IMPORT[^=]*= \{([\s\S]*?)\n\};/.exec(table)?.[1] ?? "";
  assert.equal(
    listed,
    [...layers.matchAll(/^ {2}"?([a-z-]+)"?:/gm)].map(([, layer]) => layer),
  );
  assert.equal([...listed].sort(), readdirSync(join(root, "src")).sort());
});

test("names only files and folders that are there", () => {
  const named = [...page.matchAll(/`([a-z0-9./-]+\/[a-z0-9./-]+)`/g)].map(([, path = ""]) => path);
  const gone = named.filter(
    (path) => !["", "src", "docs"].some((folder) => isThere(join(root, folder), path)),
  );
  assert.equal(
    gone.filter((path) => !ELSEWHERE.test(path)),
    [],
  );
});

/** What the build or an install makes, refs, and places in other people's repositories. */
const ELSEWHERE = /^(dist\/|refs\/|codex\/|\.husky\/)/;

/** The lines of the tables of claims. */
function claims(): { readonly claim: string; readonly tests: readonly string[] }[] {
  const section = page.split("\n## What the gate withstands")[1]?.split("\n## ")[0] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| claim |"));
  return lines.map((line) => {
    const [, claim = "", tests = ""] = line.split("|");
    return { claim: claim.trim(), tests: [...tests.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => title) };
  });
}

/** A title is quoted with its suite's name before it or without it, or the suite's name stands for all its tests; it may be made of a template: `a launcher that is ${damage} …`. */
function exists(title: string): boolean {
  return titles.some((pattern) => pattern.test(title));
}

function titlesBelow(folder: string): RegExp[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".test.ts"),
  );
  return files.flatMap((file) => {
    const calls = [...readFileSync(join(folder, file), "utf8").matchAll(CALL)];
    const called = calls.map(([, name, literal, template]) => ({
      isSuite: name === "suite",
      pattern:
        template === undefined ? exactly((literal ?? "").replaceAll(/\\(.)/g, "$1")) : patternOf(template),
    }));
    const suites = called.filter(({ isSuite }) => isSuite).map(({ pattern }) => pattern);
    const tests = called.filter(({ isSuite }) => !isSuite).map(({ pattern }) => pattern);
    const inSuite = tests.map((pattern) => `(?:(?:${suites.join("|")}) )?${pattern}`);
    return [...suites, ...inSuite].map((pattern) => new RegExp(`^${pattern}$`));
  });
}

function patternOf(template: string): string {
  const pieces = template.split(/\$\{[^}]*\}/);
  // A template without a sentence around its holes would match anything.
  return (pieces.join(" ").match(/[a-z]{2,}/g) ?? []).length < 3
    ? exactly(template)
    : pieces.map(exactly).join(".+");
}

function exactly(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function isThere(folder: string, path: string): boolean {
  const [first = "", ...rest] = path.replace(/\/$/, "").split("/");
  const entries = readdirSync(folder, { withFileTypes: true });
  const found = entries.find((entry) => [first, `${first}.ts`].includes(entry.name));
  if (found === undefined) return false;
  return rest.length === 0 || (found.isDirectory() && isThere(join(folder, found.name), rest.join("/")));
}
