import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated } from "../support/gated.ts";
import { suite } from "../support/suite.ts";

const test = suite("one gate");

/** A change with old and new findings of many rules, staged. */
function busy() {
  const retired = 'local M = {}\nM.x = require("oldark.core")\nreturn M\n';
  const repo = makeGated({ "A/old.lua": retired, "A/gone.lua": cleanModule, "README.md": "Song\n" });
  repo.stage({
    "A/old.lua": null,
    "A/moved.lua": `${retired}-- moved\n`,
    "A/gone.lua": null,
    "A/scripts/Song/core/é ü.lua": retired,
    "A/scripts/Song/core/broken.lua": "local = 1\n",
    "A/shim.lua":
      "-- @deprecated TEMP_PARITY_SHIM: f() → use g\n-- EXPIRES: 2024-01-01 (planned removal: Phase-3)\nreturn {}\n",
    "README.md": "Songs\n",
    ".arkitektrc.json": `${repo.read(".arkitektrc.json").toString()}\n`,
  });
  return repo;
}

const check = ["check", "--format", "json", "--now", "2025-01-01"];

interface Found {
  readonly rule: string;
  readonly level: string;
  readonly path: string | null;
  readonly message: string;
}

function findings(text: string): Found[] {
  const verdict = JSON.parse(text) as { findings: Found[] };
  return verdict.findings.map(({ rule, level, path, message }) => ({ rule, level, path, message }));
}

test("finds the same in a change that is staged, committed and in a range, whoever asks", () => {
  const repo = busy();
  const staged = findings(arkitekt(repo, check).stdout);
  assert.equal(new Set(staged.map(({ rule }) => rule)).size >= 6, true, JSON.stringify(staged));
  repo.git("commit", "-q", "--no-verify", "-m", "[AB-1] All at once");
  const committed = findings(arkitekt(repo, [...check, "--range", "HEAD~1..HEAD"]).stdout);
  assert.equal(committed, staged);
});

test("says the same bytes in another locale, time zone and folder, with another configuration", () => {
  const repo = busy();
  const said = arkitekt(repo, check).stdout;
  const env = { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", TZ: "Asia/Tokyo", COLUMNS: "40", CI: "1" };
  for (const [key, value] of [
    ["diff.renames", "copies"],
    ["diff.noprefix", "true"],
    ["diff.algorithm", "patience"],
    ["diff.context", "9"],
    ["core.quotePath", "false"],
    ["color.ui", "always"],
    ["diff.orderFile", "/nowhere"],
  ] as const)
    repo.git("config", key, value);
  assert.is(arkitekt(repo, check, { env, cwd: "A" }).stdout, said);
});
