// The files of the demo's repository.

export const policy = `${JSON.stringify(
  {
    extends: "playbook-v5",
    root: "SONGS",
    lua: { moduleRoots: ["SONGS/scripts"] },
    namespace: { canonical: "songs" },
    features: { root: "SONGS/scripts" },
    pure: ["SONGS/scripts/*/core/**"],
    rules: { "path-fence": ["error", { roots: ["SONGS", ".arkitektrc.json"] }] },
    taskCode: {
      patterns: ["^\\[(?<code>SONG-\\d+)\\] \\S"],
      examples: ["[SONG-12] Sort the regions"],
    },
  },
  undefined,
  2,
)}\n`;

export const playlist = `local M = {}

function M.length(playlist)
  local total = 0
  for _, region in ipairs(playlist) do
    total = total + region.seconds * region.loop
  end
  return total
end

return M
`;

export const badPurity = playlist.replace(
  "region.seconds * region.loop",
  'region.seconds * reaper.GetExtState("songs", region.key)',
);

export const colours = `local M = {}

M.default = 0xE0A030

function M.of(region)
  return region.colour or M.default
end

return M
`;

/** A stand-in for an old name, to be gone by `date` (YYYY-MM-DD). */
export function shim(date: string): string {
  return `local playlist = require("RegionPlaylist.core.playlist")

local M = {}

-- @deprecated TEMP_PARITY_SHIM: total() → use playlist.length
-- EXPIRES: ${date} (planned removal: Phase-3)
-- reason: the window still calls bridge.total(); remove after it has moved.
function M.total(regions)
  return playlist.length(regions)
end

return M
`;
}
