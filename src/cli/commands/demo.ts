import type { Command } from "../../command/command.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { makeFolderToKeep, removeScratch } from "../../system/scratch.ts";
import type { World } from "../../system/world.ts";
import { playPipeline } from "../demo/play-pipeline.ts";
import { playSession } from "../demo/play-session.ts";

export const demo: Command = {
  name: "demo",
  about:
    "Makes a throw-away Lua repository with a remote, installs the gate there, and plays a session: what is typed, and what Git answers.",
  flags: {
    pipeline: { help: "plays a pipeline of four phases instead" },
    keep: { help: "keeps the folder, so that you can try things in it" },
  },
  examples: [
    { line: "arkitekt demo --keep", says: "plays the session and says where the repository lies" },
    { line: "arkitekt demo --pipeline" },
  ],
  async run(input, world) {
    const folder = makeFolderToKeep("demo");
    try {
      const play = input.has("pipeline") ? playPipeline : playSession;
      const surprises = await play(folder, world);
      if (surprises.length > 0) throw new CannotLook(unexpected(surprises));
      return EXIT.pass;
    } finally {
      end(folder, input.has("keep"), world);
    }
  },
};

function end(folder: string, keep: boolean, { stdout }: World): void {
  const { paint } = stdout;
  if (keep) {
    stdout.write(`\n${paint.bold("The repository is kept:")} cd ${folder}/songs\n`);
    return;
  }
  removeScratch(folder);
  stdout.write(paint.dim("\nThe folder is removed (--keep keeps it).\n"));
}

function unexpected(surprises: readonly string[]) {
  return failure(
    "demo-failed",
    `the session did not go as it should: ${surprises.join("; ")}`,
    "run arkitekt demo --keep, and arkitekt doctor in the folder that it names",
  );
}
