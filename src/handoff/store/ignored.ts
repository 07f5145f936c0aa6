import { REQUEST_SCHEMA } from "../../protocol/generated/request-schema.generated.ts";
import type { Folder } from "../../system/folder.ts";

const IGNORED = [
  "/*/inbox/",
  "/*/outbox/",
  "/*/thread.md",
  "/*/attachments/tmp/",
  "/.archive/*/inbox/",
  "/.archive/*/outbox/",
  "/.archive/*/thread.md",
  "/.archive/*/attachments/tmp/",
  "/.arkitekt/",
  ".arkitekt-*.tmp",
];

/** Writes the protocol's list of what Git does not track into `.gitignore`; lines that somebody else wrote stay. */
export function ignoreTransport(requests: Folder): void {
  const read = requests.read(".gitignore", 1024 * 1024);
  if (read.kind === "missing") {
    requests.create(".gitignore", Buffer.from(`${IGNORED.join("\n")}\n`));
    return;
  }
  if (read.kind !== "file") return;
  const text = read.bytes.toString("utf8");
  const lines = new Set(text.split(/\r?\n/));
  const missing = IGNORED.filter((line) => !lines.has(line));
  if (missing.length === 0) return;
  const gap = text === "" || text.endsWith("\n") ? "" : "\n";
  requests.replace(".gitignore", Buffer.from(`${text}${gap}${missing.join("\n")}\n`));
}

/** The schema of requests, for whoever reads them; one that is there stays. */
export function writeSchema(requests: Folder): void {
  if (requests.kindOf("schema.json") === undefined)
    requests.create("schema.json", Buffer.from(REQUEST_SCHEMA));
}
