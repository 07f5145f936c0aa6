import type { World } from "../../system/world.ts";
import { bridge, keys, manifest, state, window } from "./four-phases.ts";
import { inDays } from "./in-days.ts";
import { Session } from "./session.ts";
import { policy } from "./songs.ts";

/** Plays a pipeline of four phases in `folder`; gives back what did not end as it should, a line each. */
export async function playPipeline(folder: string, world: World): Promise<readonly string[]> {
  const session = new Session(folder, world);
  await session.quietly(["git", "init", "-q", "--bare", "-b", "main", "songs.git"], ".");
  await session.quietly(["git", "init", "-q", "-b", "main", "songs"], ".");
  await session.quietly(["git", "remote", "add", "origin", "../songs.git"]);
  const feature = "SONGS/scripts/RegionPlaylist";
  await session.write(`${feature}/core/state.lua`, state);
  await session.write(`${feature}/app/bridge.lua`, bridge(inDays(world.now, 20)));
  await session.write(`${feature}/app/window.lua`, window);
  await session.write(".arkitektrc.json", policyOfPhases());
  await session.write(".codex/pipeline.json", manifest);
  await session.write("../patches/keys.diff", keys);

  session.say(
    `A throw-away Lua repository with a remote, in ${folder}, and a pipeline of four phases: a module is scaffolded, another one is moved with its importers, somebody edits by hand, and a shim is cleaned up.`,
  );
  await session.type(["arkitekt", "install"], 0);
  await session.type(["git", "add", "."], 0);
  await session.type(["git", "commit", "-m", "[SONG-1] Start with a window and a pipeline"], 0);
  await session.type(["git", "push", "-u", "origin", "main"], 0);

  session.say("1. The manifest is held against the playbook before anything is done.");
  await session.type(["arkitekt", "pipeline", "check"], 0);

  session.say("2. The run carries out what is mechanical, and stops where somebody has to hand in a change.");
  await session.type(["arkitekt", "pipeline", "run"], 0);

  session.say(
    "3. A change that reaches too far is refused before it exists: the phase may touch core/ alone.",
  );
  await session.write("../patches/wide.json", WIDE);
  await session.type(["arkitekt", "pipeline", "adopt", "keys", "--patch", "../patches/wide.json"], 1);
  await session.type(["git", "branch", "--list", "codex/*"], 0);

  session.say(
    "4. The right one becomes the phase's commit; the next run goes on behind it, and pushes each branch.",
  );
  await session.type(["arkitekt", "pipeline", "adopt", "keys", "--patch", "../patches/keys.diff"], 0);
  await session.type(["arkitekt", "pipeline", "run", "--push", "origin"], 0);

  session.say("5. Done is a fact of Git: a second run does nothing. Each phase stands on the one before it.");
  await session.type(["arkitekt", "pipeline", "run"], 0);
  await session.type(["git", "log", "--oneline", "--decorate", "codex/phase-cleanup"], 0);
  return session.surprises;
}

const WIDE = `${JSON.stringify({
  notes: "Name the keys, and the window while we are there.",
  edits: [{ path: "SONGS/scripts/RegionPlaylist/app/title.lua", contents: "local M = {}\n\nreturn M\n" }],
})}\n`;

/** As the session's, with titles that may also name a phase's task. */
function policyOfPhases(): string {
  const read = JSON.parse(policy);
  const patterns = [...read.taskCode.patterns, "^(?<code>\\w+): \\S"];
  const examples = [...read.taskCode.examples, "name_keys: name the keys"];
  return `${JSON.stringify({ ...read, taskCode: { patterns, examples } }, undefined, 2)}\n`;
}
