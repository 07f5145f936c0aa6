import type { Command } from "../../command/command.ts";
import { checkedId, peerRequests, readingRequest } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { MESSAGE_FLAGS, writeMessage } from "./msg-new.ts";
import { pushMessages } from "./msg-push.ts";
import { renderInto } from "./thread-render.ts";

export const say: Command<SpecWorld> = {
  name: "spec say",
  about: "Writes a message, delivers it and renders the thread.",
  flags: {
    ...MESSAGE_FLAGS,
    dest: { value: "FOLDER", help: "as in msg push; in $SPEC_HANDOFF_DIR by default" },
  },
  examples: [{ line: "arkitekt spec say --id demo-001 --type comment --body reply.md" }],
  run(input, world) {
    const request = checkedId(input.need("id"));
    // Who cannot be reached is known before anything is said.
    readingRequest(peerRequests(world, request, input.text("dest"), "dest"), request, () => undefined);
    const id = writeMessage(input, world);
    world.write(`${id}\n`);
    return Math.max(pushMessages(input, world, input.text("dest"), "dest"), renderInto(world, request));
  },
};
