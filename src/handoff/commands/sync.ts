import type { Command, Input } from "../../command/command.ts";
import { CannotLook } from "../../model/failure.ts";
import { requestId } from "../store/place.ts";
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

/** Does every part, even after one that can't be done, as with a side that may only be read; then the first failure is reported. */
export function inTurn(parts: readonly (() => number)[]): number {
  const failures: CannotLook[] = [];
  const codes = parts.map((part) => {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof CannotLook)) throw error;
      failures.push(error);
      return 0;
    }
  });
  if (failures[0] !== undefined) throw failures[0];
  return Math.max(...codes);
}

/** Each part is done whatever happened to the others; the worst exit code counts. */
export function syncWith(input: Input, world: SpecWorld, peer: string | undefined): number {
  return inTurn([
    () => pullMessages(input, world, peer, "peer"),
    () => pushMessages(input, world, peer, "peer"),
    () => renderInto(world, requestId(world, input.need("id"))),
  ]);
}
