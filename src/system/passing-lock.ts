// A lock that leaves nothing behind: a file that holds the id of its process and goes when the work is done. One whose
// process was killed counts for nothing. `lock.ts` is stronger, and keeps a file of its own for ever.
import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { hasCode, readFileIfThere } from "./files.ts";
import { isFresh, takeAway } from "./folders.ts";

/** Waits up to `seconds` for the lock at `path`; gives the function that lets go of it, or `undefined` if it is still held. */
export async function takeLock(path: string, seconds: number): Promise<(() => void) | undefined> {
  for (let tries = 0; tries <= seconds * 20; tries++) {
    if (makeLock(path)) return () => takeAway(path);
    const holder = readFileIfThere(path)?.toString("utf8");
    if (holder === undefined || isHeld(path, holder)) await new Promise((resolve) => setTimeout(resolve, 50));
    else removeLeftOver(path, holder);
  }
  return undefined;
}

function makeLock(path: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, `${process.pid}\n`);
    closeSync(file);
    return true;
  } catch (error) {
    if (hasCode(error, ["EEXIST"])) return false;
    throw error;
  }
}

/** An empty one is being made this moment, or its maker was killed a while ago. */
function isHeld(path: string, holder: string): boolean {
  const id = Number.parseInt(holder, 10);
  return Number.isInteger(id) && id > 0 ? isRunning(id) : isFresh(path);
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !hasCode(error, ["ESRCH"]);
  }
}

/** Of several that find a left-over lock one moves it away; what was moved by mistake, because it is new, goes back. */
function removeLeftOver(path: string, holder: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, ["ENOENT"])) return;
    throw error;
  }
  if (readFileIfThere(aside)?.toString("utf8") === holder) takeAway(aside);
  else renameSync(aside, path);
}
