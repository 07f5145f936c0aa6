import type { Command } from "../command.ts";
import { checkedId, peerRequests, readingRequest } from "../store/place.ts";
import { MESSAGE_FLAGS, writeMessage } from "./msg-new.ts";
import { pushMessages } from "./msg-push.ts";
import { renderInto } from "./thread-render.ts";

export const say: Command = {
  name: "say",
  summary: "write a message, deliver it and render the thread",
  operands: [],
  flags: {
    ...MESSAGE_FLAGS,
    dest: { kind: "text", value: "<folder>", help: "as in msg push; in $SPEC_HANDOFF_DIR by default" },
  },
  example: "arkitekt spec say --id demo-001 --type comment --body reply.md",
  run(call, world) {
    const request = checkedId(call.need("id"));
    // Who cannot be reached is known before anything is said.
    readingRequest(peerRequests(world, request, call.text("dest"), "dest"), request, () => undefined);
    const id = writeMessage(say, call, world);
    world.write(`${id}\n`);
    return Math.max(pushMessages(call, world, call.text("dest"), "dest"), renderInto(world, request));
  },
};
