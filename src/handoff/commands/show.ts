import { count } from "../../base/wording.ts";
import type { Command } from "../../command/command.ts";
import { formatFlag, JSON_ALIAS, printerOf } from "../../command/format.ts";
import { CannotLook } from "../../model/failure.ts";
import { arrange, type ThreadEntry } from "../../protocol/conversation.ts";
import { formatInstant } from "../../protocol/instant.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import { readingRequest, requestId, requestsPath } from "../store/place.ts";
import { type RequestView, readRequestOf } from "../store/request-view.ts";
import { markSeen } from "../store/seen.ts";
import type { SpecWorld } from "../store/world.ts";
import { changingRequest } from "../writing/changing.ts";
import { describeTrailState } from "./status.ts";

/** The formats of one request. */
export const showPrinters = { pretty: text, json };

export const show: Command<SpecWorld> = {
  name: "spec show",
  about:
    "Shows a request: what it asks, where it stands, who has taken it on, its messages. They count as read then.",
  optional: ["id"],
  flags: { id: { value: "ID", help: "the request" }, format: formatFlag(showPrinters), json: JSON_ALIAS },
  examples: [{ line: "arkitekt spec show demo-001" }],
  run(input, world) {
    const print = printerOf(input, showPrinters);
    const [operand] = input.operands;
    const asked = operand ?? input.text("id") ?? input.refuse("say which request: arkitekt spec show ID");
    if (operand !== undefined && input.text("id") !== undefined) input.refuse("the request is given twice");
    const id = requestId(world, asked);
    const place = requestsPath(world);
    const view = readingRequest(place, id, (request) => readRequestOf(place, request, id));
    world.write(print(view));
    for (const { file, message } of view.faults)
      world.complain(`arkitekt: ${onOneLine(`${file} ${message}`)}\n`);
    markRead(world, view);
    return view.faults.length > 0 ? 1 : 0;
  },
};

/** If nothing can be written they stay unread. */
function markRead(world: SpecWorld, { id, unread }: RequestView): void {
  if (unread.length === 0) return;
  try {
    changingRequest(requestsPath(world), id, (_, __, state) => markSeen(state, unread));
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
  }
}

function text(view: RequestView): string {
  const { id, request, trail, ack, messages, unread, attachments } = view;
  const entries = arrange(messages);
  const lines = [
    id,
    `  ${onOneLine(request?.title ?? "request.json cannot be read")}`,
    ...(request === undefined ? [] : [`  for ${onOneLine(request.project)}`]),
    `  ${describeTrailState(trail)}`,
    ...(ack === undefined ? [] : [`  ${onOneLine(ackLine(ack))}`]),
    ...attachments.map((path) => `  attached: ${onOneLine(path)}`),
    `  ${count(entries.length, "message")}, ${entries.filter(({ status }) => status === "open").length} open, ${unread.length} unread`,
    ...entries.flatMap((entry) => messageLines(entry, unread.includes(entry.message.id))),
  ];
  return `${lines.join("\n")}\n`;
}

function ackLine({ owner, contact, eta, branch }: NonNullable<RequestView["ack"]>): string {
  const until = eta === undefined ? "" : `, until ${eta}`;
  return `taken on by ${owner} (${contact})${until}${branch === undefined ? "" : `, on ${branch}`}`;
}

function messageLines({ message, parent, status }: ThreadEntry, isUnread: boolean): readonly string[] {
  const answers = parent === undefined ? "" : `, answers ${parent === "missing" ? message.parent : parent}`;
  const mark = isUnread ? "* " : "  ";
  const sender = onOneLine(`${message.project}/${message.agent}`);
  const [first = ""] = message.body.split(/\r\n|\r|\n/);
  return [
    `${mark}${message.id}  ${message.type}, ${status}${answers}`,
    `    ${sender}, ${formatInstant(message.createdAt)}`,
    ...(first === "" ? [] : [`    ${shortened(first)}`]),
  ];
}

function shortened(line: string): string {
  const characters = [...line];
  return characters.length <= 74 ? line : `${characters.slice(0, 73).join("")}…`;
}

function json(view: RequestView): string {
  const { id, request, trail, ack, messages, unread, attachments, text: source } = view;
  const isUnread = new Set(unread);
  const shown = {
    id,
    project: request?.project ?? null,
    title: request?.title ?? null,
    state: trail.state ?? null,
    blocked: trail.isBlocked,
    created_at: request?.createdAt === undefined ? null : formatInstant(request.createdAt),
    ack:
      ack === undefined
        ? null
        : { owner: ack.owner, contact: ack.contact, status: ack.status, eta: ack.eta ?? null },
    attachments,
    messages: arrange(messages).map(({ message, status }) => ({
      id: message.id,
      type: message.type,
      status,
      from: { project: message.project, agent: message.agent },
      parent: message.parent ?? null,
      created_at: formatInstant(message.createdAt),
      unread: isUnread.has(message.id),
      attachments: message.attachments,
      body: message.body,
    })),
    request: source ?? null,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
