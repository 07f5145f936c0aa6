// Whether the tip of a range is what the policy's transforms make of it: design of `idempotence`, "fixpoint".

import { matchesAny } from "../../base/glob.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { shellWord } from "../../base/shell-word.ts";
import type { ChangeSet } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../../model/place.ts";
import type { Transform } from "../../model/transform.ts";
import type { Facts, Need, TransformRun } from "../../modules/facts.ts";

/** Only a transform that the change concerns is run. */
export function needsOfFixpoint(change: ChangeSet, transforms: readonly Transform[]): Need[] {
  return transforms
    .filter((transform) => touched(change, [...transform.inputs, ...transform.outputs]).length > 0)
    .map((transform) => ({ kind: "transform", transform }));
}

export function* unfixed(
  change: ChangeSet,
  transforms: readonly Transform[],
  facts: Facts,
): Iterable<Finding> {
  for (const transform of transforms) {
    const run = facts.transform(transform.name);
    if (run !== undefined) yield* judgeRun(transform, run, change);
  }
}

function* judgeRun(transform: Transform, run: TransformRun, change: ChangeSet): Iterable<Finding> {
  const command = commandOf(transform);
  if (run.kind === "failed") {
    yield {
      place: WHOLE_CHANGE,
      message: `the transform "${transform.name}" failed: ${run.why}`,
      hint: `try it:\n${command}`,
    };
    return;
  }
  if (run.unstable.length > 0) {
    yield {
      place: WHOLE_CHANGE,
      message: `the transform "${transform.name}" is unstable: run on its own result it changes ${some(run.unstable)} again`,
      hint: "mend the transform; the push is not to blame and is not judged by it",
      atMost: "warn",
    };
    return;
  }
  for (const path of run.changed) {
    yield {
      place: fileAt(path),
      message: `${showPath(path)} is not what "${transform.name}" makes of it`,
      hint: `run it and commit the result:\n${command}`,
      ...(isAnswerable(path, transform, change) ? {} : { atMost: "warn" }),
    };
  }
}

/** It runs at the top, wherever this is typed, on the inputs that exist. */
function commandOf({ run, inputs }: Transform): string {
  const globs = inputs.map((glob) => shellWord(`:(glob)${glob}`)).join(" ");
  const words = run.map((word) => (word === "{inputs}" ? `$(git ls-files -- ${globs})` : shellWord(word)));
  return `(cd "$(git rev-parse --show-toplevel)" && ${words.join(" ")})`;
}

/**
 * A file that the transform rewrites in place was wrong before, unless the change touches it. One that is made from others
 * answers for all of them.
 */
function isAnswerable(path: RepoPath, transform: Transform, change: ChangeSet): boolean {
  if (change.files.some((file) => changedPaths(file).includes(path))) return true;
  return !matchesAny(transform.inputs, path) && touched(change, transform.inputs).length > 0;
}

function touched(change: ChangeSet, globs: readonly string[]): RepoPath[] {
  return change.files.flatMap(changedPaths).filter((path) => matchesAny(globs, path));
}

function some(paths: readonly RepoPath[]): string {
  const shown = paths.slice(0, 3).map(showPath).join(", ");
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}
