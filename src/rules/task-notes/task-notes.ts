import { list } from "../../base/wording.ts";
import type { FileChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { WHOLE_CHANGE } from "../../model/place.ts";
import type { Facts } from "../../modules/facts.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { ownMessage } from "../task-code.ts";
import { changedFunctions } from "./changed-functions.ts";
import { missingHeadings } from "./headings.ts";

/**
 * Whoever changes more than one function says what it touches and how to undo it (playbook, "Notes format" and "Rollback"): in the notes of
 * the task, or in the commit's body. It asks nothing of a commit that belongs to no task.
 */
export const taskNotes: ChangeRule<NoOptions> = {
  id: "task-notes",
  kind: "change",
  summary: "from the second changed function on, the notes say impact, risks and how to undo it",
  facet: "message",
  options: NO_OPTIONS,
  needs(scene) {
    const files = missingIn(scene).length === 0 ? [] : luaOf(scene);
    return [
      { kind: "contents", side: "before", paths: files.flatMap((file) => pathBefore(file) ?? []) },
      { kind: "contents", side: "after", paths: files.flatMap((file) => pathAfter(file) ?? []) },
    ];
  },
  *inspect(scene, facts) {
    const missing = missingIn(scene);
    if (missing.length === 0) return;
    const changed = luaOf(scene).map((file) => changedIn(file, facts));
    const count = changed.reduce((sum, functions) => sum + functions, 0);
    if (count > 1) yield findingOf(missing, count, scene);
  },
};

/** Nothing if there is no task, and for a merge. */
function missingIn({ change, task }: ChangeScene<unknown>): readonly string[] {
  const message = ownMessage(change.subject);
  if (message === undefined || task?.active?.kind !== "task") return [];
  return missingHeadings([task.active.task.notes, bodyOf(message.text)]);
}

/** Without the title. */
function bodyOf(text: string): string {
  return text
    .split(/\n\s*\n/)
    .slice(1)
    .join("\n\n");
}

function luaOf({ change, project }: ChangeScene<unknown>): readonly FileChange[] {
  return change.files.filter(({ path }) => isOwnLua(path, project));
}

function changedIn(file: FileChange, facts: Facts): number {
  const [before, after] = [pathBefore(file), pathAfter(file)];
  return changedFunctions(
    before === undefined ? undefined : facts.file("before", before),
    after === undefined ? undefined : facts.file("after", after),
  );
}

function pathBefore(file: FileChange): string | undefined {
  if (file.kind === "added" || file.kind === "copied") return undefined;
  return file.kind === "renamed" ? file.from : file.path;
}

function pathAfter(file: FileChange): string | undefined {
  return file.kind === "deleted" ? undefined : file.path;
}

function findingOf(missing: readonly string[], count: number, { task }: ChangeScene<unknown>): Finding {
  const code = task?.active?.code ?? "";
  return {
    place: WHOLE_CHANGE,
    message: `${count} functions change, and neither the notes of ${code} nor the message says: ${list(missing, "and")}`,
    hint: "add to the message what is missing, a line each: Impacted modules, Caller deltas, Risks, Mitigations, Undo",
    anchor: { scope: "", code: missing.join(" ") },
  };
}
