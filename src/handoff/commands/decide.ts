import type { Command, Input } from "../../command/command.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { byTime } from "../../protocol/conversation.ts";
import type { Folder } from "../../system/folder.ts";
import { type HeldMessage, readMailbox } from "../store/mailbox.ts";
import { messageNamed } from "../store/message-named.ts";
import { idsIn, inRequests, readingRequest, requestId, requestsPath, stateOf } from "../store/place.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { writeMessage } from "../store/write-message.ts";
import { anybodysWord } from "../store/written.ts";
import { NOW } from "./flags.ts";
import { SENDER_FLAGS, senderOf, WORDS } from "./msg-new.ts";

export const decide: Command<SpecWorld> = {
  name: "spec decide",
  about: "Accepts or rejects a message of the other side: a decision in the outbox.",
  operands: ["message"],
  flags: {
    accept: { help: "it is settled: its patches are applied by spec apply" },
    reject: { help: "it is dropped" },
    id: { value: "ID", help: "the request, where the message alone does not say it" },
    message: WORDS,
    ...SENDER_FLAGS,
    now: NOW,
  },
  oneOf: { flags: ["accept", "reject"], isNeeded: true },
  examples: [{ line: 'arkitekt spec decide 20250831T160000Z-d3e4f5 --accept -m "as proposed"' }],
  run(input, world) {
    const { id, held } = found(input, world);
    const status = input.has("accept") ? "resolved" : "superseded";
    const word = status === "resolved" ? "accepted" : "rejected";
    if (held.box === "outbox") {
      const own = `${held.message.id} is a message of this side, and nobody decides their own`;
      throw new CannotLook(failure("conflict", own, "the other side decides it"));
    }
    const before = decisionOn(world, id, held.message.id);
    if (before?.status === status) {
      world.write(`${before.id}\n`);
      world.complain(`${held.message.id} is ${word} already\n`);
      return 0;
    }
    const decision = writeMessage(world, {
      ...senderOf(input, world),
      requestId: id,
      type: "decision",
      body: `${input.text("message") ?? word}\n`,
      status,
      ref: undefined,
      parent: held.message.id,
      parcels: [],
      now: momentOf(world, input.text("now")),
    });
    world.write(`${decision}\n`);
    world.complain(`${word} ${held.message.id}; \`arkitekt spec msg push --id ${id}\` brings it over\n`);
    return 0;
  },
};

/** Our last decision on a message; one that could be anybody's word is made again. */
function decisionOn(world: SpecWorld, id: string, about: string) {
  const place = requestsPath(world);
  const look = (request: Folder, state: Folder | undefined) => {
    const isAnybodys = anybodysWord(world, id, request, state);
    return readMailbox(request, id, ["outbox"])
      .held.filter((held) => held.message.type === "decision" && held.message.parent === about)
      .filter((held) => isAnybodys(held) === undefined)
      .map((held) => held.message)
      .sort(byTime)
      .at(-1);
  };
  return readingRequest(place, id, (request) => {
    const seen = inRequests(place, (all) =>
      stateOf(all, id, (state) => ({ decision: look(request, state) })),
    );
    return seen === undefined ? look(request, undefined) : seen.decision;
  });
}

function found(input: Input, world: SpecWorld): { readonly id: string; readonly held: HeldMessage } {
  const [name = ""] = input.operands;
  const place = requestsPath(world);
  const asked = input.text("id");
  const ids = asked === undefined ? (inRequests(place, idsIn) ?? []) : [requestId(world, asked)];
  const all = ids.flatMap((id) => {
    const held = readingRequest(place, id, (request) => messageNamed(readMailbox(request, id).held, name));
    return held === undefined ? [] : [{ id, held }];
  });
  const [first, second] = all;
  if (first !== undefined && second === undefined) return first;
  if (second !== undefined)
    return input.refuse(`${name} is in ${all.map(({ id }) => id).join(" and in ")}`, "say which with --id");
  throw new CannotLook(
    failure("no-such-message", `there is no message ${name}`, "run `arkitekt spec show` to see them"),
  );
}
