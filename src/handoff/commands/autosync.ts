import type { Command } from "../../command/command.ts";
import type { SpecWorld } from "../store/world.ts";
import { ID } from "./flags.ts";
import { syncWith } from "./sync.ts";

export const autosync: Command<SpecWorld> = {
  name: "spec autosync",
  about: "Syncs with the request in $SPEC_HANDOFF_DIR.",
  flags: { id: ID },
  examples: [
    { line: "SPEC_HANDOFF_DIR=../jsonld-repo/work/spec_requests arkitekt spec autosync --id demo-001" },
  ],
  run: (input, world) => syncWith(input, world, undefined),
};
