import { compareInstants } from "./instant.ts";
import type { Message, MessageStatus } from "./message.ts";

/** A message in its place: replies stand right after what they answer. */
export interface ThreadEntry {
  readonly message: Message;
  /** Its place, from 1. */
  readonly number: number;
  /** The number of the message it answers; "missing" if that one is not here. */
  readonly parent: number | "missing" | undefined;
  /** The status that decisions have given it. */
  readonly status: MessageStatus;
}

/** Messages by the moment they were made, then by id, replies under their parents. The order they come in does not matter. */
export function arrange(messages: readonly Message[]): readonly ThreadEntry[] {
  const sorted = [...messages].sort(byTime);
  const ids = new Set(sorted.map(({ id }) => id));
  const replies = new Map<string, Message[]>();
  const roots: Message[] = [];
  for (const message of sorted) {
    const { parent } = message;
    if (parent === undefined || !ids.has(parent) || parent === message.id) roots.push(message);
    else replies.set(parent, [...(replies.get(parent) ?? []), message]);
  }
  return number(flatten([...roots, ...sorted], replies), statuses(sorted));
}

/**
 * The status of each message: its own, until a decision answers it. A decision gives its own status to what it answers;
 * the latest one counts, so a superseded proposal may be settled again.
 */
export function statuses(messages: readonly Message[]): ReadonlyMap<string, MessageStatus> {
  const result = new Map(messages.map(({ id, status }) => [id, status]));
  for (const { type, parent, status } of [...messages].sort(byTime)) {
    if (type === "decision" && parent !== undefined && result.has(parent)) result.set(parent, status);
  }
  return result;
}

export function byTime(left: Message, right: Message): number {
  const order = compareInstants(left.createdAt, right.createdAt);
  if (order !== 0) return order;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** Depth first without recursion. `starts` ends with every message, so that answers in a cycle are reached too. */
function flatten(
  starts: readonly Message[],
  replies: ReadonlyMap<string, readonly Message[]>,
): readonly Message[] {
  const seen = new Set<string>();
  const order: Message[] = [];
  for (const start of starts) {
    const stack = [start];
    for (let message = stack.pop(); message !== undefined; message = stack.pop()) {
      if (seen.has(message.id)) continue;
      seen.add(message.id);
      order.push(message);
      stack.push(...[...(replies.get(message.id) ?? [])].reverse());
    }
  }
  return order;
}

function number(
  order: readonly Message[],
  known: ReadonlyMap<string, MessageStatus>,
): readonly ThreadEntry[] {
  const places = new Map(order.map(({ id }, index) => [id, index + 1]));
  return order.map((message, index) => ({
    message,
    number: index + 1,
    parent: message.parent === undefined ? undefined : (places.get(message.parent) ?? "missing"),
    status: known.get(message.id) ?? message.status,
  }));
}
