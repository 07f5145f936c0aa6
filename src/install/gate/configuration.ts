// Git's configuration file, changed the way Git changes it: under its lock, as a whole.

import { join } from "node:path";
import { err, ok, type Result } from "../../base/result.ts";
import { TOO_LARGE } from "../../git/process/explain.ts";
import type { UserGitAnswer } from "../../git/process/user-git.ts";
import { type Failure, failure } from "../../model/failure.ts";
import { readFileIfThere, replaceFile, replaceUnderLock } from "../../system/files.ts";
import { makeFolder } from "../../system/folders.ts";
import { makeScratch, removeScratch } from "../../system/scratch.ts";
import type { Clone } from "./clone.ts";

/** The bytes of a configuration file with core.hooksPath set once, as Git itself would write them; changes nothing. */
export function configWithHooksPath(clone: Clone, bytes: Buffer, value: string): Result<Buffer, Failure> {
  return editedConfig(clone, bytes, [["--replace-all", "core.hooksPath", value]]);
}

/** The same without core.hooksPath. */
export function configWithoutHooksPath(clone: Clone, bytes: Buffer): Result<Buffer, Failure> {
  return editedConfig(clone, bytes, [["--unset-all", "core.hooksPath"]], [NOT_SET]);
}

/** The exit code of `git config --unset-all` where nothing is set. */
const NOT_SET = 5;

/** Puts `after` in the place of `before`; fails, and changes nothing, if the file holds something else by now. */
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
 * Undoes one edit, the one that turned `before` into `after`, in a file that may have changed since: the changed lines are
 * put back if they stand there unchanged and once. `undefined` if they don't.
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

/** The bytes after these calls of `git config`, made on a copy. */
export function editedConfig(
  clone: Clone,
  bytes: Buffer,
  edits: readonly (readonly string[])[],
  alsoWell: readonly number[] = [],
): Result<Buffer, Failure> {
  makeFolder(clone.home);
  const scratch = makeScratch("settings", clone.home);
  try {
    const copy = join(scratch, "config");
    replaceFile(copy, bytes);
    for (const edit of edits) {
      const answer = clone.git("config", "--file", copy, ...edit);
      if (answer.code === 0 || alsoWell.includes(answer.code)) continue;
      return err(unchanged(answer));
    }
    return ok(readFileIfThere(copy) ?? bytes);
  } finally {
    removeScratch(scratch);
  }
}

function unchanged({ stderr, signal }: Pick<UserGitAnswer, "stderr" | "signal">): Failure {
  const said = stderr.trim() || `it was ended by ${signal}`;
  if (signal !== TOO_LARGE && !NOT_WRITTEN.test(said))
    return failure("bad-config", `Git can't change its configuration: ${said}`);
  const next = "make room and run the command again; nothing was changed";
  return failure("disk-full", `Git can't write its configuration, as on a full disk: ${said}`, next);
}

const NOT_WRITTEN = /failed to write new configuration file|could not write config file/;
