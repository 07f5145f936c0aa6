import { type Call, type Command, ID } from "../command.ts";
import { deliver } from "../store/delivery.ts";
import { changingRequest, checkedId, peerRequests, readingRequest, requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { SELECTION_FLAGS } from "./msg-push.ts";
import { tellDelivery } from "./push.ts";
import { wishOf } from "./wish.ts";

export const msgPull: Command = {
  name: "msg pull",
  summary: "fetch the messages of the other side's outbox, with their attachments, into our inbox",
  operands: [],
  flags: {
    id: ID,
    from: {
      kind: "text",
      value: "<folder>",
      help: "the other side's request or its outbox; in $SPEC_HANDOFF_DIR by default",
    },
    ...SELECTION_FLAGS,
  },
  example: "arkitekt spec msg pull --id demo-001 --from ../jsonld-repo/work/spec_requests/demo-001/outbox",
  run: (call, world) => pullMessages(call, world, call.text("from"), "from"),
};

export function pullMessages(call: Call, world: SpecWorld, peer: string | undefined, flag: string): number {
  const id = checkedId(call.need("id"));
  const wish = wishOf(call);
  const from = peerRequests(world, id, peer, flag);
  const own = requestsPath(world);
  const report = readingRequest(from, id, (theirs) =>
    wish.isDryRun
      ? readingRequest(own, id, (ours) => deliver(theirs, ours, id, wish))
      : changingRequest(own, id, (ours) => deliver(theirs, ours, id, wish)),
  );
  return tellDelivery(world, report, wish.isDryRun ? "would fetch" : "fetched");
}
