// Changes a task's file, and nothing in it but what is asked for: `done`, and escapes that JSON does not know.
import { pathspecWord } from "../../base/pathspec.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Task, TaskRemark } from "../../model/task.ts";
import { withScratch } from "../../system/scratch.ts";
import { readWorkingFile, replaceWorkingFile } from "../../system/working-files.ts";
import { markDone } from "../../task/mark-done.ts";
import { readTaskJson } from "../../task/read-task.ts";
import { taskFailure } from "../../task/task-fault.ts";

export interface RewrittenTask {
  readonly path: RepoPath;
  readonly isChanged: boolean;
}

/** Says in the working tree's file that a task is finished. */
export async function finishTask(top: string, { code, source, phase, isDone }: Task): Promise<RewrittenTask> {
  const { path } = source;
  if (path === undefined) throw new CannotLook(failure("no-task", `no file holds the task ${code}`, NEW));
  const before = bytesOf(top, path);
  if (isDone) return { path, isChanged: false };
  const text = markDone(before, { where: "disk", path }, phase);
  if (!text.ok) throw new CannotLook(taskFailure(text.error));
  await write(top, path, before, Buffer.from(text.value, "utf8"));
  return { path, isChanged: true };
}

/** Repairs a task or a manifest that is not JSON but is read all the same; the rest of it stays byte for byte. */
export async function repairTask(
  top: string,
  path: RepoPath,
  isWritten: boolean,
): Promise<RewrittenTask & { readonly repairs: readonly TaskRemark[] }> {
  const before = bytesOf(top, path);
  const json = readTaskJson(before, { where: "disk", path });
  if (!json.ok) throw new CannotLook(taskFailure(json.error));
  const repairs = json.value.warnings.map(({ position, message, next }) => ({
    path,
    at: position,
    key: undefined,
    message,
    next,
  }));
  if (isWritten && repairs.length > 0)
    await write(top, path, before, Buffer.from(json.value.repaired, "utf8"));
  return { path, isChanged: repairs.length > 0, repairs };
}

const NEW = "arkitekt task new writes one";

function bytesOf(top: string, path: RepoPath): Buffer {
  const file = readWorkingFile(top, path);
  if (file.kind === "file") return file.bytes;
  const next = `bring it back: git checkout -- ${pathspecWord(path)}`;
  throw new CannotLook(failure("no-file", "there is no such file in the working tree", next, showPath(path)));
}

async function write(top: string, path: RepoPath, before: Buffer, after: Buffer): Promise<void> {
  const isWritten = await withScratch("task", async (scratch) =>
    replaceWorkingFile(top, path, before, after, scratch),
  );
  if (isWritten) return;
  const message = "it was changed while it was being read, and is as it was";
  throw new CannotLook(failure("busy-file", message, "run it again", showPath(path)));
}
