// The one way in which a file is made: complete and synced under a name of its own, then put in its place in one step. A reader
// sees what was there or what will be there, never a part, whenever the process ends.
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { isAlive, thisProcess } from "./owner.ts";
import { codeOf } from "./system-call.ts";

/** Readers ignore names that begin with a dot. */
const PREFIX = ".arkitekt-";

/** A name for what is not complete yet; it says which process makes it. */
export function temporaryName(): string {
  return `${PREFIX}${process.pid}-${randomName()}.tmp`;
}

/** It need not be hard to guess (a file that is there is never written to), and `node:crypto` is slow to load. */
function randomName(): string {
  return Math.floor(Math.random() * 2 ** 52)
    .toString(16)
    .padStart(13, "0");
}

export function isTemporary(name: string): boolean {
  return name.startsWith(PREFIX) && name.endsWith(".tmp");
}

/** Whether the process that made such a file may still be at work on it. */
export function isMakerRunning(name: string): boolean {
  const pid = Number(name.slice(PREFIX.length).split("-")[0]);
  return isAlive({ ...thisProcess(), pid, started: "" });
}

export interface FileManner {
  /** The exact permissions; when left out, those that a new file gets. */
  readonly mode?: number;
  /** The owner to give it to, if we may. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** False for what may vanish in a power cut. */
  readonly lasts?: boolean;
}

/** Writes a file that was not there; nothing is left if that fails. */
export function writeTemporary(
  path: string | Buffer,
  contents: string | Uint8Array,
  { mode, owner, lasts = true }: FileManner = {},
): void {
  const file = openSync(path, "wx", owner === undefined ? (mode ?? 0o644) : 0o600);
  try {
    writeFileSync(file, contents);
    if (owner !== undefined) giveTo(file, owner);
    if (mode !== undefined) fchmodSync(file, mode);
    if (lasts) fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function giveTo(file: number, { uid, gid }: { readonly uid: number; readonly gid: number }): void {
  try {
    fchownSync(file, uid, gid);
  } catch (error) {
    if (!["EPERM", "ENOSYS", "EINVAL"].includes(codeOf(error) ?? "")) throw error;
  }
}

/** Puts it in the place of what has that name, or of nothing. */
export function moveInPlace(temporary: string | Buffer, place: string | Buffer): void {
  try {
    renameSync(temporary, place);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Gives it a name that nothing has yet; false if something has it, which stays. */
export function addInPlace(temporary: string, place: string): boolean {
  try {
    linkSync(temporary, place);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (code === undefined || !NO_HARD_LINKS.has(code)) throw error;
    if (lstatSync(place, { throwIfNoEntry: false }) !== undefined) return false;
    renameSync(temporary, place);
    return true;
  } finally {
    rmSync(temporary, { force: true });
  }
}

const NO_HARD_LINKS: ReadonlySet<string> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);
