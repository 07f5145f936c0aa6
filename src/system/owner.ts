// Which process something belongs to: so what a killed one left is not mistaken for what a running one is at work on.
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { runProcessNow } from "./process.ts";

export interface Owner {
  readonly pid: number;
  /** When it began, so that a reused number is not taken for the process that had it before; "" where that can't be found out. */
  readonly started: string;
  readonly host: string;
}

export function thisProcess(): Owner {
  return ownerOf(process.pid);
}

/** A process of this machine that is running now. */
export function ownerOf(pid: number): Owner {
  return { pid, started: startOf(pid) ?? "", host: hostname().replaceAll(/[^\w.-]/g, "_") };
}

export function isThisProcess({ pid, started, host }: Owner): boolean {
  const me = thisProcess();
  return host === me.host && pid === me.pid && started === me.started;
}

/** A process on another machine counts as alive: nobody here can know. */
export function isAlive(owner: Owner): boolean {
  if (owner.host !== thisProcess().host) return true;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const started = startOf(owner.pid);
  return started === undefined || owner.started === "" || started === owner.started;
}

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
  const place = { cwd: "/", env: process.env };
  const end = runProcessNow("ps", ["-o", "lstart=", "-p", String(pid)], place);
  if (!end.ok || end.value.code !== 0) return undefined;
  return end.value.stdout.toString("utf8").replaceAll(/\W/g, "");
}
