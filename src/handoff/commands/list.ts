import type { Command } from "../../command/command.ts";
import { formatFlag, JSON_ALIAS, printerOf } from "../../command/format.ts";
import { statuses } from "../../protocol/conversation.ts";
import { formatInstant, type Instant, parseInstant } from "../../protocol/instant.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import { requestFileOf } from "../../protocol/request.ts";
import { trailStateOf } from "../../protocol/trail.ts";
import type { Folder } from "../../system/folder.ts";
import { LIMITS } from "../store/limits.ts";
import { readMailbox } from "../store/mailbox.ts";
import { idsIn, inRequests, requestsPath } from "../store/place.ts";
import { markersIn } from "../store/request-folder.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { NOW } from "./flags.ts";

/** The formats of the list of requests. */
export const listPrinters = {
  pretty: ({ rows, now }: Listing): string => table(rows, now),
  json: ({ rows }: Listing): string => json(rows),
};

export const list: Command<SpecWorld> = {
  name: "spec list",
  about: "Shows every request: id, project, state, age, open messages.",
  flags: { format: formatFlag(listPrinters), json: JSON_ALIAS, now: NOW },
  examples: [{ line: "arkitekt spec list" }],
  run(input, world) {
    const print = printerOf(input, listPrinters);
    const now = momentOf(world, input.text("now"));
    const rows =
      inRequests(requestsPath(world), (requests) =>
        idsIn(requests).flatMap((id) => requests.within(id, (request) => [rowOf(request, id)]) ?? []),
      ) ?? [];
    world.write(print({ rows, now }));
    return 0;
  },
};

interface Listing {
  readonly rows: readonly Row[];
  readonly now: Instant;
}

interface Row {
  readonly id: string;
  /** Undefined when request.json cannot be read. */
  readonly project: string | undefined;
  readonly title: string | undefined;
  readonly state: string;
  readonly createdAt: Instant | undefined;
  readonly open: number;
  /** Messages that cannot be read. */
  readonly faults: number;
}

function rowOf(request: Folder, id: string): Row {
  const read = request.read("request.json", LIMITS.request);
  const file = requestFileOf(read.kind === "file" ? read.bytes.toString("utf8") : "");
  const known = file.ok ? file.value.reading.value : undefined;
  const { state, isBlocked } = trailStateOf(markersIn(request));
  const { held, faults } = readMailbox(request, id);
  const open = [...statuses(held.map(({ message }) => message)).values()].filter(
    (status) => status === "open",
  );
  return {
    id,
    project: known?.project,
    title: known?.title,
    state: `${state ?? "none"}${isBlocked ? ", blocked" : ""}`,
    createdAt: known?.createdAt ?? instantInId(id),
    open: open.length,
    faults: faults.length,
  };
}

/** Ids begin with the time they were made, `20250831T155000Z`; other programs leave the zone out or write fractions. */
function instantInId(id: string): Instant | undefined {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})T(\d{2}):?(\d{2}):?(\d{2})(?:\.\d+)?Z?(?=[_-]|$)/.exec(id);
  if (match === null) return undefined;
  const [, year, month, day, hours, minutes, seconds] = match;
  return parseInstant(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
}

function json(rows: readonly Row[]): string {
  const requests = rows.map(({ createdAt, project, title, ...row }) => ({
    id: row.id,
    project: project ?? null,
    title: title ?? null,
    state: row.state,
    created_at: createdAt === undefined ? null : formatInstant(createdAt),
    open_messages: row.open,
    unreadable_messages: row.faults,
  }));
  return `${JSON.stringify({ requests }, null, 2)}\n`;
}

function table(rows: readonly Row[], now: Instant): string {
  if (rows.length === 0) return "no requests\n";
  const cells = rows.map((row) => [
    row.id,
    onOneLine(row.project ?? "?"),
    row.state,
    age(row.createdAt, now),
    row.faults === 0 ? String(row.open) : `${row.open} (${row.faults} unreadable)`,
  ]);
  const all = [["id", "project", "state", "age", "open"], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return `${all.map(line).join("\n")}\n`;
}

function age(since: Instant | undefined, now: Instant): string {
  if (since === undefined) return "?";
  const minutes = Math.floor((now.seconds - since.seconds) / 60);
  if (minutes < 0) return "in the future";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 60 * 48) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 60 / 24)} days`;
}
