// A program that somebody else wrote, with all that it starts: it has its time, and nothing of it is left behind.
import { readdirSync, readFileSync } from "node:fs";
import { isAlive, type Owner, ownerOf, thisProcess } from "./owner.ts";
import { type ProcessPlace, startProcess } from "./process.ts";

export interface GroupTerms extends ProcessPlace {
  readonly input: string | Buffer;
  readonly seconds: number;
  /** In bytes: what writes more to its standard output is ended. */
  readonly mostOutput: number;
  /** Called before the program is handed anything: whoever finds us killed can end it. */
  started(leader: Owner): void;
  /** What it writes to its standard error, as it comes. */
  said(bytes: Buffer): void;
}

export type GroupEnd =
  | { readonly kind: "ended"; readonly code: number; readonly stdout: Buffer }
  | { readonly kind: "late" | "too much" | "interrupted" }
  | { readonly kind: "not started"; readonly code: string };

/**
 * Runs a command line of the shell to its end. It begins when its first line of input is there, which is sent once `started` has returned:
 * should we be killed before, it ends by itself.
 */
export async function runGroup(line: string, terms: GroupTerms): Promise<GroupEnd> {
  const { cwd, env, input, seconds, mostOutput } = terms;
  const child = startProcess("sh", ["-c", 'read -r _ && exec sh -c "$1"', "sh", line], {
    cwd,
    env,
    leadsGroup: true,
  });
  const { pid } = child;
  if (pid === undefined)
    return await new Promise((resolve) => child.once("error", (error) => resolve(notStarted(error))));
  const leader = ownerOf(pid);
  terms.started(leader);
  const out: Buffer[] = [];
  let size = 0;
  return await new Promise((resolve) => {
    let cut: "late" | "too much" | "interrupted" | undefined;
    let code = 128;
    const end = (why: typeof cut) => {
      cut ??= why;
      endGroup(leader);
      // What has left the group may hold a pipe open for ever.
      setTimeout(finish, LAST_WORDS).unref();
    };
    const interrupt = () => end("interrupted");
    const timer = setTimeout(() => end("late"), seconds * 1000);
    const finish = () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, interrupt);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      resolve(cut === undefined ? { kind: "ended", code, stdout: Buffer.concat(out) } : { kind: cut });
    };
    for (const signal of SIGNALS) process.on(signal, interrupt);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) end("too much");
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => terms.said(chunk));
    child.on("exit", (status) => {
      code = status ?? 128;
      // What it has left running has nobody to work for.
      end(undefined);
    });
    child.on("close", finish);
    child.stdin.end(Buffer.concat([Buffer.from("\n"), Buffer.from(input)]));
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** In milliseconds. */
const LAST_WORDS = 2000;

function notStarted(error: Error): GroupEnd {
  return { kind: "not started", code: "code" in error ? String(error.code) : "EUNKNOWN" };
}

/** Ends a program and all that it has started; nothing where its number belongs to another process by now. */
export function endGroup(leader: Owner): void {
  if (leader.host !== thisProcess().host) return;
  const isLeaderThere = isAlive(leader);
  if (!isLeaderThere && isAlive({ ...leader, started: "" })) return;
  for (const pid of [-leader.pid, ...membersOf(leader.pid)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
}

/** What is in the leader's session, though it leads a group of its own; none where the system does not say. */
function membersOf(session: number): readonly number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "latin1");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return Number(fields[3]) === session ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}
