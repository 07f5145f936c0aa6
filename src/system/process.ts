// Starting programs. Nothing here knows which program it is: `src/git` is the one way to Git.
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { err, ok, type Result } from "../base/result.ts";

export interface ProcessPlace {
  readonly cwd: string;
  /** The whole environment of the program. */
  readonly env: NodeJS.ProcessEnv;
}

export interface Finished {
  /** The exit code; 128 and the signal's name when a signal ended it. */
  readonly code: number;
  readonly signal: NodeJS.Signals | undefined;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The program never ran: it is not there, may not be run, or the system has no room for it. */
export interface NotStarted {
  /** The system's own name of the fault: "ENOENT", "EACCES", "E2BIG", "EAGAIN", … */
  readonly code: string;
}

/** Runs a program to its end and holds all it wrote. `input` is its standard input, empty when left out. */
export async function runProcess(
  program: string,
  args: readonly string[],
  place: ProcessPlace & { readonly input?: string | Buffer },
): Promise<Result<Finished, NotStarted>> {
  const child = startProcess(program, args, place);
  const out: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
  child.stdin.end(place.input ?? "");
  const end = await ending(child);
  return end.ok ? ok({ ...end.value, stdout: Buffer.concat(out) }) : end;
}

/**
 * Starts a program to talk to. Its standard error is kept for `ending`; a broken pipe on its standard input is not an error
 * by itself, for the exit code tells the story.
 */
export function startProcess(
  program: string,
  args: readonly string[],
  { cwd, env }: ProcessPlace,
): ChildProcessWithoutNullStreams {
  const child = spawn(program, args, { cwd, env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  child.stdin.on("error", () => {});
  // What can't be started says so in `ending`; an "error" event that nobody hears would end us instead.
  child.on("error", () => {});
  return child;
}

/** Waits until the program has ended and its pipes are closed. */
export function ending(
  child: ChildProcessWithoutNullStreams,
): Promise<Result<Omit<Finished, "stdout">, NotStarted>> {
  const errors: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
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
