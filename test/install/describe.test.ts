import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import picocolors from "picocolors";
import * as assert from "uvu/assert";
import { describeDoctor, describeInstall, describeUninstall } from "../../src/install/describe.ts";
import { doctor } from "../../src/install/doctor/doctor.ts";
import { uninstall } from "../../src/install/gate/uninstall.ts";
import { gate } from "../support/install/clone-under-test.ts";
import { makeRepo, type TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("describe");
const plain = picocolors.createColors(false);
const coloured = picocolors.createColors(true);

/** Whole texts, in one file; UPDATE=1 rewrites it. */
const golden = fileURLToPath(new URL("../fixtures/install/described.txt", import.meta.url));
const texts: string[] = [];

/** Describes a report as if the clone lay in a home folder. */
function keep<T>(
  title: string,
  describe: (report: T, paint: typeof plain) => string,
  report: T,
  repo: TestRepo,
): void {
  const text = describe(JSON.parse(JSON.stringify(report).replaceAll(repo.dir, "/home/r/clone")), plain);
  for (const line of text.split("\n")) assert.ok(line.length <= 80, line);
  texts.push(`== ${title}\n${text.replaceAll(/\d+\.\d+\.\d+-[0-9a-f]{12}/g, "0.0.0-0123456789ab")}`);
}

test("reports read as one page each", async () => {
  const files = {
    "ARKITEKT/arkitekt/core/math.lua": "return {}\n",
    "ARKITEKT/arkitekt/core/colors.lua": 'local m = require("arkitekt.core.math")\nreturn m\n',
    ".husky/pre-commit": "npm test\n",
  };
  const repo = makeRepo(files);
  repo.git("config", "core.hooksPath", ".githooks");
  repo.write({ ".githooks/post-merge": { executable: "#!/bin/sh\n" } });
  const library = makeRepo({ "lib.lua": "return 1\n" });
  repo.git("submodule", "--quiet", "add", library.dir, "vendor/lib");
  keep("install", describeInstall, await gate(repo, { chain: true }), repo);
  keep("install again", describeInstall, await gate(repo), repo);
  repo.git("config", "alias.ci", "commit --no-verify");
  const found = await doctor({ repo: repo.dir, env: { ...repo.env, ARKITEKT: "0" } });
  assert.ok(found.ok);
  if (found.ok) keep("doctor", describeDoctor, found.value, repo);
  repo.git("add", ".arkitektrc.json");
  repo.commit("policy");
  const out = await uninstall({ repo: repo.dir, env: repo.env });
  assert.ok(out.ok);
  if (out.ok) keep("uninstall", describeUninstall, out.value, repo);
  const nothing = await doctor({ repo: repo.dir, env: repo.env });
  if (nothing.ok) keep("doctor without a gate", describeDoctor, nothing.value, repo);
  const text = texts.join("\n");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, text);
  assert.is(text, readFileSync(golden, "utf8"));
});

test("colour adds nothing but colour", async () => {
  const repo = makeRepo({ "a.lua": "return 1\n" });
  const report = await gate(repo);
  const text = describeInstall(report, coloured);
  assert.not.equal(text, describeInstall(report, plain));
  assert.is(text.replaceAll(/\x1b\[\d+m/g, ""), describeInstall(report, plain));
});
