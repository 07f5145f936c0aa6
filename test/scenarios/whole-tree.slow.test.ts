// `check --tree` runs every rule that can look at a tree, and tells old from new as a commit does.
import * as assert from "uvu/assert";
import { arkitekt, cleanModule, makeGated } from "../support/gated.ts";
import type { TestRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("a look at a whole tree");
const rules = { "path-fence": "off", "require-fence": "off", "diff-budget": "off" };
const requiring = (name: string) =>
  `local M = {}\nlocal m = require("${name}")\nfunction M.f() return m.name() end\nreturn M\n`;

interface Told {
  readonly code: number;
  /** `<rule> <level> <path>`, sorted. */
  readonly found: readonly string[];
}

function look(repo: TestRepo, ...more: string[]): Told {
  const { code, stdout, stderr } = arkitekt(repo, ["check", "--tree", "HEAD", "--format", "json", ...more]);
  assert.is(stderr, "");
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; level: string; path: string }[] };
  return { code, found: findings.map(({ rule, level, path }) => `${rule} ${level} ${path}`).sort() };
}

test("finds a require that leads nowhere and a cycle, new ones and those that were there", () => {
  const repo = makeGated({}, { rules });
  repo.commit("[AB-1] A cycle and a lost module", {
    "A/a.lua": requiring("b"),
    "A/b.lua": requiring("a"),
    "A/x.lua": requiring("sub.gone"),
    "A/sub/here.lua": cleanModule,
  });
  const old = ["require-graph", "A/a.lua", "A/x.lua"];
  assert.equal(look(repo), { code: 1, found: [`${old[0]} error ${old[1]}`, `${old[0]} error ${old[2]}`] });
  repo.commit("[AB-2] Something sound", { "A/good.lua": cleanModule });
  assert.equal(look(repo), { code: 0, found: [`${old[0]} warn ${old[1]}`, `${old[0]} warn ${old[2]}`] });
  repo.commit("[AB-3] Another cycle", { "A/c.lua": requiring("d"), "A/d.lua": requiring("c") });
  assert.equal(look(repo), {
    code: 1,
    found: ["require-graph error A/c.lua", `${old[0]} warn ${old[1]}`, `${old[0]} warn ${old[2]}`],
  });
});

test("finds what a deleted module and a lost export leave behind", () => {
  const repo = makeGated({ "A/m.lua": cleanModule, "A/user.lua": requiring("m") }, { rules });
  repo.commit("[AB-1] Take the export away", { "A/m.lua": "local M = {}\n\nreturn M\n" });
  assert.equal(look(repo), { code: 1, found: ["unmet-exports error A/user.lua"] });
  repo.commit("[AB-2] Take the module away", { "A/m.lua": null });
  assert.equal(look(repo), { code: 1, found: ["require-graph error A/user.lua"] });
});

test("finds nothing in a sound tree", () => {
  const repo = makeGated({ "A/m.lua": cleanModule, "A/user.lua": requiring("m") }, { rules });
  assert.equal(look(repo), { code: 0, found: [] });
  repo.commit("[AB-1] Lazily round", {
    "A/m.lua": `local M = {}\nfunction M.name()\n  return require("user").f\nend\nreturn M\n`,
  });
  assert.equal(look(repo), { code: 0, found: [] });
});

test("calls what a file held before the commit old, and what the commit added to it new", () => {
  const repo = makeGated(
    { "A/old.lua": "count = 1\nreturn {}\n" },
    { rules: { ...rules, "module-shape": "off" } },
  );
  repo.commit("[AB-1] Add one", { "A/other.lua": "size = 1\nreturn {}\n" });
  assert.equal(look(repo), { code: 1, found: ["no-globals error A/other.lua", "no-globals warn A/old.lua"] });
  assert.equal(look(repo, "--branch", "codex/x").code, 1);
  repo.commit("[AB-2] Add to it", { "A/old.lua": "count = 1\nwidth = 2\nreturn {}\n" });
  assert.equal(look(repo).found, [
    "no-globals error A/old.lua",
    "no-globals warn A/old.lua",
    "no-globals warn A/other.lua",
  ]);
});

test("warns of a shim that has expired, says so, and makes an error of it when it is told to", () => {
  const shim =
    "-- @deprecated TEMP_PARITY_SHIM: old() → use M.name\n-- EXPIRES: 2020-01-01 (planned removal: Phase-3)\n";
  const repo = makeGated(
    {
      "A/m.lua": cleanModule.replace(
        "return M",
        `${shim}function M.old()\n  return M.name()\nend\n\nreturn M`,
      ),
    },
    { rules },
  );
  repo.commit("[AB-1] Something else", { "A/good.lua": cleanModule });
  assert.equal(look(repo), { code: 0, found: ["shim-expiry warn A/m.lua"] });
  assert.match(arkitekt(repo, ["check", "--tree", "HEAD"]).stdout, "--strict-dates makes it an error");
  assert.equal(look(repo, "--strict-dates"), { code: 1, found: ["shim-expiry error A/m.lua"] });
  assert.equal(look(repo, "--strict-dates", "--now", "2019-12-20"), { code: 0, found: [] });
  assert.is(arkitekt(repo, ["check", "--strict-dates"]).code, 2);
});
