import { resolve } from "node:path";
import { decodeUtf8 } from "../../base/utf8.ts";
import type { Command, Input } from "../../command/command.ts";
import { canonicalTree } from "../../json/canonical-tree.ts";
import { showJsonFault } from "../../json/fault.ts";
import { parseJson } from "../../json/text.ts";
import { isRecord, type JsonRecord, plainValue, prettyJson, readJson } from "../../json/value.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { composeRequest, PRIORITIES } from "../../protocol/compose-request.ts";
import { readNamedFile } from "../../system/places.ts";
import { ignoreTransport, writeSchema } from "../store/ignored.ts";
import { LIMITS } from "../store/limits.ts";
import { checkedId, requestsPath, useRequests } from "../store/place.ts";
import { addMarker } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { withLock } from "../writing/changing.ts";
import { clearIncoming, incomingName } from "../writing/incoming.ts";
import { Stage } from "../writing/stage.ts";
import { NOW } from "./flags.ts";

export const newRequest: Command<SpecWorld> = {
  name: "spec new",
  about: "Makes a spec request: its folder, request.json and proposed.status.",
  operands: ["project"],
  flags: {
    title: { value: "TEXT", help: "what is asked for, in one line", isRequired: true },
    slug: { value: "SLUG", help: "its short name in the id; made from the title by default" },
    motivation: { value: "TEXT", help: "why" },
    api: { value: "FILE", help: "the interface that is asked for, as JSON: an object" },
    acceptance: { value: "TEXT", help: "what must hold when it is done", isRepeatable: true },
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
        api: apiOf(input, world),
        acceptance: input.list("acceptance"),
      },
      momentOf(world, input.text("now")),
    );
    if (!composed.ok) return input.refuse(composed.error.message);
    const { id, request } = composed.value;
    make(world, checkedId(id), request);
    world.write(`${id}\n`);
    world.complain(`made ${world.folder}/${id}, which is proposed\n`);
    return 0;
  },
};

function apiOf(input: Input, world: SpecWorld): JsonRecord {
  const path = input.text("api");
  if (path === undefined) return {};
  const bytes = path === "-" ? world.readInput() : readNamedFile(resolve(world.cwd, path), LIMITS.request);
  const text = decodeUtf8(bytes);
  if (!text.ok) return input.refuse(`--api ${path} is not UTF-8`, "save it as UTF-8");
  const json = readJson(text.value);
  if (!json.ok)
    return input.refuse(`--api ${path}: ${showJsonFault(json.error)}`, "mend it and run the command again");
  if (!isRecord(json.value)) return input.refuse(`--api ${path} must hold a JSON object`);
  if (!isKeptAsData(text.value))
    return input.refuse(`--api ${path} holds a number that would be rounded`, "write it as a text");
  return json.value;
}

function isKeptAsData(text: string): boolean {
  const document = parseJson(text);
  if (!document.ok) return false;
  const again = parseJson(JSON.stringify(plainValue(document.value.root)));
  return again.ok && canonicalTree(again.value.root) === canonicalTree(document.value.root);
}

/** The folder appears at once and whole, or not at all: it is built beside its place and renamed. */
function make(world: SpecWorld, id: string, request: JsonRecord): void {
  useRequests(requestsPath(world), (requests) => {
    ignoreTransport(requests);
    writeSchema(requests);
    withLock(requests, id, (state) => {
      clearIncoming(state);
      const building = incomingName();
      try {
        state.ensure(building, (folder) => {
          const stage = new Stage(folder);
          stage.add(["request.json"], Buffer.from(prettyJson(request)));
          addMarker(stage, "proposed");
          stage.settle();
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
