import * as assert from "uvu/assert";
import { arkitekt, policy } from "../support/gated.ts";
import { isGolden } from "../support/golden.ts";
import { type Files, makeRepo } from "../support/repo.ts";
import { suite } from "../support/suite.ts";

const test = suite("arkitekt shims");

const settings = { ...policy, lua: { moduleRoots: ["A"], vendored: ["A/vendor/**"] } };

const files: Files = {
  ".arkitektrc.json": JSON.stringify(settings),
  "A/bridge.lua": [
    "local M = {}",
    "-- @deprecated TEMP_PARITY_SHIM: get_sequence() → use playlists.sequencer",
    "-- EXPIRES: 2025-11-15 (planned removal: Phase-3)",
    "function M.get_sequence(id, opts) return id end",
    "",
    "-- @deprecated: Temporary parity shim for callers of set_all, use M.replace instead",
    "-- EXPIRES: 2025-10-01 (planned removal: Phase-2)",
    "M.set_all = M.replace",
    "",
    "-- @deprecated Parity shim, waits",
    "-- EXPIRES: After Phase 5",
    "function M.wait() end",
    "",
    "-- @deprecated TEMP_PARITY_SHIM: no date at all",
    "function M.lost() end",
    "return M",
    "",
  ].join("\n"),
  "A/whole.lua":
    "-- @noindex\n-- @deprecated TEMP_PARITY_SHIM: whole -> use ark.whole\n-- EXPIRES: 2025-10-31 (remove in Phase 7)\nreturn {}\n",
  "A/last.lua": "-- @deprecated Parity shim: last day\n-- EXPIRES: 2025-11-01\nreturn {}\n",
  "A/documented.lua":
    "--- @deprecated\n--- @return number\nlocal function f() return 1 end\nreturn { f = f }\n",
  "A/vendor/old.lua": "-- @deprecated TEMP_PARITY_SHIM: theirs\n-- EXPIRES: 2020-01-01\nreturn {}\n",
  "A/broken.lua":
    "-- @deprecated TEMP_PARITY_SHIM: in a file that does not parse\n-- EXPIRES: 2025-12-24\nlocal = 1\n",
};

test("lists every shim, what has expired first and what has no date last", () => {
  const answer = arkitekt(makeRepo(files), ["shims", "--now", "2025-11-01"]);
  assert.equal([answer.code, answer.stderr], [0, ""]);
  isGolden(answer.stdout, "commands/shims.txt");
});

test("prints JSON for programs", () => {
  const answer = arkitekt(makeRepo(files), ["shims", "--now", "2025-11-01", "--format", "json"]);
  assert.equal([answer.code, answer.stderr], [0, ""]);
  isGolden(answer.stdout, "commands/shims.json");
});

test("--expired lists only what is past its date", () => {
  const repo = makeRepo(files);
  const count = (...args: string[]) =>
    JSON.parse(arkitekt(repo, ["shims", "--format", "json", "--expired", ...args]).stdout).counts;
  assert.equal(count("--now", "2025-09-30"), { all: 0, expired: 0, undated: 0 });
  assert.equal(count("--now", "2025-11-02"), { all: 3, expired: 3, undated: 0 });
  assert.match(arkitekt(repo, ["shims", "--expired", "--now", "2025-09-30"]).stdout, "no shims\n");
});

test("counts the days over a change of the clocks and of the year", () => {
  const repo = makeRepo({
    ...files,
    "A/bridge.lua": "return 1\n",
    "A/last.lua": "return 1\n",
    "A/broken.lua": "return 1\n",
  });
  for (const [now, left] of [
    ["2025-10-01", 30],
    ["2025-10-31", 0],
    ["2026-10-31", -365],
  ] as const) {
    const env = { TZ: "Europe/Berlin" };
    const { stdout } = arkitekt(repo, ["shims", "--format", "json", "--now", now], { env });
    assert.is(JSON.parse(stdout).shims[0].daysLeft, left, now);
  }
});

test("reads what is staged, or a tree", () => {
  const repo = makeRepo(files);
  repo.stage({ "A/bridge.lua": null, "A/whole.lua": null, "A/last.lua": null, "A/broken.lua": null });
  assert.is(arkitekt(repo, ["shims"]).stdout, "no shims\n");
  assert.match(arkitekt(repo, ["shims", "--tree", "HEAD"]).stdout, /^7 shims: /m);
});

test("what is not a date is refused", () => {
  const answer = arkitekt(makeRepo(files), ["shims", "--now", "2025-02-30"]);
  assert.is(answer.code, 2);
  assert.match(answer.stderr, '"2025-02-30" is not a date');
});
