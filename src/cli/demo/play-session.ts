import type { World } from "../../system/world.ts";
import { inDays } from "./in-days.ts";
import { Session } from "./session.ts";
import { badPurity, colours, playlist, policy, shim } from "./songs.ts";

/** Plays the session in `folder`; gives back what did not end as it should, a line each. */
export async function playSession(folder: string, world: World): Promise<readonly string[]> {
  const session = new Session(folder, world);
  await session.quietly(["git", "init", "-q", "--bare", "-b", "main", "songs.git"], ".");
  await session.quietly(["git", "init", "-q", "-b", "main", "songs"], ".");
  await session.quietly(["git", "remote", "add", "origin", "../songs.git"]);
  await session.write("SONGS/scripts/RegionPlaylist/core/playlist.lua", playlist);
  await session.write(".arkitektrc.json", policy);

  session.say(
    `A throw-away Lua repository with a remote, in ${folder}. The gate is installed once; from then on it judges every commit and every push by the policy that the repository holds.`,
  );
  await session.type(["arkitekt", "install"], 0);
  await session.type(["git", "add", "."], 0);
  await session.type(["git", "commit", "-m", "[SONG-1] Start with a playlist"], 0);
  await session.type(["git", "push", "-u", "origin", "main"], 0);

  session.say("1. A clean change goes through without a word of the gate.");
  await session.write("SONGS/scripts/RegionPlaylist/core/colours.lua", colours);
  await session.type(["git", "add", "."], 0);
  await session.type(["git", "commit", "-m", "[SONG-2] Give regions a colour"], 0);

  session.say(
    "2. A fence stops a change that reaches too far: the policy keeps core/ pure, and playlist.lua now calls the host.",
  );
  await session.write("SONGS/scripts/RegionPlaylist/core/playlist.lua", badPurity);
  await session.type(["git", "commit", "-a", "-m", "[SONG-3] Read the state of the host"], 1);
  await session.type(["git", "restore", "--", "SONGS"], 0);

  session.say("3. A title that names no task is stopped. Said properly, the same change goes through.");
  await session.write(
    "SONGS/scripts/RegionPlaylist/core/colours.lua",
    colours.replace("0xE0A030", "0xE0A040"),
  );
  await session.type(["git", "commit", "-a", "-m", "better colour"], 1);
  await session.type(["git", "commit", "-a", "-m", "[SONG-3] Better colour"], 0);

  session.say("4. A shim, a stand-in for an old name, says when it goes. This one is past its date.");
  await session.write("SONGS/scripts/RegionPlaylist/app/bridge.lua", shim(inDays(world.now, -7)));
  await session.type(["git", "add", "."], 0);
  await session.type(["git", "commit", "-m", "[SONG-4] Keep the old name for a while"], 1);

  session.say("5. --no-verify gets it past the commit hooks. The push judges every new commit again.");
  await session.type(["git", "commit", "--no-verify", "-m", "[SONG-4] Keep the old name for a while"], 0);
  await session.type(["git", "push"], 1);

  session.say("6. With a date that lies ahead, in the same commit, the push goes through.");
  await session.write("SONGS/scripts/RegionPlaylist/app/bridge.lua", shim(inDays(world.now, 20)));
  await session.type(["git", "commit", "-a", "--amend", "--no-edit"], 0);
  await session.type(["git", "push"], 0);

  session.say("That is all: in your own repository, `npx arkitekt install` sets the same gate up.");
  return session.surprises;
}
