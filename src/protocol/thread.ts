import { count } from "../base/wording.ts";
import { arrange, type Entry } from "./conversation.ts";
import { formatInstant } from "./instant.ts";
import { codeSpan, fencedBlock, inlineText } from "./markdown-text.ts";
import type { Message } from "./message.ts";

/**
 * The text of `thread.md`: a pure function of the request's id and its messages, so both sides of a hand-off render the
 * same bytes, whatever box a message lies in. Every entry begins with a heading; what people wrote stands in
 * fenced blocks, and nothing in it can look like an entry.
 */
export function renderThread(requestId: string, messages: readonly Message[]): string {
  const entries = arrange(messages);
  const open = entries.filter(({ status }) => status === "open").length;
  const counts = `${count(entries.length, "message")}, ${open} open`;
  const head = `# Thread of ${codeSpan(requestId)}\n\n${counts}. Rendered from the messages; edits here are lost.\n`;
  return [head, ...entries.map(renderEntry)].join("\n");
}

function renderEntry({ message, number, parent, status }: Entry): string {
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
