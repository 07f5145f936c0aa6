import { ACK_STATUSES, type AckStatus, ackJson, readAck } from "../../protocol/ack.ts";
import { standingOf } from "../../protocol/trail.ts";
import { type Command, ID, NOW, refuse } from "../command.ts";
import { changingRequest, checkedId, requestsPath } from "../store/place.ts";
import { earlierAck, markersIn, writeJson } from "../store/request-folder.ts";
import { momentOf } from "../store/world.ts";
import { describeStanding, setMarker } from "./status.ts";

export const ack: Command = {
  name: "ack",
  summary: "say who takes a request on, and take its trail along",
  operands: [],
  flags: {
    id: ID,
    owner: { kind: "text", value: "<name>", help: "who does it", isRequired: true },
    contact: { kind: "text", value: "<address>", help: "how to reach them", isRequired: true },
    eta: { kind: "text", value: "<time>", help: "when it will be done" },
    branch: { kind: "text", value: "<branch>", help: "where it is done" },
    status: { kind: "text", value: ACK_STATUSES.join("|"), help: "accepted by default; sets the marker too" },
    notes: { kind: "text", value: "<text>", help: "anything else" },
    now: NOW,
  },
  example:
    "arkitekt spec ack --id demo-001 --owner core --contact core@example.org --eta 2025-09-02T12:00:00Z",
  run(call, world) {
    const asked = statusNamed(call.text("status"));
    const updatedAt = momentOf(world, call.text("now"));
    return changingRequest(requestsPath(world), checkedId(call.need("id")), (request) => {
      const { record, known } = earlierAck(request);
      const status = asked ?? currentStatus(markersIn(request)) ?? "accepted";
      const json = ackJson(
        {
          owner: call.need("owner"),
          contact: call.need("contact"),
          status,
          eta: call.text("eta") ?? known?.eta,
          branch: call.text("branch") ?? known?.branch,
          notes: call.text("notes") ?? known?.notes,
          updatedAt,
        },
        record,
      );
      const checked = readAck(json);
      if (!checked.ok)
        return refuse(ack, checked.error.map(({ pointer, message }) => `${pointer} ${message}`).join("; "));
      const standing = setMarker(request, call.need("id"), status);
      // A status that the trail has left behind already does not come back: ack.json says what the markers say.
      const reached = currentStatus(markersIn(request)) ?? status;
      writeJson(request, "ack.json", { ...json, status: reached });
      world.write(`${describeStanding(standing)}\n`);
      return 0;
    });
  },
};

function statusNamed(text: string | undefined): AckStatus | undefined {
  if (text === undefined) return undefined;
  const wish = text === "done" ? "implemented" : text;
  return (
    ACK_STATUSES.find((status) => status === wish) ??
    refuse(ack, `--status ${text} is none of ${ACK_STATUSES.join(", ")}`)
  );
}

/** An ack without a status leaves the trail where it is, once there is one to leave. */
function currentStatus(markers: ReadonlySet<string>): AckStatus | undefined {
  const { state, isBlocked } = standingOf(markers);
  if (isBlocked) return "blocked";
  return state === "proposed" ? undefined : state;
}
