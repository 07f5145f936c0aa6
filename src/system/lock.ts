import { join } from "node:path";
import { CannotLook, failure } from "../model/failure.ts";
import type { Folder } from "./folder.ts";
import { isAlive, isThisProcess, type Owner, thisProcess } from "./owner.ts";

/**
 * Runs `work` while no other process runs its own under the same lock: numbered files in `folder`, the highest of which
 * counts. Who finds the highest one released, or its holder dead, makes the next one, which only one process can; so a
 * lock that a killed process left is taken over without a moment in which two hold it.
 */
export function locked<T>(folder: Folder, work: () => T, patience = 30_000): T {
  const ticket = acquire(folder, patience);
  try {
    return work();
  } finally {
    giveBack(folder, ticket);
  }
}

/** When even this cannot be written, the end of this process gives the lock back. */
function giveBack(folder: Folder, ticket: number): void {
  try {
    folder.replace(ticketName(ticket), Buffer.from(FREE), false);
  } catch (error) {
    if (!(error instanceof CannotLook)) throw error;
  }
}

const FREE = "free\n";

function acquire(folder: Folder, patience: number): number {
  const deadline = Date.now() + patience;
  const me = Buffer.from(`${JSON.stringify(thisProcess())}\n`);
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    const highest = highestTicket(folder);
    const holder = highest === 0 ? undefined : holderOf(folder, highest);
    if (holder === undefined || isThisProcess(holder) || !isAlive(holder)) {
      const mine = highest + 1;
      if (folder.create(ticketName(mine), me, false) && highestTicket(folder) === mine) {
        dropBelow(folder, mine);
        folder.sweep("ended");
        return mine;
      }
      continue;
    }
    if (Date.now() > deadline) throw new CannotLook(waitedTooLong(folder, highest, holder));
    sleep(wait + Math.random() * wait);
  }
}

function ticketName(ticket: number): string {
  return `lock.${ticket}`;
}

function highestTicket(folder: Folder): number {
  return Math.max(0, ...tickets(folder));
}

function tickets(folder: Folder): number[] {
  return folder.entries().flatMap(({ name }) => {
    const digits = /^lock\.(\d{1,15})$/.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

/** Safe at any time: only the highest ticket counts, and it stays. */
function dropBelow(folder: Folder, mine: number): void {
  for (const ticket of tickets(folder)) if (ticket < mine) folder.remove(ticketName(ticket));
}

/** Undefined when the ticket was given back. */
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

function waitedTooLong(folder: Folder, ticket: number, { pid, host }: Owner) {
  const path = join(folder.path, ticketName(ticket));
  return failure(
    "locked",
    `another process (${pid} on ${host}) is at work on this request`,
    `wait for it; if it is gone, remove ${path}`,
    path,
  );
}
