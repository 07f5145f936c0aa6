// Folders in which a request is built before it appears at once, by a rename.
import { randomBytes } from "node:crypto";
import type { Folder } from "../../system/folder.ts";

const INCOMING = "incoming-";

export function incomingName(): string {
  return INCOMING + randomBytes(6).toString("hex");
}

/** Removes what a killed process was building. The caller holds the lock. */
export function clearIncoming(state: Folder): void {
  for (const { name } of state.entries()) if (name.startsWith(INCOMING)) state.removeTree(name);
}
