import { join } from "node:path";
import type { Command } from "../../command/command.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import type { Folder } from "../../system/folder.ts";
import { realPlace } from "../../system/places.ts";
import type { DeliveryReport } from "../store/delivery.ts";
import { peerRequests, type RequestFolder, requestId, requestsPath, useRequests } from "../store/place.ts";
import { type PushReport, pushRequest } from "../store/push.ts";
import type { SpecWorld } from "../store/world.ts";
import { changingRequest, withLock } from "../writing/changing.ts";
import { ID } from "./flags.ts";

export const push: Command<SpecWorld> = {
  name: "spec push",
  about: "Brings a whole request to the other repository.",
  flags: {
    id: ID,
    dest: { value: "FOLDER", help: "its work/spec_requests; $SPEC_HANDOFF_DIR by default" },
  },
  examples: [{ line: "SPEC_HANDOFF_DIR=../jsonld-repo/work/spec_requests arkitekt spec push --id demo-001" }],
  run(input, world) {
    const id = requestId(world, input.need("id"));
    const dest = peerRequests(world, id, input.text("dest"), "dest");
    const report = withBothLocks(world, dest, id, (ours, peer, state) =>
      pushRequest(ours, peer, state, { id, there: dest }),
    );
    tell(world, report, join(dest.path, id));
    return tellDelivery(world, report.messages, "delivered");
  },
};

/** Locks are taken in the order of their real paths, so two sides that push to each other at once never wait in a cycle. */
function withBothLocks<T>(
  world: SpecWorld,
  dest: RequestFolder,
  id: string,
  work: (ours: Folder, peer: Folder, state: Folder) => T,
): T {
  const own = requestsPath(world);
  const ownFirst = (realPlace(own.path) ?? own.path) < (realPlace(dest.path) ?? dest.path);
  if (ownFirst) {
    return changingRequest(own, id, (ours) =>
      useRequests(dest, (peer) => withLock(peer, id, (state) => work(ours, peer, state))),
    );
  }
  return useRequests(dest, (peer) =>
    withLock(peer, id, (state) => changingRequest(own, id, (ours) => work(ours, peer, state))),
  );
}

function tell(world: SpecWorld, report: PushReport, place: string): void {
  if (report.isNew) world.write(`pushed to ${place}\n`);
  else if (report.changed.length === 0) world.write(`${place} is up to date\n`);
  else world.write(`pushed to ${place}: ${report.changed.join(", ")}\n`);
}

/** Says what happened to each message; the exit code. */
export function tellDelivery(world: SpecWorld, report: DeliveryReport, word: string): number {
  for (const id of report.delivered) world.write(`${word} ${id}\n`);
  for (const id of report.known) world.write(`known ${id}\n`);
  for (const { file, message } of report.faults)
    world.complain(`arkitekt: ${onOneLine(`${file} ${message}`)}\n`);
  return report.faults.length > 0 ? 1 : 0;
}
