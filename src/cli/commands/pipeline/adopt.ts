import { resolve } from "node:path";
import type { Command } from "../../../command/command.ts";
import { CannotLook, failure } from "../../../model/failure.ts";
import { changeOfCommit } from "../../../pipeline/run/change-of-commit.ts";
import { patchIn, proposalOf } from "../../../pipeline/run/patch-folder.ts";
import { adoptPhase } from "../../../pipeline/run/run-pipeline.ts";
import { readStandardInput } from "../../../system/world.ts";
import { COMMIT_FLAGS, runOptions, withPipeline } from "./run-flags.ts";

export const adoptCommand: Command = {
  name: "pipeline adopt",
  about:
    "Takes up the change that somebody has made for a phase: a patch in any form, or a commit. It is judged like every other one, and becomes the phase's commit.",
  operands: ["PHASE"],
  flags: {
    ...COMMIT_FLAGS,
    patch: { value: "FILE", help: "a patch; - for standard input" },
    commit: {
      value: "REV",
      help: "a commit that stands on what the phase begins at; all that it adds to that is taken",
    },
  },
  oneOf: { flags: ["patch", "commit"], isNeeded: true },
  examples: [
    { line: "arkitekt pipeline adopt palette --patch palette.diff" },
    { line: "arkitekt pipeline adopt palette --commit my-branch", says: "what was committed there" },
  ],
  run(input, world) {
    const [name = ""] = input.operands;
    const options = runOptions(input, world, true);
    const file = input.text("patch");
    const revision = input.text("commit");
    return withPipeline(input, world, (pipeline) =>
      adoptPhase(pipeline, options, name, async (base) => {
        if (revision !== undefined) return await changeOfCommit(pipeline.repo, revision, base);
        if (file !== "-") return { proposal: patchIn(resolve(world.cwd, file ?? "")) };
        const bytes = readStandardInput(MOST);
        if (bytes !== undefined) return { proposal: proposalOf(bytes) };
        throw new CannotLook(
          failure("bad-patch", `the patch is larger than ${MOST} bytes`, "hand it in as a commit"),
        );
      }),
    );
  },
};

/** In bytes: more than anybody reads. */
const MOST = 64 << 20;
