import type { JudgedFinding, Verdict } from "../../src/model/finding.ts";
import { WHOLE_CHANGE } from "../../src/model/place.ts";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

const findings: readonly JudgedFinding[] = [
  {
    rule: "diff-budget",
    level: "error",
    standing: { kind: "new" },
    commit: COMMIT,
    place: WHOLE_CHANGE,
    message: "too big: 14 files (at most 12)",
    details: ["counted: 14 files, +3; the largest:", "+3 A/core/playlist.lua"],
    hint: "split that commit into parts",
  },
  {
    rule: "require-fence",
    level: "error",
    standing: { kind: "new" },
    commit: COMMIT,
    place: {
      kind: "span",
      path: "A/core/playlist.lua",
      span: { start: { line: 12, column: 14 }, end: { line: 12, column: 47 } },
      line: 'local tile = require("RegionPlaylist.views.tile")',
    },
    message: "requires RegionPlaylist.views.tile, which is in views",
    hint: "move what you need into core",
  },
  {
    rule: "docs-fence",
    level: "warn",
    standing: { kind: "old" },
    commit: COMMIT,
    place: { kind: "file", path: "docs/a \u0007bell & <mark>.md" },
    message: "documents change only when the task asks for it",
  },
  {
    rule: "module-shape",
    level: "error",
    standing: { kind: "suppressed", line: 3, reason: "it is a script" },
    commit: COMMIT,
    place: { kind: "file", path: "A/start.lua" },
    message: "does not end in return M",
  },
  {
    rule: "task-code",
    level: "error",
    standing: { kind: "overridden", reason: "an import of old work" },
    commit: COMMIT,
    place: WHOLE_CHANGE,
    message: "the title carries no task code",
  },
];

/** What every format of a verdict is tried on: each kind of place, each standing, with and without hint, a hostile file name. */
export const sampleVerdict: Verdict = {
  outcome: "block",
  findings,
  notes: [
    { kind: "too-large", path: "A/vendor/large.lua", size: 2013, limit: 2000 },
    { kind: "override-refused", rule: "path-fence" },
    { kind: "override-idle", rule: "diff-budget" },
  ],
  commits: [{ id: COMMIT, title: "[AB-1] Move the tiles" }],
};
