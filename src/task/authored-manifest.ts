// A manifest that a task would write: what it would hold, and what speaks against it.
import { err, ok, type Result } from "../base/result.ts";
import { type JsonValue, prettyJson } from "../json/value.ts";
import type { Manifest } from "../model/pipeline.ts";
import type { TaskEdit, TaskRemark } from "../model/task.ts";
import { manifestName } from "./manifest-file.ts";
import { readManifest } from "./read-manifest.ts";

export interface AuthoredManifest {
  readonly text: string;
  /** Undefined if it is not JSON. */
  readonly manifest: Manifest | undefined;
  /** What keeps it from being read. */
  readonly faults: readonly TaskRemark[];
}

/** What it would hold; the error is what speaks against it as a whole, and what to do. */
export function authoredManifest(
  { path, op, contents }: TaskEdit,
  paths: readonly string[],
): Result<AuthoredManifest, readonly [message: string, next: string]> {
  if (contents === undefined || contents === null)
    return err(["contents: what it is to hold is missing", HOW_TO_EDIT]);
  if (manifestName(path) === undefined)
    return err(["a manifest cannot lie here", "name .codex/pipeline.json, or .codex/pipeline-<name>.json"]);
  if (op === "update" && !paths.includes(path))
    return err(["there is no such manifest to update", 'write "op": "create"']);
  const text = typeof contents === "string" ? contents : prettyJson(contents as JsonValue);
  const read = readManifest(Buffer.from(text), { where: "change", path });
  return ok(read.ok ? { text, ...read.value } : { text, manifest: undefined, faults: [read.error] });
}

export const HOW_TO_EDIT =
  'write "edits": [{"path": ".codex/pipeline.json", "op": "create", "contents": {"phases": […]}}]';
