import { withGuess } from "../../base/wording.ts";
import type { Command, Input } from "../../command/command.ts";
import { formatFlag, JSON_ALIAS, printerOf } from "../../command/format.ts";
import { statuses } from "../../protocol/conversation.ts";
import { formatInstant, type Instant, parseInstant } from "../../protocol/instant.ts";
import { onOneLine } from "../../protocol/markdown-text.ts";
import type { Folder } from "../../system/folder.ts";
import { idsIn, inRequests, type RequestFolder, requestsPath } from "../store/place.ts";
import { readRequestOf } from "../store/request-view.ts";
import { momentOf, type SpecWorld } from "../store/world.ts";
import { NOW } from "./flags.ts";

/** The formats of the list of requests. */
export const listPrinters = {
  pretty: ({ rows, now }: Listing): string => table(rows, now),
  json: ({ rows }: Listing): string => json(rows),
};

const STATES = ["proposed", "accepted", "in_progress", "implemented", "rejected", "none"] as const;

export const list: Command<SpecWorld> = {
  name: "spec list",
  about: "Shows every request: id, project, state, age, open and unread messages.",
  flags: {
    state: {
      value: [...STATES, "blocked"].join("|"),
      help: "only those that stand there",
      isRepeatable: true,
    },
    project: { value: "NAME", help: "only those for this project", isRepeatable: true },
    open: { help: "only those with open messages" },
    unread: { help: "only those with messages that came and were neither shown nor answered" },
    format: formatFlag(listPrinters),
    json: JSON_ALIAS,
    now: NOW,
  },
  examples: [{ line: "arkitekt spec list" }, { line: "arkitekt spec list --state accepted --unread" }],
  run(input, world) {
    const print = printerOf(input, listPrinters);
    const wanted = wantedBy(input);
    const now = momentOf(world, input.text("now"));
    world.write(print({ rows: listedRequests(world).filter(wanted), now }));
    return 0;
  },
};

/** Of several states, or projects, one has to fit; of different kinds of flags all have to. */
function wantedBy(input: Input): (row: Row) => boolean {
  const states = input.list("state").map((state) => (state === "done" ? "implemented" : state));
  const known: readonly string[] = [...STATES, "blocked"];
  const unknown = states.find((state) => !known.includes(state));
  if (unknown !== undefined)
    input.refuse(withGuess(`--state ${unknown} is not one of ${known.join(", ")}`, unknown, known));
  const projects = input.list("project");
  return (row) =>
    (states.length === 0 ||
      states.includes(row.state.replace(", blocked", "")) ||
      (states.includes("blocked") && row.state.endsWith(", blocked"))) &&
    (projects.length === 0 || projects.includes(row.project ?? "")) &&
    (!input.has("open") || row.open > 0) &&
    (!input.has("unread") || row.unread > 0);
}

/** Every request there is; none if there is no folder of requests. */
export function listedRequests(world: SpecWorld): readonly Row[] {
  const place = requestsPath(world);
  const rows = inRequests(place, (requests) =>
    idsIn(requests).flatMap((id) => requests.within(id, (request) => [rowOf(place, request, id)]) ?? []),
  );
  return rows ?? [];
}

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
  readonly unread: number;
  /** Messages that cannot be read. */
  readonly faults: number;
}

function rowOf(place: RequestFolder, folder: Folder, id: string): Row {
  const { request, trail, messages, faults, unread } = readRequestOf(place, folder, id);
  const open = [...statuses(messages).values()].filter((status) => status === "open");
  return {
    id,
    project: request?.project,
    title: request?.title,
    state: `${trail.state ?? "none"}${trail.isBlocked ? ", blocked" : ""}`,
    createdAt: request?.createdAt ?? instantInId(id),
    open: open.length,
    unread: unread.length,
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
    unread_messages: row.unread,
    unreadable_messages: row.faults,
  }));
  return `${JSON.stringify({ requests }, null, 2)}\n`;
}

const WIDTH = 80;

/** One line for each; where the ids are too long for that, the id stands on a line of its own. */
function table(rows: readonly Row[], now: Instant): string {
  if (rows.length === 0) return "no requests\n";
  const head = ["project", "state", "age", "open", "unread"];
  const cells = rows.map((row) => [
    onOneLine(row.project ?? "?"),
    row.state,
    age(row.createdAt, now),
    row.faults === 0 ? String(row.open) : `${row.open} (${row.faults} unreadable)`,
    String(row.unread),
  ]);
  const one = aligned([["id", ...head], ...cells.map((row, index) => [rows[index]?.id ?? "", ...row])]);
  if (one.every((line) => line.length <= WIDTH)) return `${one.join("\n")}\n`;
  const [first = "", ...rest] = aligned(narrowed([head, ...cells], WIDTH - 2));
  const two = rest.flatMap((line, index) => [rows[index]?.id ?? "", `  ${line}`]);
  return `${["id", `  ${first}`, ...two].join("\n")}\n`;
}

/** With names of projects cut where a line would be too long: only their length has no limit. */
function narrowed(table: readonly (readonly string[])[], width: number): readonly (readonly string[])[] {
  const longest = (texts: readonly string[]) => texts.reduce((most, { length }) => Math.max(most, length), 0);
  const surplus = longest(aligned(table)) - width;
  const room = longest(table.map(([project = ""]) => project)) - surplus;
  if (surplus <= 0) return table;
  return table.map(([project = "", ...others]) => [
    project.length <= room ? project : `${project.slice(0, room - 1)}…`,
    ...others,
  ]);
}

function aligned(table: readonly (readonly string[])[]): readonly string[] {
  const widths = (table[0] ?? []).map((_, column) =>
    table.reduce((widest, row) => Math.max(widest, (row[column] ?? "").length), 0),
  );
  return table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function age(since: Instant | undefined, now: Instant): string {
  if (since === undefined) return "?";
  const minutes = Math.floor((now.seconds - since.seconds) / 60);
  if (minutes < 0) return "in the future";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 60 * 48) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 60 / 24)} days`;
}
