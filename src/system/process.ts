// Starting programs: nothing else does. It does not know which program it is; `src/git` is the one way to Git.
import {
  type ChildProcess,
  type ChildProcessWithoutNullStreams,
  type StdioOptions,
  spawn,
  spawnSync,
} from "node:child_process";
import { err, ok, type Result } from "../base/result.ts";

export interface ProcessPlace {
  readonly cwd: string;
  /** The whole environment of the program. */
  readonly env: NodeJS.ProcessEnv;
}

export interface ProcessTerms extends ProcessPlace {
  /** Its standard input; empty when left out. */
  readonly input?: string | Buffer;
  /** What is held of what it writes; all of it when left out. */
  readonly keeps?: "all" | "errors" | "nothing";
  /** The signal ends it if it has not ended by then. */
  readonly limit?: { readonly seconds: number; readonly signal: NodeJS.Signals };
}

export interface Finished {
  /** The exit code; 128 if a signal ended it. */
  readonly code: number;
  readonly signal: NodeJS.Signals | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The program never ran: it does not exist, may not be run, or the system has no room for it. */
export interface NotStarted {
  /** The system's own name of the fault: "ENOENT", "EACCES", "E2BIG", "EAGAIN", … */
  readonly code: string;
}

/** Runs a program to its end. */
export async function runProcess(
  program: string,
  args: readonly string[],
  terms: ProcessTerms & {
    /** It must not outlive us. */
    readonly endsWithUs?: boolean;
    /** More bytes than these of its standard error are dropped. */
    readonly mostErrors?: number;
  },
): Promise<Result<Finished, NotStarted>> {
  const child = spawn(program, args, {
    cwd: terms.cwd,
    env: terms.env,
    ...limits(terms),
    stdio: streams(terms),
  });
  const kill = () => child.kill("SIGKILL");
  if (terms.endsWithUs) process.once("exit", kill);
  const out: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stdin?.on("error", () => {}).end(terms.input ?? "");
  const end = await ending(child, terms.mostErrors);
  process.off("exit", kill);
  return end.ok ? ok({ ...end.value, stdout: Buffer.concat(out) }) : end;
}

/** The same, while nothing else happens in this process. */
export function runProcessNow(
  program: string,
  args: readonly string[],
  terms: ProcessTerms,
): Result<Finished, NotStarted> {
  const { cwd, env, input = "" } = terms;
  const end = spawnSync(program, args, {
    cwd,
    env,
    input,
    ...limits(terms),
    stdio: streams(terms),
    maxBuffer: 1 << 30,
  });
  if (end.error !== undefined && end.status === null && end.signal === null) {
    return err({ code: (end.error as NodeJS.ErrnoException).code ?? "EUNKNOWN" });
  }
  return ok({
    code: end.status ?? 128,
    signal: end.signal ?? undefined,
    stdout: end.stdout ?? Buffer.alloc(0),
    stderr: end.stderr?.toString("utf8") ?? "",
  });
}

/**
 * Starts a program to talk to. Its standard error is kept for `ending`; a broken pipe on its standard input is not an error
 * by itself, because the exit code tells the story.
 */
export function startProcess(
  program: string,
  args: readonly string[],
  {
    cwd,
    env,
    leadsGroup = false,
  }: ProcessPlace & {
    /** It leads a session of its own, so that it and all that it starts can be ended together. */
    readonly leadsGroup?: boolean;
  },
): ChildProcessWithoutNullStreams {
  const stdio = ["pipe", "pipe", "pipe"] as ["pipe", "pipe", "pipe"];
  const child = spawn(program, args, { cwd, env, stdio, detached: leadsGroup, windowsHide: true });
  child.stdin.on("error", () => {});
  // What can't be started says so in `ending`; an "error" event without a listener would end us instead.
  child.on("error", () => {});
  return child;
}

/** Waits until the program has ended and its pipes are closed. */
export function ending(
  child: ChildProcess,
  mostErrors = Number.POSITIVE_INFINITY,
): Promise<Result<Omit<Finished, "stdout">, NotStarted>> {
  const errors: Buffer[] = [];
  let held = 0;
  child.stderr?.on("data", (chunk: Buffer) => {
    if (held < mostErrors) errors.push(chunk);
    held += chunk.length;
  });
  return new Promise((resolve) => {
    child.on("error", (error: NodeJS.ErrnoException) => resolve(err({ code: error.code ?? "EUNKNOWN" })));
    child.on("close", (code, signal) =>
      resolve(
        ok({
          code: code ?? 128,
          signal: signal ?? undefined,
          stderr: Buffer.concat(errors).toString("utf8"),
        }),
      ),
    );
  });
}

function streams({ keeps = "all" }: ProcessTerms): StdioOptions {
  return ["pipe", keeps === "all" ? "pipe" : "ignore", keeps === "nothing" ? "ignore" : "pipe"];
}

function limits({ limit }: ProcessTerms) {
  const timed = limit === undefined ? {} : { timeout: limit.seconds * 1000, killSignal: limit.signal };
  return { ...timed, windowsHide: true };
}
