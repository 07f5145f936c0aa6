// A hook whose Git was killed has nobody to answer to: it ends, and with it what it started.
import { readFileSync } from "node:fs";
import type { Launched } from "./launched.ts";

/** Looks every second whether Git is there still. */
export function endWithGit(launched: Launched): void {
  setInterval(() => {
    if (!isThere(launched)) process.exit(2);
  }, 1000).unref();
}

/**
 * Git's process is the parent of the launcher's as long as it lives. Where the system tells no parents, a process of that number
 * has to do, which may be one that ended and that nobody has asked about yet.
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
