import type { Command, Input } from "../../command/command.ts";
import type { Folder } from "../../system/folder.ts";
import { bringBack, type DeliveryWish, deliver } from "../store/delivery.ts";
import { type HeldMessage, readMailbox } from "../store/mailbox.ts";
import { peerRequests, readingRequest, requestId, requestsPath } from "../store/place.ts";
import { markReturned } from "../store/returned.ts";
import type { SpecWorld } from "../store/world.ts";
import { changingRequest } from "../writing/changing.ts";
import { Stage } from "../writing/stage.ts";
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
  const id = requestId(world, input.need("id"));
  const wish = wishOf(input);
  const from = peerRequests(world, id, peer, flag);
  const own = requestsPath(world);
  return readingRequest(from, id, (theirs) => {
    if (wish.isDryRun) {
      return readingRequest(own, id, (ours) => {
        const report = deliver(theirs, new Stage(ours), id, wish);
        for (const { message } of lostHere(theirs, ours, id, world, wish))
          world.write(`would fetch back ${message.id}\n`);
        return tellDelivery(world, report, "would fetch");
      });
    }
    const { report, back } = changingRequest(own, id, (ours, stage, state) => {
      const lost = lostHere(theirs, ours, id, world, wish);
      markReturned(
        state,
        lost.map(({ message }) => message.id),
      );
      const report = deliver(theirs, stage, id, wish);
      return { report, back: bringBack(lost, theirs, stage, id) };
    });
    for (const message of back) world.write(`fetched back ${message}\n`);
    return tellDelivery(world, report, "fetched");
  });
}

/**
 * Messages of ours that the other side still has, and that this clone, whose outbox Git does not track, lacks. Others may have written to the
 * other side too: ours are those under our name, or all of them if this clone has no message of its own that tells the name.
 */
function lostHere(
  theirs: Folder,
  ours: Folder,
  id: string,
  world: SpecWorld,
  wish: DeliveryWish,
): readonly HeldMessage[] {
  const here = readMailbox(ours, id).held;
  const known = new Set(here.map(({ message }) => message.id));
  const own = here.filter(({ box }) => box === "outbox").map(({ message }) => message.project);
  const names = new Set([...own, world.sender().project]);
  return readMailbox(theirs, id, ["inbox"]).held.filter(
    ({ file, message }) =>
      !known.has(message.id) &&
      (own.length === 0 || names.has(message.project)) &&
      wish.wants(file, message.id),
  );
}
