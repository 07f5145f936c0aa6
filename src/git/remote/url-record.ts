// Which address each remote had when the gate last saw it. Git itself does not remember it, and what was fetched from one
// repository says nothing about another one that takes over its name.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileFailure, readFileIfThere, replaceFile } from "../../system/files.ts";

export interface KnownRemote {
  readonly url: string;
  /** By ref, how far its log is about another repository: the mark of an entry, or what the ref held when it had no log. */
  readonly before: Readonly<Record<string, string>>;
}

export type UrlRecord = Readonly<Record<string, KnownRemote>>;

/** Empty if nothing was written yet; "damaged" for a record that is not what was written. */
export function readUrlRecord(commonDir: string): UrlRecord | "damaged" {
  const text = readFileIfThere(placeOf(commonDir))?.toString("utf8");
  if (text === undefined) return {};
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  return text.slice(0, Math.max(end, 0)) === digestOf(body) ? (JSON.parse(body) as UrlRecord) : "damaged";
}

/** A Git folder without a gate, or one that nobody may write to, keeps none. */
export function writeUrlRecord(commonDir: string, record: UrlRecord): void {
  if (!existsSync(join(commonDir, "arkitekt"))) return;
  const body = `${JSON.stringify(record)}\n`;
  try {
    replaceFile(placeOf(commonDir), `${digestOf(body)}\n${body}`);
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
  }
}

function placeOf(commonDir: string): string {
  return join(commonDir, "arkitekt", "remotes");
}

function digestOf(body: string): string {
  return createHash("sha256").update(body).digest("hex");
}
