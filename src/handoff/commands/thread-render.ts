import { onOneLine } from "../../protocol/markdown-text.ts";
import { renderThread } from "../../protocol/thread.ts";
import { type Command, ID } from "../command.ts";
import { readMailbox } from "../store/mailbox.ts";
import { checkedId, REQUESTS, readingRequest, requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";

export const threadRender: Command = {
  name: "thread render",
  summary: "write thread.md from the messages of a request",
  operands: [],
  flags: { id: ID },
  example: "arkitekt spec thread render --id demo-001",
  run: (call, world) => renderInto(world, checkedId(call.need("id"))),
};

/** Renders what can be read; what cannot is told by name and makes the exit code 1. */
export function renderInto(world: SpecWorld, id: string): number {
  return readingRequest(requestsPath(world), id, (request) => {
    const { held, faults } = readMailbox(request, id);
    const text = Buffer.from(
      renderThread(
        id,
        held.map(({ message }) => message),
      ),
    );
    const there = request.read("thread.md", text.length);
    if (there.kind !== "file" || !there.bytes.equals(text)) request.replace("thread.md", text);
    world.write(`${REQUESTS}/${id}/thread.md\n`);
    for (const { file, message } of faults) world.complain(`error: ${onOneLine(`${file} ${message}`)}\n`);
    return faults.length > 0 ? 1 : 0;
  });
}
