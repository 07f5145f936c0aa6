// The one lock: numbered files in a folder, the highest of which counts. Whoever finds the highest one released, or its holder dead,
// makes the next one, which only one process can do; so a lock that a killed process left is taken over without a moment in which
// two hold it.
import { renameSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import { Folder } from "./folder.ts";
import { isAlive, isThisProcess, type Owner, thisProcess } from "./owner.ts";
import { removeScratch } from "./scratch.ts";
import { codeOf } from "./system-call.ts";
import { temporaryName } from "./temporary-file.ts";

/** Runs `work` while no other process runs its own under the lock in `folder`, where a file of it stays for ever. */
export function locked<T>(folder: Folder, work: () => T, patience = 30_000): T {
  const deadline = Date.now() + patience;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    const taken = take(folder);
    if (taken.kind === "taken") {
      try {
        return work();
      } finally {
        giveBack(folder, taken.ticket);
      }
    }
    if (Date.now() > deadline) throw new CannotLook(waitedTooLong(folder.path, taken, "this request"));
    if (taken.kind === "lost") continue;
    sleep(wait + Math.random() * wait);
  }
}

/** Whether a running process has the lock now. */
export function isHeld(folder: Folder): boolean {
  const highest = highestTicket(folder);
  const holder = highest === 0 ? undefined : holderOf(folder, highest);
  return holder !== undefined && isAlive(holder);
}

/**
 * The same for work that others may go on alongside, under a lock of its own that leaves nothing behind: the folder `path` exists only
 * meanwhile. `what` names, for a message, what is worked on.
 */
export async function lockedMeanwhile<T>(
  path: string,
  what: string,
  work: () => Promise<T>,
  patience = 30_000,
): Promise<T> {
  const deadline = Date.now() + patience;
  for (let wait = 5; ; wait = Math.min(wait * 2, 50)) {
    const taken = HELD_HERE.has(path) ? heldHere() : takeAt(path);
    if (taken.kind === "taken") break;
    if (Date.now() > deadline) throw new CannotLook(waitedTooLong(path, taken, what));
    await new Promise((resolve) => setTimeout(resolve, wait + Math.random() * wait));
  }
  HELD_HERE.add(path);
  try {
    return await work();
  } finally {
    HELD_HERE.delete(path);
    takeFolderAway(path);
  }
}

const HELD_HERE = new Set<string>();

type Taken =
  | { readonly kind: "taken"; readonly ticket: number }
  /** Somebody was faster, or the folder went away. */
  | { readonly kind: "lost" }
  | { readonly kind: "held"; readonly ticket: number; readonly holder: Owner };

function heldHere(): Taken {
  return { kind: "held", ticket: 1, holder: thisProcess() };
}

/**
 * The folder may be removed while this looks at it: a ticket in a folder that has lost its name doesn't count. Only whoever holds the
 * lock of the folder with the name removes it, so a ticket that is found under the name stays good.
 */
function takeAt(path: string): Taken {
  const name = basename(path);
  const taken = Folder.use(dirname(path), (parent): Taken => {
    parent.sweep("ended");
    parent.make(name);
    const mine = whileThere(() => parent.within(name, take));
    if (mine?.kind !== "taken") return mine ?? LOST;
    const holder = whileThere(() => parent.within(name, (folder) => holderOf(folder, mine.ticket)));
    return holder !== undefined && isThisProcess(holder) ? mine : LOST;
  });
  if (taken === undefined) throw new CannotLook(failure("no-folder", `${dirname(path)} is not there`));
  return taken;
}

const LOST: Taken = { kind: "lost" };

/** Undefined if what was looked at is gone. */
function whileThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "missing") return undefined;
    throw error;
  }
}

/** Renamed first: from then on the lock is free, and no ticket made in it under the old name counts. */
function takeFolderAway(path: string): void {
  const gone = join(dirname(path), temporaryName());
  try {
    renameSync(path, gone);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  removeScratch(gone);
}

/** If even this cannot be written, the end of this process gives the lock back. */
function giveBack(folder: Folder, ticket: number): void {
  try {
    folder.replace(ticketName(ticket), Buffer.from(FREE), false);
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
  }
}

const FREE = "free\n";

function take(folder: Folder): Taken {
  const highest = highestTicket(folder);
  const holder = highest === 0 ? undefined : holderOf(folder, highest);
  if (holder !== undefined && !isThisProcess(holder) && isAlive(holder))
    return { kind: "held", ticket: highest, holder };
  if (highest === LAST_TICKET) {
    folder.removeTree(ticketName(highest));
    return LOST;
  }
  const mine = highest + 1;
  const me = Buffer.from(`${JSON.stringify(thisProcess())}\n`);
  if (!folder.create(ticketName(mine), me, false) || highestTicket(folder) !== mine) return LOST;
  dropBelow(folder, mine);
  folder.sweep("ended");
  return { kind: "taken", ticket: mine };
}

function ticketName(ticket: number): string {
  return `lock.${ticket}`;
}

function highestTicket(folder: Folder): number {
  return Math.max(0, ...tickets(folder));
}

/**
 * More than any lock is ever taken. A file with a higher number came from elsewhere, with a clone for example: it is not a
 * ticket. Nobody can have reached the last number itself either, so the count starts again after it.
 */
const LAST_TICKET = 999_999_999;

function tickets(folder: Folder): number[] {
  return folder.entries().flatMap(({ name }) => {
    const digits = /^lock\.([1-9]\d{0,8})$/.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

/** Safe at any time: only the highest ticket counts, and it stays. */
function dropBelow(folder: Folder, mine: number): void {
  for (const ticket of tickets(folder)) if (ticket < mine) folder.removeTree(ticketName(ticket));
}

/** Undefined if the ticket was given back. */
function holderOf(folder: Folder, ticket: number): Owner | undefined {
  const read = folder.read(ticketName(ticket), 4096);
  if (read.kind !== "file") return undefined;
  const match = /^\{"pid":(\d+),"started":"([^"]*)","host":"([^"]*)"\}\n$/.exec(read.bytes.toString("utf8"));
  if (match === null) return undefined;
  const [, pid = "", started = "", host = ""] = match;
  return { pid: Number(pid), started, host };
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function waitedTooLong(folder: string, taken: Taken, what: string): Failure {
  if (taken.kind !== "held") return failure("locked", `${what} is busy`, "run the command again", folder);
  const path = join(folder, ticketName(taken.ticket));
  const { pid, host } = taken.holder;
  return failure(
    "locked",
    `another process (${pid} on ${host}) is at work on ${what}`,
    `wait for it; if it is gone, remove ${path}`,
    path,
  );
}
