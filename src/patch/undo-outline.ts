import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { ChangedEntry } from "../git/changes/tree.ts";

const MOST_NAMED = 6;

/** How a change is taken back, on one line (playbook, "Rollback": reverse moves and renames); none if the notes say it. */
export function undoOutline(changes: readonly ChangedEntry[], notes: string): string | undefined {
  if (changes.length === 0 || /\b(?:undo|roll[\s-]?back|revert)\b/i.test(notes)) return undefined;
  const steps = stepsBack(changes);
  const shown = steps.slice(0, MOST_NAMED).join(", ");
  const more = steps.length > MOST_NAMED ? ` and ${steps.length - MOST_NAMED} more` : "";
  return `Undo: git revert, or ${shown}${more}`;
}

function stepsBack(changes: readonly ChangedEntry[]): readonly string[] {
  const gone = new Map<string, RepoPath>();
  for (const { path, before, after } of changes)
    if (before !== undefined && after === undefined) gone.set(before.id, path);
  const moved = new Set<RepoPath>();
  const moves = changes.flatMap(({ path, before, after }) => {
    const from = before === undefined && after !== undefined ? gone.get(after.id) : undefined;
    if (from === undefined || moved.has(from)) return [];
    moved.add(from).add(path);
    return [`move ${showPath(path)} back to ${showPath(from)}`];
  });
  const rest = changes.filter(({ path }) => !moved.has(path));
  return [...moves, ...rest.map(stepBack)];
}

function stepBack({ path, before, after }: ChangedEntry): string {
  if (before === undefined) return `delete ${showPath(path)}`;
  return `${after === undefined ? "bring back" : "restore"} ${showPath(path)}`;
}
