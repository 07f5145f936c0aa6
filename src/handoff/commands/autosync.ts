import { type Command, ID } from "../command.ts";
import { syncWith } from "./sync.ts";

export const autosync: Command = {
  name: "autosync",
  summary: "sync with the request in $SPEC_HANDOFF_DIR",
  operands: [],
  flags: { id: ID },
  example: "SPEC_HANDOFF_DIR=../jsonld-repo/work/spec_requests arkitekt spec autosync --id demo-001",
  run: (call, world) => syncWith(call, world, undefined),
};
