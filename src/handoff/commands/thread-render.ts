import type { Command } from "../../command/command.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import { renderThread } from "../../protocol/thread.ts";
import { readMailbox } from "../store/mailbox.ts";
import { checkedId, REQUESTS, readingRequest, requestsPath } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { ID } from "./flags.ts";

export const threadRender: Command<SpecWorld> = {
  name: "spec thread render",
  about: "Writes thread.md from the messages of a request.",
  flags: { id: ID },
  examples: [{ line: "arkitekt spec thread render --id demo-001" }],
  run: (input, world) => renderInto(world, checkedId(input.need("id"))),
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
    for (const { file, message } of faults) world.complain(`arkitekt: ${onOneLine(`${file} ${message}`)}\n`);
    return faults.length > 0 ? 1 : 0;
  });
}
