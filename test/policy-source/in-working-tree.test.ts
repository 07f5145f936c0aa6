// The policy as it lies in a folder.
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as assert from "uvu/assert";
import { POLICY_PLACES } from "../../src/model/policy-places.ts";
import { policyInWorkingTree } from "../../src/policy-source/in-working-tree.ts";
import { makeFolder } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the policy of a working tree");

const folderWith = (files: Readonly<Record<string, string>>): string => {
  const folder = makeFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

const said = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const read = await policyInWorkingTree(folderWith(files));
  if (!read.ok) return read.error.message;
  return read.value === undefined ? "none" : `${read.value.path} ${read.value.policy.project.root}`;
};

test("is found at every place, and nowhere above or below", async () => {
  for (const place of POLICY_PLACES) {
    const own = '{ "root": "A" }';
    const text = place === "package.json" ? `{ "arkitekt": ${own} }` : own;
    assert.is(await said({ [place]: text }), `${place} A`);
    assert.is(await said({ [`inner/${place}`]: text }), "none");
  }
  const outer = folderWith({ ".arkitektrc.json": "{}", "inner/a.lua": "return {}\n" });
  const read = await policyInWorkingTree(join(outer, "inner"));
  assert.ok(read.ok && read.value === undefined);
});

test("a package.json without the key is not one, and does not hide the one beside it", async () => {
  assert.is(await said({ "package.json": "{}" }), "none");
  assert.is(
    await said({ "package.json": "{}", ".config/arkitektrc.yml": "root: A\n" }),
    ".config/arkitektrc.yml A",
  );
});

test("two of them, an empty one and a program are faults, and the program does not run", async () => {
  assert.match(await said({ ".arkitektrc": "root: A", ".arkitektrc.yml": "root: B" }), ".arkitektrc.yml");
  assert.match(await said({ ".arkitektrc.json": "" }), "empty");
  const folder = folderWith({ ".arkitektrc.cjs": 'require("node:fs").writeFileSync("ran", "");' });
  const read = await policyInWorkingTree(folder);
  assert.ok(!read.ok);
  assert.match(read.ok ? "" : read.error.message, ".arkitektrc.cjs");
});

test("where the command runs, nothing that lies there runs or changes where a policy is looked for", async () => {
  const runs = 'require("node:fs").writeFileSync("ran", ""); module.exports = {};\n';
  const folder = folderWith({
    ".arkitektrc.json": '{ "root": "A" }',
    "package.json": '{ "cosmiconfig": { "searchPlaces": ["other.json"], "mergeSearchPlaces": false } }',
    "other.json": '{ "root": "B" }',
    ".config/config.js": runs,
    ".config/config.cjs": runs,
  });
  const before = process.cwd();
  process.chdir(folder);
  try {
    const read = await policyInWorkingTree(folder);
    assert.is(read.ok && read.value?.policy.project.root, "A");
    assert.not(existsSync(join(folder, "ran")));
  } finally {
    process.chdir(before);
  }
});

test("one that nobody may read is told, and not taken for none", async () => {
  if (process.getuid?.() === 0) return;
  const folder = folderWith({ ".arkitektrc.json": "{}" });
  chmodSync(join(folder, ".arkitektrc.json"), 0);
  let error: unknown;
  await policyInWorkingTree(folder).catch((thrown) => {
    error = thrown;
  });
  assert.match(String(error), "EACCES");
});
