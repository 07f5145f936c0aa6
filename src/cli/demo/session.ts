import type { World } from "../../system/world.ts";
import { badPurity, colours, expiredShim, mendedShim, playlist, policy } from "./songs.ts";
import { Stage } from "./stage.ts";

/** Plays the session in `folder`; what did not end as it should comes back, a line each. */
export async function playSession(folder: string, world: World): Promise<readonly string[]> {
  const stage = new Stage(folder, world);
  await stage.quietly(["git", "init", "-q", "--bare", "-b", "main", "songs.git"], ".");
  await stage.quietly(["git", "init", "-q", "-b", "main", "songs"], ".");
  await stage.quietly(["git", "remote", "add", "origin", "../songs.git"]);
  await stage.write("SONGS/scripts/RegionPlaylist/core/playlist.lua", playlist);
  await stage.write(".arkitektrc.json", policy);

  stage.say("A Lua repository, with a policy. The gate is installed once per clone.");
  await stage.type(["arkitekt", "install"], 0);
  await stage.type(["git", "add", "."], 0);
  await stage.type(["git", "commit", "-m", "[SONG-1] Start with a playlist"], 0);
  await stage.type(["git", "push", "-u", "origin", "main"], 0);

  stage.say("A clean change goes through without a word.");
  await stage.write("SONGS/scripts/RegionPlaylist/core/colours.lua", colours);
  await stage.type(["git", "add", "."], 0);
  await stage.type(["git", "commit", "-m", "[SONG-2] Give regions a colour"], 0);

  stage.say("A fence: core is pure, and must not call the host.");
  await stage.write("SONGS/scripts/RegionPlaylist/core/playlist.lua", badPurity);
  await stage.type(["git", "commit", "-a", "-m", "[SONG-3] Read the state of the host"], 1);
  await stage.type(["git", "restore", "--", "SONGS"], 0);

  stage.say("A title without a task code.");
  await stage.write("SONGS/scripts/RegionPlaylist/core/colours.lua", colours.replace("0xE0A030", "0xE0A040"));
  await stage.type(["git", "commit", "-a", "-m", "better colour"], 1);
  await stage.type(["git", "commit", "-a", "-m", "[SONG-3] Better colour"], 0);

  stage.say("A shim that has outlived its date.");
  await stage.write("SONGS/scripts/RegionPlaylist/app/bridge.lua", expiredShim);
  await stage.type(["git", "add", "."], 0);
  await stage.type(["git", "commit", "-m", "[SONG-4] Keep the old name for a while"], 1);

  stage.say("--no-verify slips past the commit hooks. The push judges every new commit again.");
  await stage.type(["git", "commit", "--no-verify", "-m", "[SONG-4] Keep the old name for a while"], 0);
  await stage.type(["git", "push"], 1);

  stage.say("The date is set right in the same commit, and the push goes through.");
  await stage.write("SONGS/scripts/RegionPlaylist/app/bridge.lua", mendedShim(inDays(world.now, 20)));
  await stage.type(["git", "commit", "-a", "--amend", "--no-edit"], 0);
  await stage.type(["git", "push"], 0);
  return stage.surprises;
}

function inDays(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10);
}
