import type { Command, Input } from "../../command/command.ts";
import { ACK_STATUSES, type AckStatus, ackJson, readAck } from "../../protocol/ack.ts";
import { trailStateOf } from "../../protocol/trail.ts";
import { changingRequest, checkedId, requestsPath } from "../store/place.ts";
import { earlierAck, markersIn, writeJson } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { ID, NOW } from "./flags.ts";
import { describeTrailState, setMarker } from "./status.ts";

export const ack: Command<SpecWorld> = {
  name: "spec ack",
  about: "Says who takes on a request, and sets its marker too.",
  flags: {
    id: ID,
    owner: { value: "NAME", help: "who does it", isRequired: true },
    contact: { value: "ADDRESS", help: "how to reach them", isRequired: true },
    eta: { value: "TIME", help: "when it will be done" },
    branch: { value: "BRANCH", help: "where it is done" },
    status: { value: ACK_STATUSES.join("|"), help: "accepted by default; sets the marker too" },
    notes: { value: "TEXT", help: "anything else" },
    now: NOW,
  },
  examples: [
    {
      line: "arkitekt spec ack --id demo-001 --owner core --contact core@example.org --eta 2025-09-02T12:00:00Z",
    },
  ],
  run(input, world) {
    const asked = statusNamed(input);
    const updatedAt = momentOf(world, input.text("now"));
    return changingRequest(requestsPath(world), checkedId(input.need("id")), (request) => {
      const { record, known } = earlierAck(request);
      const status = asked ?? currentStatus(markersIn(request)) ?? "accepted";
      const json = ackJson(
        {
          owner: input.need("owner"),
          contact: input.need("contact"),
          status,
          eta: input.text("eta") ?? known?.eta,
          branch: input.text("branch") ?? known?.branch,
          notes: input.text("notes") ?? known?.notes,
          updatedAt,
        },
        record,
      );
      const checked = readAck(json);
      if (!checked.ok)
        return input.refuse(checked.error.map(({ pointer, message }) => `${pointer} ${message}`).join("; "));
      const trailState = setMarker(request, input.need("id"), status);
      // A status that the trail has left behind already does not come back: ack.json says what the markers say.
      const reached = currentStatus(markersIn(request)) ?? status;
      writeJson(request, "ack.json", { ...json, status: reached });
      world.write(`${describeTrailState(trailState)}\n`);
      return 0;
    });
  },
};

function statusNamed(input: Input): AckStatus | undefined {
  return input.text("status") === "done" ? "implemented" : input.choice("status", ACK_STATUSES);
}

/** An ack without a status leaves the trail where it is, once there is one to leave. */
function currentStatus(markers: ReadonlySet<string>): AckStatus | undefined {
  const { state, isBlocked } = trailStateOf(markers);
  if (isBlocked) return "blocked";
  return state === "proposed" ? undefined : state;
}
