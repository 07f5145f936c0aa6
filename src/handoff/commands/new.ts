import { CannotLook, failure } from "../../model/failure.ts";
import { composeRequest, PRIORITIES } from "../../protocol/compose-request.ts";
import { type Command, NOW, refuse } from "../command.ts";
import { ignoreTransport } from "../store/ignored.ts";
import { clearIncoming, incomingName } from "../store/incoming.ts";
import { checkedId, REQUESTS, requestsPath, useRequests, withLock } from "../store/place.ts";
import { addMarker, writeJson } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";

export const newRequest: Command = {
  name: "new",
  summary: "make a spec request: its folder, request.json and proposed.status",
  operands: ["project"],
  flags: {
    title: { kind: "text", value: "<text>", help: "what is asked for, in one line", isRequired: true },
    slug: { kind: "text", value: "<slug>", help: "its short name in the id; made from the title by default" },
    motivation: { kind: "text", value: "<text>", help: "why" },
    priority: { kind: "text", value: PRIORITIES.join("|"), help: "high by default" },
    version: { kind: "text", value: "<version>", help: "v1 by default" },
    now: NOW,
  },
  example: 'arkitekt spec new jsonld --title "URDNA2015 canonicalization + hashing"',
  run(call, world) {
    const [project = ""] = call.operands;
    if (!world.projects.includes(project)) {
      refuse(
        newRequest,
        `${project} is no project`,
        `projects are ${world.projects.join(", ")}; the policy names them in handoff.projects`,
      );
    }
    if (/[\0-\x1f\x7f]/.test(call.need("title"))) refuse(newRequest, "--title must be one line of text");
    const priority = call.text("priority");
    if (priority !== undefined && !PRIORITIES.some((one) => one === priority)) {
      refuse(newRequest, `--priority ${priority} is none of ${PRIORITIES.join(", ")}`);
    }
    const composed = composeRequest(
      {
        project,
        title: call.need("title"),
        slug: call.text("slug"),
        motivation: call.text("motivation"),
        priority,
        version: call.text("version"),
      },
      momentOf(world, call.text("now")),
    );
    if (!composed.ok) return refuse(newRequest, composed.error.message);
    const { id, request } = composed.value;
    make(world, checkedId(id), request);
    world.write(`${id}\n`);
    world.complain(`made ${REQUESTS}/${id}, which is proposed\n`);
    return 0;
  },
};

/** The folder appears at once and whole, or not: it is built beside and renamed. */
function make(world: SpecWorld, id: string, request: Parameters<typeof writeJson>[2]): void {
  useRequests(requestsPath(world), (requests) => {
    ignoreTransport(requests);
    withLock(requests, id, (state) => {
      clearIncoming(state);
      const building = incomingName();
      try {
        state.ensure(building, (folder) => {
          writeJson(folder, "request.json", request);
          addMarker(folder, "proposed");
          folder.make("attachments");
        });
        if (requests.receive(state, building, id)) return;
      } finally {
        state.removeTree(building);
      }
      throw new CannotLook(
        failure(
          "conflict",
          `the request ${id} is there already`,
          "it was left as it is; give another --slug or title",
        ),
      );
    });
  });
}
