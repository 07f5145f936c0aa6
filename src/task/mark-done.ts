import { ok, type Result } from "../base/result.ts";
import { applyPatch } from "../json/patch.ts";
import { printDocument } from "../json/tree.ts";
import type { Phase, TaskSource } from "../model/task.ts";
import { readTaskJson } from "./read-task.ts";
import type { TaskFault } from "./task-fault.ts";

/** The text of a task, or of the manifest that it is a phase of, with `"done": true` in it; every other character stays. */
export function markDone(
  bytes: Buffer,
  source: TaskSource,
  phase: Phase | undefined,
): Result<string, TaskFault> {
  const json = readTaskJson(bytes, source);
  if (!json.ok) return json;
  const place = phase === undefined ? [] : ["phases", String(phase.index), "payload"];
  const value = { kind: "word", raw: "true" } as const;
  const marked = applyPatch(json.value.document, [{ op: "add", path: [...place, "done"], value }]);
  if (!marked.ok) throw new Error(`a task that was read can't be marked: ${marked.error.message}`);
  return ok(printDocument(marked.value));
}
