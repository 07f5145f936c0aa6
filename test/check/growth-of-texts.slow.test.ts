// What others write beside Lua is read in a time that grows as it does: policies, tasks, messages, patches in every form, globs, and
// trees however wide. Each is made eight times as large, and the processor's time may not grow by much more.
import * as assert from "uvu/assert";
import { matchesAny } from "../../src/base/glob.ts";
import { judge } from "../../src/gate/judge.ts";
import { suppressionsIn } from "../../src/gate/suppression/suppression-comment.ts";
import { treeChangeSet } from "../../src/git/changes/tree.ts";
import { cleanMessage, commitMessage, type MessageSettings } from "../../src/git/message/message.ts";
import { readOverride } from "../../src/model/override.ts";
import { programIn } from "../../src/modules/programs.ts";
import { readProposal } from "../../src/patch/read-proposal.ts";
import { readPolicyFile } from "../../src/policy/read/read-policy.ts";
import { claimsOf } from "../../src/task/acceptance.ts";
import { readTask } from "../../src/task/read-task.ts";
import { withRepository } from "../support/git/describe.ts";
import { makeRepo } from "../support/repo.ts";
import { termsOf } from "../support/rules/fixture-terms.ts";
import { suite } from "../support/suite.ts";

const test = suite("what others write beside Lua");

type Read = (size: number) => unknown;

const bytes = (text: string) => Buffer.from(text, "latin1");
const many = (size: number, piece: (index: number) => string, by = ",") =>
  Array.from({ length: size }, (_, index) => piece(index)).join(by);
const object = (size: number, pair: (index: number) => string) => `{${many(size, pair)}}`;
const nested = (size: number, open: string, inside: string, close: string) =>
  open.repeat(size) + inside + close.repeat(size);

const policy = (path: string, text: string) => readPolicyFile(path, bytes(text));
const json = (text: string) => policy(".arkitektrc.json", text);
const yaml = (text: string) => policy(".arkitektrc.yaml", text);
const task = (text: string) =>
  readTask(bytes(text), { code: "RP-1", source: { path: "RP-1.json" } as never });
const patch = (text: string) => readProposal(bytes(text), undefined);
const strip: MessageSettings = { cleanup: "strip", comment: "#", isVerbose: true };
const message = (text: string) => [commitMessage(text), cleanMessage(text, strip)];
const step = (index: number) => `{"op":"replace","path":"a${index}.lua","find":"a","replace":"b"}`;

