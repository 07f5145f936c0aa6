import { randomBytes } from "node:crypto";
import { codeOf } from "./system-call.ts";

/** Readers pass by names with a dot in front. */
const PREFIX = ".arkitekt-";

/** A name for a file that is not whole yet; it says which process makes it. */
export function temporaryName(): string {
  return `${PREFIX}${process.pid}-${randomBytes(8).toString("hex")}.tmp`;
}

export function isTemporary(name: string): boolean {
  return name.startsWith(PREFIX) && name.endsWith(".tmp");
}

/** Whether the process that made such a file may still be at it. */
export function isMakerRunning(name: string): boolean {
  return isRunning(Number(name.slice(PREFIX.length).split("-")[0]));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
