import type { Command } from "../../command/command.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import { readMailbox } from "../store/mailbox.ts";
import { readingRequest, refuse, requestId, requestsPath } from "../store/place.ts";
import { threadOf } from "../store/thread-of.ts";
import type { SpecWorld } from "../store/world.ts";
import { ID } from "./flags.ts";

export const threadRender: Command<SpecWorld> = {
  name: "spec thread render",
  about: "Writes thread.md from a request and its messages.",
  flags: { id: ID },
  examples: [{ line: "arkitekt spec thread render --id demo-001" }],
  run: (input, world) => renderInto(world, requestId(world, input.need("id"))),
};

/** Renders what can be read; what cannot is named, and makes the exit code 1. */
export function renderInto(world: SpecWorld, id: string): number {
  const place = requestsPath(world);
  return readingRequest(place, id, (request) => {
    const { held, faults } = readMailbox(request, id);
    const text = Buffer.from(threadOf(request, id, held));
    const there = request.read("thread.md", text.length);
    if (there.kind !== "file" || !there.bytes.equals(text)) {
      refuse(place);
      request.replace("thread.md", text);
    }
    world.write(`${world.folder}/${id}/thread.md\n`);
    for (const { file, message } of faults) world.complain(`arkitekt: ${onOneLine(`${file} ${message}`)}\n`);
    return faults.length > 0 ? 1 : 0;
  });
}
