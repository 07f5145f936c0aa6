import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated, policy } from "../support/gated.ts";
import { makeFolder } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("the library");
const root = fileURLToPath(new URL("../../", import.meta.url));

test("imported from the packed package it says what check says of the same change, and its types hold", () => {
  const folder = makeFolder();
  const run = (program: string, args: readonly string[], cwd = folder) => {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
    assert.is(status, 0, `${program} ${args.join(" ")}: ${stdout}${stderr}`);
    return stdout;
  };
  run("npm", ["pack", "--silent", "--ignore-scripts", "--pack-destination", folder], root);
  const place = join(folder, "node_modules/arkitekt");
  mkdirSync(place, { recursive: true });
  run("sh", ["-c", `tar xzf ${folder}/arkitekt-*.tgz -C ${place} --strip-components=1`]);
  const after = { "A/a.lua": `${cleanModule}x = 1\n`, "A/b.lua": "local = 1\n", "A/d.lua": cleanModule };
  const before = { "A/a.lua": cleanModule, "A/c.lua": cleanModule };
  const use = `import { type Change, judge, readPolicy, type Verdict } from "arkitekt";
const read = await readPolicy(${JSON.stringify(JSON.stringify(policy))});
if (!read.ok) throw new Error(read.failure.message);
const change: Change = ${JSON.stringify({ before, after, branches: ["main"] })};
const [verdict, again]: Verdict[] = [await judge(change, read.policy), await judge(change, read.policy)];
if (JSON.stringify(verdict) !== JSON.stringify(again)) throw new Error("not the same twice");
const broken = await readPolicy("{");
if (broken.ok || broken.failure.kind !== "bad-policy") throw new Error("no failure");
console.log(JSON.stringify(verdict));
`;
  writeFileSync(join(folder, "use.mts"), use);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const tsc = join(root, "node_modules/typescript-7/bin/tsc");
  run(process.execPath, [
    tsc,
    "--strict",
    "--module",
    "nodenext",
    "--target",
    "es2022",
    "--types",
    "",
    "--lib",
    "es2022,dom",
    "use.mts",
  ]);
  const said = JSON.parse(run(process.execPath, ["use.mjs"]));

  const repo = makeGated(before);
  repo.stage({ ...after, "A/c.lua": null });
  const checked = JSON.parse(arkitekt(repo, ["check", "--format", "json"]).stdout);
  assert.equal(
    [said.outcome, said.findings, said.counts],
    [checked.outcome, checked.findings, checked.counts],
  );
  assert.is(said.outcome, "block");
});
