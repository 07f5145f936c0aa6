// The files of the demo's pipeline: scaffold, move with importers, an edit by hand, and the cleanup of a shim.

export const state = `local M = {}

function M.length(regions)
  return #regions
end

return M
`;

/** A stand-in for an old name, to be gone by `date`. */
export function bridge(date: string): string {
  return `local state = require("RegionPlaylist.core.state")

local M = {}

-- @deprecated TEMP_PARITY_SHIM: total() → use state.length
-- EXPIRES: ${date} (planned removal: Phase-4)
-- reason: the window still calls bridge.total(); remove after it has moved.
function M.total(regions)
  return state.length(regions)
end

return M
`;
}

export const window = `local bridge = require("RegionPlaylist.app.bridge")

local M = {}

function M.title(regions)
  return bridge.total(regions) .. " regions"
end

return M
`;

export const keys = `--- a/SONGS/scripts/RegionPlaylist/core/keys.lua
+++ b/SONGS/scripts/RegionPlaylist/core/keys.lua
@@ -1,3 +1,5 @@
 local M = {}
 
+M.title = "title"
+
 return M
`;

const FEATURE = "SONGS/scripts/RegionPlaylist";

const phases = [
  phase("scaffold", "core", {
    task: "scaffold_module",
    files: [{ path: `${FEATURE}/core/keys.lua`, template: "module_table" }],
  }),
  phase("move", "", {
    task: "move_module",
    from: "RegionPlaylist.core.state",
    to: "RegionPlaylist.core.regions",
  }),
  phase("keys", "core", { task: "name_keys" }),
  phase("cleanup", "app", { task: "remove_shim", path: `${FEATURE}/app/bridge.lua`, name: "total" }),
];

function phase(name: string, folder: string, task: object) {
  return {
    name,
    payload: {
      ...task,
      constraints: {
        allowlist: [folder === "" ? FEATURE : `${FEATURE}/${folder}`],
        diff_budget: { files: 4, added_loc: 60 },
      },
      acceptance: ["All edited files parse as Lua 5.3.", "Diff budget respected.", "CI passes."],
      proof_grep: [],
      notes:
        "Impacted modules: those of the feature. Caller deltas: import paths. Risks: low. Mitigations: none needed. Undo: git revert.",
    },
  };
}

export const manifest = `${JSON.stringify({ stop_on_fail: true, phases }, undefined, 2)}\n`;
