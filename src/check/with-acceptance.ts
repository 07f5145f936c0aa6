import type { Terms } from "../gate/terms.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";

/** The verdict on a change with the state of its task's acceptance; loaded only for a task that has one. */
export async function withAcceptance(change: ChangeSet, terms: Terms, verdict: Verdict): Promise<Verdict> {
  const active = terms.task?.active;
  if (active?.kind !== "task" || active.task.acceptance.length === 0 || change.files.length === 0)
    return verdict;
  const { proveAcceptance } = await import("./task/prove-acceptance.ts");
  const { subject } = change;
  const where = { task: active.code, ...(subject.kind === "commit" ? { commit: subject.id } : {}) };
  const lines = proveAcceptance(active.task.acceptance, { change, terms, verdict });
  return { ...verdict, acceptance: lines.map((line) => ({ ...line, ...where })) };
}
