import { basename, resolve } from "node:path";
import type { Command } from "../../command/command.ts";
import { withValues } from "../../json/with-members.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { safeSegment } from "../../protocol/safe-path.ts";
import { readNamedFile } from "../../system/places.ts";
import { LIMITS } from "../store/limits.ts";
import { requestId, requestsPath } from "../store/place.ts";
import { editedJson, needRequest } from "../store/request-folder.ts";
import type { SpecWorld } from "../store/world.ts";
import { changingRequest } from "../writing/changing.ts";

export const attach: Command<SpecWorld> = {
  name: "spec attach",
  about: "Copies a file to a request's attachments and lists it in request.json.",
  flags: {
    to: { value: "ID", help: "the request", isRequired: true },
    file: { value: "PATH", help: "the file", isRequired: true },
  },
  examples: [{ line: "arkitekt spec attach --to demo-001 --file work/jsonld_spec_proposals.md" }],
  run(input, world) {
    const file = resolve(world.cwd, input.need("file"));
    const name = safeSegment(basename(file), "the file name");
    if (!name.ok) return input.refuse(name.error.message, "rename the file and attach it again");
    const bytes = readNamedFile(file, LIMITS.attachment);
    const path = `attachments/${name.value}`;
    changingRequest(requestsPath(world), requestId(world, input.need("to")), (request, stage) => {
      const { record, reading, text } = needRequest(request);
      const landed = stage.add(["attachments", name.value], bytes);
      if (!landed.ok) {
        throw new CannotLook(failure("conflict", landed.error, "rename the file and attach it again"));
      }
      if (!reading.value.attachments.includes(path)) {
        const place = Array.isArray(record["attachments"]) ? ["attachments", "-"] : ["attachments"];
        const edited = withValues(text, [[place, place.length === 1 ? [path] : path]]);
        stage.replace(["request.json"], Buffer.from(editedJson(request, "request.json", edited)));
      }
    });
    world.write(`${path}\n`);
    return 0;
  },
};
