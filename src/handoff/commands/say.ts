import type { Command } from "../../command/command.ts";
import { readMailbox } from "../store/mailbox.ts";
import { peerRequests, readingRequest, requestId } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { writeMessage } from "../store/write-message.ts";
import { BODY, draftOf, MESSAGE_FLAGS } from "./msg-new.ts";
import { pushMessages } from "./msg-push.ts";
import { inTurn } from "./sync.ts";
import { renderInto } from "./thread-render.ts";

export const say: Command<SpecWorld> = {
  name: "spec say",
  about: "Writes a message, delivers it and renders the thread.",
  flags: {
    ...MESSAGE_FLAGS,
    dest: { value: "FOLDER", help: "as in msg push; in $SPEC_HANDOFF_DIR by default" },
  },
  oneOf: BODY,
  examples: [{ line: "arkitekt spec say --id demo-001 --type comment --body reply.md" }],
  run(input, world) {
    const request = requestId(world, input.need("id"));
    // Whether the other side can be reached is known before anything is said.
    const there = peerRequests(world, request, input.text("dest"), "dest");
    const arrived = readingRequest(there, request, (theirs) => readMailbox(theirs, request).held);
    const ids = new Set(arrived.map(({ message }) => message.id));
    // What was said and did not arrive is delivered when it is said again, and not said twice.
    const id = writeMessage(world, draftOf(input, world), (said) => !ids.has(said));
    world.write(`${id}\n`);
    return inTurn([
      () => pushMessages(input, world, input.text("dest"), "dest"),
      () => renderInto(world, request),
    ]);
  },
};
