import type { Command, Input } from "../../command/command.ts";
import { deliver } from "../store/delivery.ts";
import { changingRequest, checkedId, peerRequests, readingRequest, requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { ID } from "./flags.ts";
import { SELECTION_FLAGS } from "./msg-push.ts";
import { tellDelivery } from "./push.ts";
import { wishOf } from "./wish.ts";

export const msgPull: Command<SpecWorld> = {
  name: "spec msg pull",
  about: "Fetches the messages of the other side's outbox, with their attachments, into our inbox.",
  flags: {
    id: ID,
    from: {
      value: "FOLDER",
      help: "the other side's request or its outbox; in $SPEC_HANDOFF_DIR by default",
    },
    ...SELECTION_FLAGS,
  },
  examples: [
    { line: "arkitekt spec msg pull --id demo-001 --from ../jsonld-repo/work/spec_requests/demo-001/outbox" },
  ],
  run: (input, world) => pullMessages(input, world, input.text("from"), "from"),
};

export function pullMessages(input: Input, world: SpecWorld, peer: string | undefined, flag: string): number {
  const id = checkedId(input.need("id"));
  const wish = wishOf(input);
  const from = peerRequests(world, id, peer, flag);
  const own = requestsPath(world);
  const report = readingRequest(from, id, (theirs) =>
    wish.isDryRun
      ? readingRequest(own, id, (ours) => deliver(theirs, ours, id, wish))
      : changingRequest(own, id, (ours) => deliver(theirs, ours, id, wish)),
  );
  return tellDelivery(world, report, wish.isDryRun ? "would fetch" : "fetched");
}
