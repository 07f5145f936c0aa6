import type { Result } from "../base/result.ts";
import type { JsonRecord, JsonValue } from "../json/value.ts";
import type { Task } from "../model/task.ts";
import { readRefactoring } from "./read-refactoring.ts";
import type { Refactoring } from "./refactoring.ts";

/** The refactoring that carries out a task; undefined for one that people and agents carry out. The error says what its payload lacks. */
export function refactoringOf(task: Task): Result<Refactoring | undefined, string> {
  const { kind, root, liveRoot, featureRoot, from, to, path, name, moves, strings } = task;
  const files = task.files.map((file) => ({ path: file.path, template: file.template ?? "module_table" }));
  const payload: Record<string, JsonValue | undefined> = {
    task: kind,
    root,
    live_root: liveRoot,
    feature_root: featureRoot,
    from,
    to,
    path,
    name,
    moves: moves.length === 0 ? undefined : moves.map((move) => ({ from: move.from, to: move.to })),
    files: files.length === 0 ? undefined : files,
    strings: strings ? true : undefined,
  };
  const given = Object.entries(payload).filter(([, value]) => value !== undefined);
  return readRefactoring(Object.fromEntries(given) as JsonRecord);
}
