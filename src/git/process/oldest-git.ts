// The oldest Git that every test passes with. Below it a partial clone fetches while a commit is judged, and configuration that
// can't be read goes unnoticed.
import { type Failure, failure } from "../../model/failure.ts";

export const OLDEST_GIT = "2.39";

/** `said` is what `git version` prints; undefined when that Git will do, or says something else. */
export function tooOld(said: string): Failure | undefined {
  const version = /(\d+)\.(\d+)/.exec(said);
  if (version === null || !isOlder(version[0], OLDEST_GIT)) return undefined;
  return failure(
    "old-git",
    `the installed Git is ${version[0]}, and at least ${OLDEST_GIT} is needed`,
    `install Git ${OLDEST_GIT} or newer`,
  );
}

function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = than.split(".").map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
