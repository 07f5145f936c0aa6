import { basename, resolve } from "node:path";
import type { Command } from "../../command/command.ts";
import type { JsonRecord, JsonValue } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { safeSegment } from "../../protocol/safe-path.ts";
import { readNamedFile } from "../../system/places.ts";
import { land } from "../store/delivery.ts";
import { LIMITS } from "../store/limits.ts";
import { changingRequest, checkedId, requestsPath } from "../store/place.ts";
import { needRequest, writeJson } from "../store/request-folder.ts";
import type { SpecWorld } from "../store/world.ts";

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
    return changingRequest(requestsPath(world), checkedId(input.need("to")), (request) => {
      const { record, reading } = needRequest(request);
      const landed = land(request, ["attachments", name.value], bytes);
      if (!landed.ok) {
        throw new CannotLook(failure("conflict", landed.error, "rename the file and attach it again"));
      }
      if (!reading.value.attachments.includes(path)) {
        writeJson(request, "request.json", withAttachment(record, path));
      }
      world.write(`${path}\n`);
      return 0;
    });
  },
};

function withAttachment(record: JsonRecord, path: string): JsonRecord {
  const listed: JsonValue = record["attachments"] ?? [];
  return { ...record, attachments: Array.isArray(listed) ? [...listed, path] : [path] };
}
