// A program that somebody else wrote, with all that it starts: its time is limited, and nothing of it is left behind.
import { ownerOf } from "../owner.ts";
import { type ProcessPlace, startProcess } from "../process.ts";
import { endGroup, type GroupLeader } from "./end-group.ts";

/** No other program uses its current folder: whatever works there belongs to it. */
export interface GroupTerms extends ProcessPlace {
  readonly input: string | Buffer;
  /** A variable of `env` whose value no other program has: what it starts is recognised by that. */
  readonly mark: string;
  readonly seconds: number;
  /** In bytes: a program that writes more to its standard output is ended. */
  readonly mostOutput: number;
  /** Called before the program is given anything: whoever finds us killed can then end it. */
  started(leader: GroupLeader): void;
  /** What it writes to its standard error, as it comes. */
  said(bytes: Buffer): void;
}

export type GroupEnd =
  | { readonly kind: "ended"; readonly code: number; readonly stdout: Buffer }
  | { readonly kind: "late" | "too much" | "interrupted" }
  | { readonly kind: "killed"; readonly signal: string }
  | { readonly kind: "not started"; readonly code: string };

/**
 * Runs a command line of the shell to its end. It begins when its first line of input is there, which is sent once `started` has returned:
 * if we are killed before that, it ends by itself.
 */
export async function runGroup(line: string, terms: GroupTerms): Promise<GroupEnd> {
  const { cwd, env, mark, input, seconds, mostOutput } = terms;
  const child = startProcess("sh", ["-c", 'read -r _ && exec sh -c "$1"', "sh", line], {
    cwd,
    env,
    leadsGroup: true,
  });
  const { pid } = child;
  if (pid === undefined)
    return await new Promise((resolve) => child.once("error", (error) => resolve(notStarted(error))));
  const leader = { ...ownerOf(pid), mark: `${mark}=${env[mark]}`, folder: cwd };
  terms.started(leader);
  const out: Buffer[] = [];
  let size = 0;
  return await new Promise((resolve) => {
    let cut: "late" | "too much" | "interrupted" | undefined;
    let status: { readonly code: number } | { readonly signal: string } = { code: 128 };
    const end = (why: typeof cut) => {
      cut ??= why;
      endGroup(leader);
      // A process that has left the group may hold a pipe open for ever.
      setTimeout(finish, LAST_WORDS).unref();
    };
    const interrupt = () => end("interrupted");
    const timer = setTimeout(() => end("late"), seconds * 1000);
    const finish = () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, interrupt);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      if (cut !== undefined) resolve({ kind: cut });
      else if ("signal" in status) resolve({ kind: "killed", signal: status.signal });
      else resolve({ kind: "ended", code: status.code, stdout: Buffer.concat(out) });
    };
    for (const signal of SIGNALS) process.on(signal, interrupt);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostOutput) end("too much");
      else out.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => terms.said(chunk));
    child.on("exit", (code, signal) => {
      status = signal === null ? { code: code ?? 128 } : { signal };
      // What it has left running has nobody left to work for.
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
