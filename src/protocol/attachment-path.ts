import { ok, type Result } from "../base/result.ts";
import { safePath, type UnsafePath } from "./safe-path.ts";

export interface AttachmentPath {
  /** Inside the request folder; the first segment is `attachments`. */
  readonly segments: readonly string[];
  /** True if it was written in the one way that the schemas ask for: `attachments/…`. */
  readonly isPlain: boolean;
}

/**
 * Where an attachment lies. Three ways of writing it are in use: from the request folder (`attachments/patch.json`), from
 * `attachments` itself (`patch.json`), and from the repository (`work/spec_requests/<id>/attachments/patch.json`).
 */
export function attachmentPath(path: string, requestId: string): Result<AttachmentPath, UnsafePath> {
  const read = safePath(path, "the attachment");
  if (!read.ok) return read;
  const segments = belowRequest(read.value, requestId);
  const inner =
    segments[0] === "attachments" && segments.length > 1 ? segments : ["attachments", ...segments];
  return ok({ segments: inner, isPlain: inner.join("/") === path });
}

function belowRequest(segments: readonly string[], requestId: string): readonly string[] {
  const isFromRepository =
    segments[0] === "work" &&
    segments[1] === "spec_requests" &&
    segments[2] === requestId &&
    segments.length > 3;
  if (isFromRepository) return segments.slice(3);
  // The policy may keep its requests elsewhere.
  const at = segments.indexOf(requestId);
  return at > 0 && segments[at + 1] === "attachments" && segments.length > at + 2
    ? segments.slice(at + 1)
    : segments;
}
