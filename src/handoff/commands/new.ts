import type { Command } from "../../command/command.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { composeRequest, PRIORITIES } from "../../protocol/compose-request.ts";
import { ignoreTransport } from "../store/ignored.ts";
import { clearIncoming, incomingName } from "../store/incoming.ts";
import { checkedId, REQUESTS, requestsPath, useRequests, withLock } from "../store/place.ts";
import { addMarker, writeJson } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { NOW } from "./flags.ts";

export const newRequest: Command<SpecWorld> = {
  name: "spec new",
  about: "Makes a spec request: its folder, request.json and proposed.status.",
  operands: ["project"],
  flags: {
    title: { value: "TEXT", help: "what is asked for, in one line", isRequired: true },
    slug: { value: "SLUG", help: "its short name in the id; made from the title by default" },
    motivation: { value: "TEXT", help: "why" },
    priority: { value: PRIORITIES.join("|"), help: "high by default" },
    version: { value: "VERSION", help: "v1 by default" },
    now: NOW,
  },
  examples: [{ line: 'arkitekt spec new jsonld --title "URDNA2015 canonicalization + hashing"' }],
  run(input, world) {
    const [project = ""] = input.operands;
    if (!world.projects.includes(project)) {
      input.refuse(
        `${project} is not a project`,
        `projects are ${world.projects.join(", ")}; the policy names them in handoff.projects`,
      );
    }
    if (/[\0-\x1f\x7f]/.test(input.need("title"))) input.refuse("--title must be one line of text");
    const priority = input.choice("priority", PRIORITIES);
    const composed = composeRequest(
      {
        project,
        title: input.need("title"),
        slug: input.text("slug"),
        motivation: input.text("motivation"),
        priority,
        version: input.text("version"),
      },
      momentOf(world, input.text("now")),
    );
    if (!composed.ok) return input.refuse(composed.error.message);
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
