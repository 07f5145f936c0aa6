import { type Call, type Command, ID } from "../command.ts";
import { checkedId } from "../store/place.ts";
import type { SpecWorld } from "../store/world.ts";
import { pullMessages } from "./msg-pull.ts";
import { pushMessages } from "./msg-push.ts";
import { renderInto } from "./thread-render.ts";

export const sync: Command = {
  name: "sync",
  summary: "fetch, deliver and render, once",
  operands: [],
  flags: {
    id: ID,
    peer: { kind: "text", value: "<folder>", help: "the request on the other side", isRequired: true },
  },
  example: "arkitekt spec sync --id demo-001 --peer ../jsonld-repo/work/spec_requests/demo-001",
  run: (call, world) => syncWith(call, world, call.text("peer")),
};

/** Each part is done whatever the others met; the worst exit code counts. */
export function syncWith(call: Call, world: SpecWorld, peer: string | undefined): number {
  const pulled = pullMessages(call, world, peer, "peer");
  const pushed = pushMessages(call, world, peer, "peer");
  return Math.max(pulled, pushed, renderInto(world, checkedId(call.need("id"))));
}
