// A commit says which task made it, so that the gate can do it again and compare.
import type { CommitMessage } from "../change.ts";

export const TASK_TRAILER = "Arkitekt-Task";

/** The tasks in the order in which they were done. */
export function recordedTasks({ trailers }: CommitMessage): readonly string[] {
  const key = TASK_TRAILER.toLowerCase();
  return trailers.filter((trailer) => trailer.key.toLowerCase() === key).map(({ value }) => value);
}
