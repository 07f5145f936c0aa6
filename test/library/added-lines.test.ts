// What the library counts of texts in memory is what the gate counts of the same files in Git.
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { arkitekt, makeGated, policy } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("added lines in the library");
const root = fileURLToPath(new URL("../../", import.meta.url));
const library = createRequire(import.meta.url)(join(root, "dist/library.cjs"));

const long = "-- x\n".repeat(2000);

/** Path → what it held before (undefined: nothing), and what it holds. */
const TEXTS: Readonly<Record<string, readonly [string | undefined, string]>> = {
  "A/new.lua": [undefined, "return 1\n\n-- x\n"],
  "A/open.lua": [undefined, "return 1"],
  "A/empty.lua": [undefined, ""],
  "A/new-cr.lua": [undefined, "local a\rlocal b\r\rreturn a"],
  "A/crlf.lua": ["local a\r\nlocal b\r\n", "local a\r\nlocal c\r\nlocal b\r\n"],
  "A/ends.lua": ["local a\nlocal b\n", "local a\r\nlocal b\r\n"],
  "A/cr.lua": ["local a\rlocal b\rlocal c", "local a\rlocal x\rlocal b\rlocal c"],
  "A/inside.lua": ["local a\nlocal b\rlocal c\n", "local a\nlocal b\rlocal c\rlocal d\n"],
  "A/spaces.lua": ["if a then\nb()\nend\n", "if a then\n\tb()\n\n\tc()\nend\n"],
  "A/moved.lua": ["local a\nlocal b\nlocal c\nlocal d\n", "local d\nlocal a\nlocal b\nlocal c\n"],
  "A/nul.lua": ['local a = "\0"\nlocal b\n', 'local a = "\0"\nlocal b\nlocal c\n'],
  "A/new-nul.lua": [undefined, 'local a = "\0"\nlocal b\n'],
  "A/late-nul.lua": [`${long}local a = "\0"\n`, `${long}local a = "\0"\nlocal b\nlocal c\n`],
  "A/binary.txt": ["a\0\nb\n", "a\0\nb\nc\n"],
  "A/late.txt": [`${long}\0\n`, `${long}\0\nx\n`],
  "A/was-binary.txt": ["\0\n", "a\nb\n"],
  "A/cr.txt": ["a\rb\n", "a\rb\rc\n"],
  "A/gone.lua": ["local a\n", "local a\nlocal a\nlocal a\n"],
};

const costless = new Set(["A/ends.lua"]);

const counted = (findings: readonly { readonly rule: string; readonly message: string }[]) =>
  findings.filter(({ rule }) => rule === "diff-budget").map(({ message }) => message);

test("each text costs what it costs the gate", async () => {
  const settings = {
    rules: { ...policy.rules, "diff-budget": ["error", { files: 0, addedLoc: 0, strict: { globs: [] } }] },
  };
  const repo = makeGated(
    Object.fromEntries(
      Object.entries(TEXTS).flatMap(([path, [before]]) => (before === undefined ? [] : [[path, before]])),
    ),
    settings,
  );
  const read = await library.readPolicy(repo.git("show", "HEAD:.arkitektrc.json"));
  assert.ok(read.ok, JSON.stringify(read.failure));
  for (const [path, [old, text]] of Object.entries(TEXTS)) {
    repo.stage({ [path]: text });
    const { stdout } = arkitekt(repo, ["check", "--format", "json", "--rule", "diff-budget"]);
    const before = old === undefined ? {} : { [path]: old };
    const { findings } = await library.judge({ before, after: { [path]: text } }, read.policy);
    const expected = counted(JSON.parse(stdout).findings);
    if (!costless.has(path)) assert.match(expected.join(), "too big", path);
    assert.equal(counted(findings), expected, path);
    repo.git("reset", "-q", "--hard");
  }
});
