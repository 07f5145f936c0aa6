import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { CannotLook, failure } from "../model/failure.ts";
import type { Folder } from "./folder.ts";

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
  const me = Buffer.from(`${JSON.stringify(identity())}\n`);
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    const highest = highestTicket(folder);
    const holder = highest === 0 ? undefined : holderOf(folder, highest);
    if (holder === undefined || !isAlive(holder)) {
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

interface Holder {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
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
function holderOf(folder: Folder, ticket: number): Holder | undefined {
  const read = folder.read(ticketName(ticket), 4096);
  if (read.kind !== "file") return undefined;
  const match = /^\{"pid":(\d+),"started":"([^"]*)","host":"([^"]*)"\}\n$/.exec(read.bytes.toString("utf8"));
  if (match === null) return undefined;
  const [, pid = "", started = "", host = ""] = match;
  return { pid: Number(pid), started, host };
}

function identity(): Holder {
  return {
    pid: process.pid,
    started: startOf(process.pid) ?? "",
    host: hostname().replaceAll(/[^\w.-]/g, "_"),
  };
}

/** A holder on another machine counts as alive: nobody here can know. This process never waits for itself. */
function isAlive(holder: Holder): boolean {
  const me = identity();
  if (holder.host !== me.host) return true;
  if (holder.pid === me.pid && holder.started === me.started) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const started = startOf(holder.pid);
  return started === undefined || holder.started === "" || started === holder.started;
}

/** When a process began, so that a number used again is not taken for the process that had it before. */
function startOf(pid: number): string | undefined {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    } catch {
      return undefined;
    }
  }
  if (process.platform === "win32") return undefined;
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function waitedTooLong(folder: Folder, ticket: number, { pid, host }: Holder) {
  const path = join(folder.path, ticketName(ticket));
  return failure(
    "locked",
    `another process (${pid} on ${host}) is at work on this request`,
    `wait for it; if it is gone, remove ${path}`,
    path,
  );
}
