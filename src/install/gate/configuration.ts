// Git's configuration file, changed the way Git changes it: under its lock, as a whole.
import { join } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { readFileIfThere, replaceFile, replaceUnderLock } from "../../system/files.ts";
import { makeFolder } from "../../system/folders.ts";
import { makeScratch, removeScratch } from "../../system/scratch.ts";
import type { Clone } from "./clone.ts";

/** The bytes of configuration `file` with core.hooksPath set once, as Git itself would write them; changes nothing. */
export function configWithHooksPath(clone: Clone, file: string, value: string): Result<Buffer, Failure> {
  return edited(clone, file, ["--replace-all", "core.hooksPath", value]);
}

/** The bytes of configuration `file` without core.hooksPath. */
export function configWithoutHooksPath(clone: Clone, file: string): Result<Buffer, Failure> {
  return edited(clone, file, ["--unset-all", "core.hooksPath"]);
}

/** Puts `after` in the place of `before`; fails, and changes nothing, when the file holds something else by now. */
export function replaceConfig(file: string, before: Buffer, after: Buffer): Result<void, Failure> {
  switch (replaceUnderLock(file, before, after)) {
    case "replaced":
      return ok(undefined);
    case "changed":
      return err(
        failure(
          "config-changed",
          "somebody else changed Git's configuration meanwhile",
          "run it again",
          file,
        ),
      );
    case "locked":
      return err(
        failure(
          "config-locked",
          "Git's configuration is locked by another Git process",
          `wait for it to end; if none runs, delete ${file}.lock`,
          file,
        ),
      );
  }
}

/**
 * Undoes one edit, the one that made `after` of `before`, in a file that may have changed since: the changed lines are
 * put back where they stand unchanged and once. `undefined` when they don't.
 */
export function undoEdit(before: Buffer, after: Buffer, now: Buffer): Buffer | undefined {
  if (now.equals(after)) return before;
  const [old, made, current] = [before, after, now].map((bytes) => bytes.toString("latin1").split(/(?<=\n)/));
  if (old === undefined || made === undefined || current === undefined) return undefined;
  let start = 0;
  while (start < old.length && old[start] === made[start]) start++;
  let end = 0;
  while (end < old.length - start && end < made.length - start && old.at(-1 - end) === made.at(-1 - end))
    end++;
  const added = made.slice(start, made.length - end);
  const removed = old.slice(start, old.length - end);
  const places = current.flatMap((_, at) =>
    added.every((line, step) => current[at + step] === line) ? [at] : [],
  );
  const [at] = places;
  if (at === undefined || places.length > 1 || added.length === 0) return undefined;
  const text = [...current.slice(0, at), ...removed, ...current.slice(at + added.length)].join("");
  return Buffer.from(text, "latin1");
}

function edited(clone: Clone, file: string, edit: readonly string[]): Result<Buffer, Failure> {
  const before = readFileIfThere(file) ?? Buffer.alloc(0);
  makeFolder(clone.home);
  const scratch = makeScratch("settings", clone.home);
  try {
    const copy = join(scratch, "config");
    replaceFile(copy, before);
    const answer = clone.git("config", "--file", copy, ...edit);
    if (answer.code === 0) return ok(readFileIfThere(copy) ?? before);
    return err(
      failure("bad-config", `Git can't change its configuration: ${answer.stderr.trim()}`, undefined, file),
    );
  } finally {
    removeScratch(scratch);
  }
}
