import { type Call, type Command, type Flag, ID } from "../command.ts";
import { deliver } from "../store/delivery.ts";
import { changingRequest, checkedId, peerRequests, readingRequest, requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { tellDelivery } from "./push.ts";
import { wishOf } from "./wish.ts";

export const SELECTION_FLAGS: Readonly<Record<string, Flag>> = {
  only: { kind: "list", value: "<glob>", help: "only messages whose file name or id matches" },
  "dry-run": { kind: "switch", help: "say what would happen and change nothing" },
};

export const msgPush: Command = {
  name: "msg push",
  summary: "bring the messages of our outbox, with their attachments, to the other side's inbox",
  operands: [],
  flags: {
    id: ID,
    dest: {
      kind: "text",
      value: "<folder>",
      help: "the other side's request or its inbox; in $SPEC_HANDOFF_DIR by default",
    },
    ...SELECTION_FLAGS,
  },
  example: "arkitekt spec msg push --id demo-001 --dest ../jsonld-repo/work/spec_requests/demo-001/inbox",
  run: (call, world) => pushMessages(call, world, call.text("dest"), "dest"),
};

export function pushMessages(call: Call, world: SpecWorld, peer: string | undefined, flag: string): number {
  const id = checkedId(call.need("id"));
  const wish = wishOf(call);
  const dest = peerRequests(world, id, peer, flag);
  const report = readingRequest(requestsPath(world), id, (ours) =>
    wish.isDryRun
      ? readingRequest(dest, id, (theirs) => deliver(ours, theirs, id, wish))
      : changingRequest(dest, id, (theirs) => deliver(ours, theirs, id, wish)),
  );
  return tellDelivery(world, report, wish.isDryRun ? "would deliver" : "delivered");
}
