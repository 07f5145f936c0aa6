import * as assert from "uvu/assert";
import { POLICY_PLACES } from "../../../src/model/policy-places.ts";
import { ALL_PLACES } from "../../../src/policy/read/places.ts";
import { readPolicy, readPolicyFile } from "../../../src/policy/read/read-policy.ts";
import { suite } from "../../support/suite.ts";

const test = suite("read policy");

const read = (files: Readonly<Record<string, string | Buffer>>) =>
  readPolicy(new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));

test("a tree without a policy has none", async () => {
  assert.equal(await read({}), { ok: true, value: undefined });
});

test("every place holds a policy, each in its own form", async () => {
  const texts: Readonly<Record<string, string>> = {
    "package.json": '{"name": "x", "arkitekt": {"root": "src"}}',
    json: '{"root": "src"}',
    yaml: "# the code\nroot: src\n",
  };
  for (const path of POLICY_PLACES) {
    const text = texts[path] ?? (path.endsWith(".json") ? texts["json"] : texts["yaml"]) ?? "";
    const found = await read({ [path]: text });
    assert.ok(found.ok && found.value, path);
    assert.is(found.ok && found.value?.policy.project.root, "src", path);
    assert.is(found.ok && found.value?.path, path);
  }
});

test("a file without an ending may be JSON as well", async () => {
  const found = await read({ ".arkitektrc": '{"root": "src"}' });
  assert.is(found.ok && found.value?.policy.project.root, "src");
});

test("a global of the host may have one * in its name, which is not all of it", async () => {
  const host = async (name: string) =>
    (await read({ ".arkitektrc.json": JSON.stringify({ host: { globals: [name] } }) })).ok;
  for (const name of ["reaper", "FCVAR_*", "*Enum", "a*b"]) assert.ok(await host(name), name);
  for (const name of ["*", "a*b*", "FCVAR-*", "vim.*", "1*", ""]) assert.not(await host(name), name);
});

test("a package.json that says nothing of a policy is none, even when it is broken", async () => {
  for (const text of ['{"name":"x"}', '{"devDependencies":{"arkitekt":"1"}}', "{", "", "[]"]) {
    const found = await read({ "package.json": text, ".arkitektrc.json": '{"root":"src"}' });
    assert.is(found.ok && found.value?.path, ".arkitektrc.json", text);
  }
});

test("a broken package.json that may hold a policy is a fault", async () => {
  const found = await read({ "package.json": '{"arkitekt": {"root": "src"' });
  assert.not.ok(found.ok);
});

test("a key that stands twice in package.json is our business only inside the policy", async () => {
  const others = await read({ "package.json": '{"name":1,"name":2,"arkitekt":{}}' });
  assert.ok(others.ok);
  const own = await read({ "package.json": '{"arkitekt":{"root":"a","root":"b"}}' });
  assert.equal(own.ok ? [] : own.error.map(({ kind, key }) => [kind, key]), [["duplicate-key", "root"]]);
});

test("two policies at once are a fault that names both", async () => {
  const found = await read({ ".arkitektrc.yaml": "root: a", ".config/arkitektrc.json": '{"root":"b"}' });
  assert.equal(found.ok ? [] : found.error.map(({ kind, path, message }) => [kind, path, message]), [
    [
      "two-policies",
      ".arkitektrc.yaml",
      "there is another policy in .config/arkitektrc.json; only one can hold",
    ],
  ]);
});

test("a policy that would be a program is refused, also beside a good one", async () => {
  for (const path of ALL_PLACES.filter((place) => !POLICY_PLACES.includes(place))) {
    const found = await read({ [path]: "", ".arkitektrc.json": "{}" });
    assert.equal(found.ok ? [] : found.error.map(({ kind }) => kind), ["refused-place"], path);
  }
});

test("any file can be read as a policy by name", async () => {
  const found = await readPolicyFile("ci/strict.yml", Buffer.from("root: src"));
  assert.is(found.ok && found.value?.format, "yaml");
});

test("without a preset only parsing, the policy itself and suppressions are looked at", async () => {
  const found = await read({ ".arkitektrc.json": "{}" });
  assert.ok(found.ok && found.value);
  const on = found.ok ? Object.entries(found.value?.policy.rules ?? {}) : [];
  assert.equal(
    on.filter(([, { level }]) => level !== "off").map(([id]) => id),
    ["lua-parse", "policy-change", "suppression"],
  );
});

test("folders that are left out follow those that are given", async () => {
  const found = await read({ ".arkitektrc.json": '{"extends":"playbook-v5","root":"lib"}' });
  const project = found.ok ? found.value?.policy.project : undefined;
  assert.is(project?.features.root, "lib/scripts");
  assert.equal(project?.lua.moduleRoots, ["lib", "lib/scripts"]);
  assert.ok(project?.pure.includes("lib/scripts/*/core/**"));
});

test("a point is the repository itself", async () => {
  const found = await read({
    ".arkitektrc.json": '{"extends":"playbook-v5","root":".","features":{"root":"."}}',
  });
  const project = found.ok ? found.value?.policy.project : undefined;
  assert.equal([project?.root, project?.features.root, project?.lua.moduleRoots], ["", "", [""]]);
  assert.ok(project?.pure.includes("*/core/**"));
});