/** What a size of 1 stands for is chosen so that the small one takes about a millisecond. */
const KINDS: Readonly<Record<string, readonly [unit: number, read: Read]>> = {
  "a deep policy": [40, (size) => json(nested(size, '{"lua":', "1", "}"))],
  "a policy deep in lists": [400, (size) => json(nested(size, "[", "1", "]"))],
  "a deep policy in YAML": [40, (size) => yaml(nested(size, "{a: ", "1", "}"))],
  "a policy with many unknown keys": [40, (size) => json(object(size, (index) => `"key${index}":1`))],
  "a policy with one key again and again": [100, (size) => json(object(size, () => '"root":"a"'))],
  "a policy with a long text": [20_000, (size) => json(`{"root":"${"\\u0041a".repeat(size)}"}`)],
  "a policy with a long text in YAML": [2_000, (size) => yaml(`root: "${"\\u0041a".repeat(size)}"`)],
  "a policy with many globs": [200, (size) => json(`{"pure":[${many(size, (index) => `"a${index}/**"`)}]}`)],
  "a policy with many overrides": [
    50,
    (size) =>
      json(
        `{"overrides":[${many(size, (index) => `{"files":["a${index}/**"],"rules":{"lua-parse":"warn"}}`)}]}`,
      ),
  ],
  "a policy with many overrides in YAML": [
    20,
    (size) =>
      yaml(
        `overrides:\n${many(size, (index) => `- files: ["a${index}/**"]\n  rules: {lua-parse: warn}`, "\n")}\n`,
      ),
  ],
  "a policy that is one open quote": [20_000, (size) => json(`{"root":"${"a".repeat(size)}`)],
  "a policy of blank lines": [20_000, (size) => json(`${"\n \t".repeat(size)}{}`)],
  "a policy of comments in YAML": [2_000, (size) => yaml(`${"# a\n".repeat(size)}root: a\n`)],
  "a message of one long line": [20_000, (size) => message("word ".repeat(size))],
  "a message of many lines": [4_000, (size) => message("word\n".repeat(size))],
  "a message of blank lines": [20_000, (size) => message(`a${"\n ".repeat(size)}`)],
  "a message of spaces before an end": [20_000, (size) => message(`a${" ".repeat(size)}b`)],
  "an override with spaces in its reason": [10_000, (size) => readOverride(`a: b${" ".repeat(size)}c`)],
  "a message of many trailers": [
    1_000,
    (size) => message(`Title\n\n${"Arkitekt-Override: a: b\n".repeat(size)}`),
  ],
  "a message of one long trailer": [2_000, (size) => message(`Title\n\nA: b\n${" c\n".repeat(size)}`)],
  "a message of comments": [2_000, (size) => message(`Title\n${"# a\n".repeat(size)}`)],
  "a wide task": [
    200,
    (size) => task(`{"title":"a","acceptance":[${many(size, () => '"all importers updated"')}]}`),
  ],
  "a task with many unknown keys": [100, (size) => task(object(size, (index) => `"key${index}":1`))],
  "a task with many escapes": [2_000, (size) => task(`{"title":"${"\\s\\(".repeat(size)}"}`)],
  "a deep task": [40, (size) => task(nested(size, '{"notes":', "1", "}"))],
  "a line of acceptance": [2_000, (size) => claimsOf("all importers updated and ".repeat(size))],
  "a line of acceptance with many stops": [10_000, (size) => claimsOf(`all${".!".repeat(size)} importers`)],
  "a line of acceptance of signs": [4_000, (size) => claimsOf("(`a".repeat(size))],
  "a patch of many steps": [200, (size) => patch(`{"steps":[${many(size, step)}]}`)],
  "a patch of one long text": [
    10_000,
    (size) => patch(`{"steps":[{"op":"replace","path":"a","find":"${"a\\n".repeat(size)}","replace":"b"}]}`),
  ],
  "an envelope of many files": [
    200,
    (size) =>
      patch(
        `*** Begin Patch\n${many(size, (index) => `*** Update File: a${index}\n@@\n-a\n+b`, "\n")}\n*** End Patch\n`,
      ),
  ],
  "an envelope of many lines": [
    2_000,
    (size) => patch(`*** Begin Patch\n*** Update File: a\n@@\n${"-a\n+b\n".repeat(size)}*** End Patch\n`),
  ],
  "blocks of one file": [
    200,
    (size) => patch(`a.lua\n${"<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n".repeat(size)}`),
  ],
  "blocks that never end": [2_000, (size) => patch(`a.lua\n${"<<<<<<< SEARCH\n".repeat(size)}`)],
  "a diff of many files": [
    500,
    (size) =>
      patch(
        many(
          size,
          (index) =>
            `diff --git a/a${index} b/a${index}\n--- a/a${index}\n+++ b/a${index}\n@@ -1 +1 @@\n-a\n+b`,
          "\n",
        ),
      ),
  ],
  "a patch in no form": [10_000, (size) => patch("<<<< *** @@ \n".repeat(size))],
  "a suppression with a long name": [4_000, (size) => suppressionsIn(`-- arkitekt-off ${"a-".repeat(size)}`)],
  "a suppression of many dashes": [4_000, (size) => suppressionsIn(`${"-".repeat(size)} arkitekt-off x`)],
  "a long comment of suppressions": [
    400,
    (size) => suppressionsIn(`--[[${"\narkitekt-off a: b".repeat(size)}]]`),
  ],
  "a first line of a program": [20_000, (size) => programIn(`#!${"lua-".repeat(size)}`)],
  "a path of many folders under a glob of stars": [
    400,
    (size) => matchesAny(["**/*a*/**/*b*/**/*c*/**/x"], `${"abc/".repeat(size)}y`),
  ],
  "a long name under a glob of stars": [400, (size) => matchesAny(["*a*a*a*a*a*b"], "a".repeat(size))],
};

const FACTOR = 8;

for (const [what, [unit, read]] of Object.entries(KINDS)) {
  test(`${what} is read in a time that grows as it does`, async () => {
    await cost(read, unit);
    const small = await cost(read, unit);
    const large = await cost(read, unit * FACTOR);
    const exponent = Math.log(large / Math.max(small, 4)) / Math.log(FACTOR);
    assert.ok(large < 60 || exponent < 1.6, `${small} ms, then ${large} ms`);
  });
}

/** Of three, the least: collecting garbage is nobody's fault. */
async function cost(read: Read, size: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let times = 0; times < 3; times++) {
    const begun = process.cpuUsage();
    await read(size);
    const { user, system } = process.cpuUsage(begun);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

test("a tree is judged in a time that grows as it is wide, with links in it", async () => {
  const repo = makeRepo({ "README.md": "x\n" });
  const terms = termsOf({
    rule: "",
    policy: { rules: { "require-graph": "error", "no-globals": "error" } },
    settings: {},
  });
  const times: number[] = [];
  for (const size of [250, 2000]) {
    const files = Array.from({ length: size }, (_, index) => [
      [`w${size}/m${index}.lua`, `local M = {}\nM.i = ${index}\nreturn M\n`] as const,
      ...(index % 10 === 0 ? [[`w${size}/l${index}.lua`, { symlink: `m${index}.lua` }] as const] : []),
    ]).flat();
    repo.commit("wide", Object.fromEntries(files));
    await withRepository(repo, async (opened) => {
      const change = await treeChangeSet(opened, repo.git("rev-parse", `HEAD:w${size}`));
      const begun = process.cpuUsage();
      await judge(change, terms);
      const { user, system } = process.cpuUsage(begun);
      times.push((user + system) / 1000);
    });
  }
  const [small = 0, large = 0] = times;
  assert.ok(Math.log(large / Math.max(small, 20)) / Math.log(8) < 1.6, `${small} ms, then ${large} ms`);
});
