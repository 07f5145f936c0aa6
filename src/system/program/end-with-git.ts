// A hook whose Git was killed has nobody to answer to: it ends, and with it what it started.
import { readFileSync } from "node:fs";
import type { Launched } from "./launched.ts";

/** Checks every second whether Git is still there: from when it first waits, which most commits are over before. */
export function endWithGit(launched: Launched): void {
  setImmediate(() => {
    setInterval(() => {
      if (!isThere(launched)) process.exit(2);
    }, 1000).unref();
  });
}

/**
 * Git's process is the parent of the launcher's as long as it lives. If the system does not name parents, any process with that number
 * has to do, even one that has ended and that nobody has waited for yet.
 */
function isThere({ process: launcher, git }: Launched): boolean {
  if (process.platform === "linux") {
    const stat = readIfThere(`/proc/${launcher}/stat`);
    // The name in parentheses may hold spaces and parentheses of its own.
    const parent = stat === undefined ? undefined : /.*\) \S (\d+) /s.exec(stat)?.[1];
    if (parent !== undefined) return Number(parent) === git;
  }
  try {
    return process.kill(git, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "latin1");
  } catch {
    return undefined;
  }
}
