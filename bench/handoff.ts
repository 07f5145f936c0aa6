import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prettyJson } from "../src/json/value.ts";
import { composeRequest } from "../src/protocol/compose-request.ts";
import { composeMessage, messageFile } from "../src/protocol/message.ts";
import { benchEnvironment } from "./environment.ts";
import type { Figures, Row } from "./figures.ts";
import { program } from "./gate.ts";
import { must, sideBySide } from "./measure.ts";

const REQUESTS = [250, 500, 1000];
const MESSAGES_EACH = 20;
const THREAD = [1250, 2500, 5000];

/** `spec list`, `spec lint --all` and `spec thread render`, each at three sizes: what grows must not grow faster than they do. */
export async function handoff(): Promise<Figures> {
  const base = mkdtempSync(join(tmpdir(), "bench-handoff-"));
  try {
    const many = REQUESTS.map((count) => repositoryWith(base, count, MESSAGES_EACH));
    const long = THREAD.map((count) => repositoryWith(base, 1, count));
    return {
      title: "Hand-off",
      note: `Requests with ${MESSAGES_EACH} messages each, and one request with a long thread; start-up of Node included.`,
      rows: [
        ...growth("spec list", REQUESTS, many, () => ["list"]),
        ...growth("spec lint --all", REQUESTS, many, () => ["lint", "--all"]),
        ...growth("spec thread render", THREAD, long, ({ ids }) => [
          "thread",
          "render",
          "--id",
          ids[0] ?? "",
        ]),
      ],
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

interface Place {
  readonly folder: string;
  readonly ids: readonly string[];
}

/** A row for each size: the time, and by how much it grew against the size before (2 is linear, for twice the size). */
function growth(
  what: string,
  sizes: readonly number[],
  places: readonly Place[],
  args: (place: Place) => readonly string[],
): Row[] {
  const env = benchEnvironment();
  const timings = sideBySide(
    places.map((place, index) => ({
      name: String(sizes[index]),
      run: () => void must(process.execPath, [program, "spec", ...args(place)], { cwd: place.folder, env }),
    })),
    5,
  );
  return timings.flatMap(({ name, median }, index): Row[] => {
    const before = timings[index - 1]?.median;
    const of = what === "spec thread render" ? "messages" : "requests";
    const row = { what: `${what}, ${name} ${of}`, value: median, unit: " ms" };
    if (before === undefined) return [row];
    return [row, { what: `${what}: twice the size takes`, value: median / before, unit: "×", most: 2.3 }];
  });
}

function repositoryWith(base: string, requests: number, messages: number): Place {
  const folder = mkdtempSync(join(base, "repo-"));
  must("git", ["init", "--quiet", folder], { env: benchEnvironment() });
  const ids = Array.from({ length: requests }, (_, number) => writeRequest(folder, number, messages));
  return { folder, ids };
}

const START = Date.UTC(2025, 0, 1) / 1000;

function writeRequest(folder: string, number: number, messages: number): string {
  const asked = {
    project: "jsonld",
    title: `Request ${number}`,
    slug: undefined,
    motivation: undefined,
    priority: undefined,
    version: undefined,
  };
  const made = composeRequest(asked, { seconds: START + number * 60, fraction: "" });
  if (!made.ok) throw new Error(made.error.message);
  const { id, request } = made.value;
  const place = join(folder, "work/spec_requests", id);
  for (const box of ["inbox", "outbox"]) mkdirSync(join(place, box), { recursive: true });
  writeFileSync(join(place, "request.json"), prettyJson(request));
  writeFileSync(join(place, "proposed.status"), "");
  let parent: string | undefined;
  for (let at = 0; at < messages; at++) {
    const said = composeMessage(
      {
        project: at % 2 === 0 ? "jsonld" : "markdown_ld",
        agent: "codex",
        type: at % 5 === 4 ? "decision" : "comment",
        body: `Message ${at}: ${"what is said about it. ".repeat(12)}\n`,
        requestId: id,
        parent: at % 3 === 0 ? undefined : parent,
        status: "open",
        ref: { path: "request.json", pointer: "/api" },
        attachments: [],
      },
      { seconds: START + number * 60 + at, fraction: "" },
    );
    if (!said.ok) throw new Error(said.error.message);
    parent = said.value.id;
    writeFileSync(
      join(place, at % 2 === 0 ? "outbox" : "inbox", messageFile(parent)),
      prettyJson(said.value.json),
    );
  }
  return id;
}
