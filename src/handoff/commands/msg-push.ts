import type { Command, Flag, Input } from "../../command/command.ts";
import { deliver } from "../store/delivery.ts";
import { peerRequests, readingRequest, requestId, requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { changingRequest } from "../writing/changing.ts";
import { Stage } from "../writing/stage.ts";
import { ID } from "./flags.ts";
import { tellDelivery } from "./push.ts";
import { wishOf } from "./wish.ts";

export const SELECTION_FLAGS: Readonly<Record<string, Flag>> = {
  only: { value: "GLOB", help: "only messages whose file name or id matches", isRepeatable: true },
  "dry-run": { help: "say what would happen and change nothing" },
};

export const msgPush: Command<SpecWorld> = {
  name: "spec msg push",
  about: "Brings the messages of our outbox, with their attachments, to the other side's inbox.",
  flags: {
    id: ID,
    dest: {
      value: "FOLDER",
      help: "the other side's request or its inbox; in $SPEC_HANDOFF_DIR by default",
    },
    ...SELECTION_FLAGS,
  },
  examples: [
    { line: "arkitekt spec msg push --id demo-001 --dest ../jsonld-repo/work/spec_requests/demo-001/inbox" },
  ],
  run: (input, world) => pushMessages(input, world, input.text("dest"), "dest"),
};

export function pushMessages(input: Input, world: SpecWorld, peer: string | undefined, flag: string): number {
  const id = requestId(world, input.need("id"));
  const wish = wishOf(input);
  const dest = peerRequests(world, id, peer, flag);
  const report = readingRequest(requestsPath(world), id, (ours) =>
    wish.isDryRun
      ? readingRequest(dest, id, (theirs) => deliver(ours, new Stage(theirs), id, wish))
      : changingRequest(dest, id, (_, stage) => deliver(ours, stage, id, wish)),
  );
  return tellDelivery(world, report, wish.isDryRun ? "would deliver" : "delivered");
}
