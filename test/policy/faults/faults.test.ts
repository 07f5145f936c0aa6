// Each file of test/fixtures/policy/faults is a policy that is not right; what a person is told stands beside it.
// UPDATE_GOLDEN=1 writes it anew.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as assert from "uvu/assert";
import { showFaults } from "../../../src/policy/faults/show-faults.ts";
import { readPolicyFile } from "../../../src/policy/read/read-policy.ts";
import { suite } from "../../support/suite.ts";

const test = suite("policy faults");
const folder = new URL("../../fixtures/policy/faults/", import.meta.url);

const answer = async (path: string, bytes: Buffer) => {
  const read = await readPolicyFile(path, bytes);
  return read.ok ? "no fault\n" : showFaults(read.error);
};

for (const name of readdirSync(folder).filter((file) => !file.endsWith(".txt"))) {
  test(`${name} gets one clear answer`, async () => {
    const said = await answer(name, readFileSync(new URL(name, folder)));
    const golden = new URL(`${name}.txt`, folder);
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(golden, said);
    assert.is(said, readFileSync(golden, "utf8"));
  });
}

const nested = (depth: number) => `{"lua":`.repeat(depth) + "1" + "}".repeat(depth);

const STRANGE: readonly (readonly [title: string, path: string, bytes: Buffer, said: RegExp])[] = [
  ["a byte order mark", "p.json", Buffer.from("\ufeff{}"), /byte order mark \(UTF-8\)/],
  ["UTF-16", "p.json", Buffer.from("\ufeff{}", "utf16le"), /byte order mark \(UTF-16\)/],
  ["bytes that are not UTF-8", "p.json", Buffer.from([0x7b, 0xc3, 0x28]), /not UTF-8/],
  ["an empty file", "p.json", Buffer.from(""), /the policy is empty/],
  ["only white space", "p.yaml", Buffer.from(" \n\n"), /the policy is empty/],
  ["only comments", "p.yaml", Buffer.from("# nothing\n"), /the policy is empty/],
  ["a list", "p.json", Buffer.from("[]"), /expected an object, found an empty list/],
  ["a number", "p.json", Buffer.from("3"), /expected an object, found 3/],
  ["null", "p.json", Buffer.from("null"), /expected an object, found nothing/],
  ["a huge file", "p.json", Buffer.alloc(1_100_000, 0x20), /1100000 bytes is not read; 1048576 is the most/],
  ["forty levels", "p.json", Buffer.from(nested(40)), /nested more than 32 levels/],
  ["a million brackets", "p.json", Buffer.from("[".repeat(250_000)), /nested more than 500 levels/],
  ["deep YAML", "p.yaml", Buffer.from("- ".repeat(100_000)), /nested more than 100 levels/],
  ["deep lists in YAML", "p.yaml", Buffer.from(`a: ${"[".repeat(250_000)}`), /nested more than 100 levels/],
  ["endless YAML", "p.yaml", Buffer.from("&a ".repeat(80_000)), /more than 100000 words and marks/],
  ["a key that is a list", "p.yaml", Buffer.from("? [a]\n: b"), /a key is a text/],
  ["a tag of somebody's own", "p.yaml", Buffer.from("root: !mine x"), /unresolved tag/],
  ["a cycle in YAML", "p.yaml", Buffer.from("pure: &a [*a]"), /nested more than 32 levels/],
  [
    "an alias bomb",
    "p.yaml",
    Buffer.from(
      [
        "a: &a [x,x,x,x,x,x,x,x,x,x]",
        ..."bcdefgh"
          .split("")
          .map((key, at) => `${key}: &${key} [${Array(10).fill(`*${"abcdefg"[at]}`).join()}]`),
      ].join("\n"),
    ),
    /more than 20000 values/,
  ],
];

for (const [title, path, bytes, said] of STRANGE) {
  test(`${title}: one clear error`, async () => {
    const text = await answer(path, bytes);
    assert.match(text, said);
    assert.ok(text.split("\n").length <= 3, text);
  });
}

test("thousands of faults are told up to a limit, at once", async () => {
  const keys = Array.from({ length: 15_000 }, (_, index) => `"key${index}":1`).join();
  const begun = performance.now();
  const read = await readPolicyFile("p.json", Buffer.from(`{${keys}}`));
  assert.is(read.ok ? 0 : read.error.length, 100);
  const twice = `{${'"root":"a",'.repeat(20_000)}"root":"a"}`;
  const again = await readPolicyFile("p.json", Buffer.from(twice));
  assert.is(again.ok ? 0 : again.error.length, 100);
  assert.ok(performance.now() - begun < 5000);
});
