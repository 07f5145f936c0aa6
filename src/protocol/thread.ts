import { count } from "../base/wording.ts";
import { arrange, type ThreadEntry } from "./conversation.ts";
import { formatInstant } from "./instant.ts";
import { codeSpan, fencedBlock, inlineText } from "./markdown-text.ts";
import type { Message } from "./message.ts";
import { type Request, requestFileOf } from "./request.ts";

/**
 * The text of `thread.md`: a pure function of the request (its id and the text of `request.json`) and its messages, so both sides of a
 * hand-off render the same bytes, whatever box a message lies in. Every entry begins with a heading; what people wrote stands in
 * fenced blocks, and nothing in those can look like an entry.
 */
export function renderThread(requestId: string, messages: readonly Message[], request?: string): string {
  const entries = arrange(messages);
  const open = entries.filter(({ status }) => status === "open").length;
  const counts = `${count(entries.length, "message")}, ${open} open`;
  const from = "Rendered from the request and its messages; edits here are lost.";
  const head = `# Thread of ${codeSpan(requestId)}\n\n${counts}. ${from}\n`;
  return [head, renderRequest(request), ...entries.map(renderEntry)].join("\n");
}

/** The text as it is written; a title that can be read stands above it. */
function renderRequest(text: string | undefined): string {
  if (text === undefined) return "## Request\n\nrequest.json is not here, or is not text.\n";
  const file = requestFileOf(text);
  const facts = file.ok ? factsOf(file.value.reading.value) : ["request.json cannot be read"];
  return `## Request\n\n${facts.join(" · ")}\n\n${fencedBlock(text)}\n`;
}

function factsOf({ title, project, createdAt }: Request): readonly string[] {
  const since = createdAt === undefined ? [] : [formatInstant(createdAt)];
  return [`**${inlineText(title)}**`, `for ${inlineText(project)}`, ...since];
}

function renderEntry({ message, number, parent, status }: ThreadEntry): string {
  const author = `${inlineText(message.project)}/${inlineText(message.agent)}`;
  const facts = [
    codeSpan(message.id),
    ...(parent === undefined ? [] : [answers(message, parent)]),
    ...aboutOf(message),
    ...message.attachments.map((path) => `attached ${codeSpan(path)}`),
  ];
  return [
    `## ${number}. ${message.type} · ${author} · ${formatInstant(message.createdAt)} · ${status}`,
    "",
    facts.join(" · "),
    "",
    fencedBlock(message.body),
    "",
  ].join("\n");
}

function answers(message: Message, parent: number | "missing"): string {
  if (parent === "missing") return `answers ${codeSpan(message.parent ?? "")}, which is not here`;
  return `answers ${parent}`;
}

function aboutOf({ ref }: Message): string[] {
  if (ref === undefined || (ref.path === undefined && ref.pointer === undefined)) return [];
  const pieces = [ref.path, ref.pointer].flatMap((piece) => (piece === undefined ? [] : [codeSpan(piece)]));
  return [`about ${pieces.join(" ")}`];
}
