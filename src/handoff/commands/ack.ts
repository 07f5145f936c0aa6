import type { Command, Input } from "../../command/command.ts";
import { prettyJson } from "../../json/value.ts";
import { withMembers } from "../../json/with-members.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { ACK_STATUSES, type Ack, type AckStatus, ackJson, readAck } from "../../protocol/ack.ts";
import { trailStateOf } from "../../protocol/trail.ts";
import { requestId, requestsPath } from "../store/place.ts";
import { earlierAck, editedJson, markersIn } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { changingRequest } from "../writing/changing.ts";
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
    const id = requestId(world, input.need("id"));
    const updatedAt = momentOf(world, input.text("now"));
    const { reached, isSaid } = changingRequest(requestsPath(world), id, (request, stage) => {
      const { text, known } = earlierAck(request);
      const before = markersIn(request);
      const here = trailStateOf(before);
      const status = asked ?? currentStatus(before) ?? "accepted";
      const said = {
        owner: input.need("owner"),
        contact: input.need("contact"),
        status,
        eta: input.text("eta") ?? known?.eta,
        branch: input.text("branch") ?? known?.branch,
        notes: input.text("notes") ?? known?.notes,
        updatedAt,
      };
      const json = ackJson(said);
      const edited =
        text === undefined ? prettyJson(json) : editedJson(request, "ack.json", withMembers(text, json));
      const checked = readAck(json);
      if (!checked.ok)
        return input.refuse(checked.error.map(({ pointer, message }) => `${pointer} ${message}`).join("; "));
      if (status !== "blocked" && before.has(status) && status !== here.state) {
        const now = `the trail has left ${status} behind: it stands in ${here.state}`;
        throw new CannotLook(
          failure("broken-trail", now, `leave --status out, or give --status ${here.state}`),
        );
      }
      if (known !== undefined && isSame(said, known) && currentStatus(before) === status)
        return { reached: here, isSaid: true };
      const reached = setMarker(request, stage, id, status);
      stage.replace(["ack.json"], Buffer.from(edited));
      return { reached, isSaid: false };
    });
    world.write(`${describeTrailState(reached)}\n`);
    if (isSaid) world.complain("ack.json says so already\n");
    return 0;
  },
};

/** Apart from the moment, and from what was not said. */
function isSame(said: Ack, known: Ack): boolean {
  const keys = ["owner", "contact", "status", "eta", "branch", "notes"] as const;
  return keys.every((key) => said[key] === known[key]);
}

function statusNamed(input: Input): AckStatus | undefined {
  return input.text("status") === "done" ? "implemented" : input.choice("status", ACK_STATUSES);
}

/** An ack without a status leaves the trail where it is, once there is one to leave. */
function currentStatus(markers: ReadonlySet<string>): AckStatus | undefined {
  const { state, isBlocked } = trailStateOf(markers);
  if (isBlocked) return "blocked";
  return state === "proposed" ? undefined : state;
}
