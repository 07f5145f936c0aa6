import type { Command, Input } from "../../command/command.ts";
import { checkedId } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { ID } from "./flags.ts";
import { pullMessages } from "./msg-pull.ts";
import { pushMessages } from "./msg-push.ts";
import { renderInto } from "./thread-render.ts";

export const sync: Command<SpecWorld> = {
  name: "spec sync",
  about: "Fetches, delivers and renders, once.",
  flags: {
    id: ID,
    peer: { value: "FOLDER", help: "the request on the other side", isRequired: true },
  },
  examples: [{ line: "arkitekt spec sync --id demo-001 --peer ../jsonld-repo/work/spec_requests/demo-001" }],
  run: (input, world) => syncWith(input, world, input.text("peer")),
};

/** Each part is done whatever the others met; the worst exit code counts. */
export function syncWith(input: Input, world: SpecWorld, peer: string | undefined): number {
  const pulled = pullMessages(input, world, peer, "peer");
  const pushed = pushMessages(input, world, peer, "peer");
  return Math.max(pulled, pushed, renderInto(world, checkedId(input.need("id"))));
}
