import * as fs from "node:fs";
import { attempt, codeOf } from "./system-call.ts";

export type FileRead =
  | { readonly kind: "file"; readonly bytes: Buffer }
  | { readonly kind: "missing" }
  | { readonly kind: "too-large"; readonly size: number }
  /** A link, a folder, a device: nothing that is read. */
  | { readonly kind: "no-file" };

/** Reads a file of at most `limit` bytes; a link, or anything else that is not a regular file, is not kept open. */
export function readRegularFile(at: string, path: string, limit: number): FileRead {
  return attempt("read", path, () => readOnce(at, limit)) ?? { kind: "missing" };
}

function readOnce(at: string, limit: number): FileRead {
  const handle = openIfFile(at);
  if (handle === undefined) return { kind: "no-file" };
  try {
    const stat = fs.fstatSync(handle);
    if (!stat.isFile()) return { kind: "no-file" };
    if (stat.size > limit) return { kind: "too-large", size: stat.size };
    return { kind: "file", bytes: fs.readFileSync(handle) };
  } finally {
    fs.closeSync(handle);
  }
}

/** Never follows a link, and never waits for somebody to write to a pipe. */
function openIfFile(at: string): number | undefined {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants;
  try {
    return fs.openSync(at, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if (NO_FILE.has(codeOf(error) ?? "")) return undefined;
    throw error;
  }
}

const NO_FILE: ReadonlySet<string> = new Set(["ELOOP", "EMLINK", "ENXIO", "EISDIR"]);
