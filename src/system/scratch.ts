// Folders for unfinished work. Each is named after the process that made it, and whoever
// makes the next one removes what dead processes left: a kill leaves nothing for long.
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { hasCode } from "./files.ts";
import { isAlive, type Owner, thisProcess } from "./owner.ts";

/**
 * A new empty folder; `name` says what for. Whoever asks for it removes it. It lies in the system's temporary folder, its path free of
 * symbolic links, or in `parent`, if what is made has to be renamed to its place.
 */
export function makeScratch(name: string, parent = realpathSync(tmpdir())): string {
  sweepScratch(parent);
  const { pid, started, host } = thisProcess();
  return mkdtempSync(join(parent, `arkitekt-${name}~${pid}~${started}~${host}~`));
}

/** A new empty folder that stays when this process has ended, until whoever asked for it removes it. */
export function makeFolderToKeep(name: string): string {
  return mkdtempSync(join(realpathSync(tmpdir()), `arkitekt-${name}-`));
}

export function removeScratch(folder: string): void {
  try {
    removePlain(folder);
  } catch {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** As long as nothing stands in the way: Node's own way makes an error of each folder that is not empty yet, which takes longer than all the rest. */
function removePlain(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removePlain(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}

/** Calls `work` with such a folder, and leaves nothing behind. */
export async function withScratch<T>(
  name: string,
  work: (folder: string) => Promise<T>,
  parent?: string,
): Promise<T> {
  const folder = makeScratch(name, parent);
  try {
    return await work(folder);
  } finally {
    removeScratch(folder);
  }
}

/** Writes files below a folder that only we use; keys are paths relative to it. */
export function fillFolder(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, contents] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}

/** Removes what dead processes left in `parent`. */
export function sweepScratch(parent: string): void {
  const uid = process.getuid?.();
  for (const name of readdirSync(parent)) {
    const owner = scratchOwner(name);
    if (owner === undefined || isAlive(owner)) continue;
    const folder = join(parent, name);
    const stat = lstatSync(folder, { throwIfNoEntry: false });
    // The system's temporary folder is everybody's: only what belongs to this user is removed, and no link is followed.
    if (stat?.isDirectory() !== true || (uid !== undefined && stat.uid !== uid)) continue;
    try {
      removeScratch(folder);
    } catch (error) {
      // A program that the killed process had started may still be at work in it: it is removed next time.
      if (!hasCode(error, ["ENOTEMPTY", "EBUSY", "EPERM", "EACCES"])) throw error;
    }
  }
}

/** The process that made a folder of this name; undefined for any other folder. */
export function scratchOwner(name: string): Owner | undefined {
  const match = /^arkitekt-[a-z-]+~(\d+)~(\w*)~([\w.-]+)~\w{6}$/.exec(name);
  if (match === null) return undefined;
  const [, pid = "", started = "", host = ""] = match;
  return { pid: Number(pid), started, host };
}
