import type { Command } from "../../command/command.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { isEnd, step } from "../../protocol/trail.ts";
import { ignoreTransport } from "../store/ignored.ts";
import { ARCHIVE, requestId, requestsPath, useRequests } from "../store/place.ts";
import { markersIn } from "../store/request-folder.ts";
import type { SpecWorld } from "../store/world.ts";
import { finishChange, withLock } from "../writing/changing.ts";
import { isCutShort } from "../writing/journal.ts";

export const archive: Command<SpecWorld> = {
  name: "spec archive",
  about: "Puts a request that has ended away, as it is: into .archive beside the others.",
  optional: ["id"],
  flags: { id: { value: "ID", help: "the request" } },
  examples: [{ line: "arkitekt spec archive demo-001" }],
  run(input, world) {
    const [operand] = input.operands;
    const asked = operand ?? input.text("id") ?? input.refuse("say which request: arkitekt spec archive ID");
    if (operand !== undefined && input.text("id") !== undefined) input.refuse("the request is given twice");
    const id = requestId(world, asked);
    const place = requestsPath(world);
    useRequests(place, (requests) => {
      ignoreTransport(requests);
      const isThere = withLock(requests, id, (state) =>
        requests.within(id, (request) => {
          finishChange({ place, id, request, state });
          refuseOpen(id, markersIn(request));
          if (isCutShort(state, "apply.journal"))
            throw new CannotLook(
              failure("conflict", `${id}: an apply was cut short`, `arkitekt spec apply --id ${id}`),
            );
          const isMoved = requests.ensure(ARCHIVE, (put) => put.receive(requests, id, id));
          if (!isMoved)
            throw new CannotLook(failure("conflict", `${id} is in ${ARCHIVE} already`, "nothing was moved"));
          requests.sync();
          return true;
        }),
      );
      if (isThere === undefined)
        throw new CannotLook(
          failure("no-such-request", `there is no request ${id}`, "run `arkitekt spec list` to see the ids"),
        );
    });
    world.write(`${world.folder}/${ARCHIVE}/${id}\n`);
    world.complain(`commit the move: git add -A ${world.folder}\n`);
    return 0;
  },
};

function refuseOpen(id: string, markers: ReadonlySet<string>): void {
  const trail = step(new Set(), markers);
  if (!trail.ok)
    throw new CannotLook(
      failure("broken-trail", `${id}: ${trail.error.message}`, "run `arkitekt spec lint` on it"),
    );
  if (!isEnd(trail.value.state))
    throw new CannotLook(
      failure(
        "broken-trail",
        `${id} is ${trail.value.state ?? "without a marker"}, and not at its end`,
        "archive it once it is implemented or rejected",
      ),
    );
}
