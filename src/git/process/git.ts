// The one way to the Git program. Every call has the same pinned environment and is counted.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { CannotLook } from "../../model/failure.ts";
import { ending, type Finished, runProcess, startProcess } from "../../system/process.ts";
import { PINNED_CONFIGURATION, pinnedEnvironment } from "./environment.ts";
import { explainExit, explainNotStarted } from "./explain.ts";

export interface GitOptions {
  readonly input?: string | Buffer;
  /** Exit codes that are answers; only 0 when left out. Any other code is thrown as `CannotLook`. */
  readonly okCodes?: readonly number[];
  /** Pathspecs are patterns in this call, not literal paths. */
  readonly globs?: boolean;
  /** What it complains about does not matter: the question is whether something is there at all. */
  readonly mayComplain?: boolean;
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export class Git {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly #count: { started: number };
  readonly #known = new Map<string, Finished>();

  /** `env` is the environment as the caller found it; what a hook was given in it (index, Git folder) stays in force. */
  constructor(cwd: string, env: NodeJS.ProcessEnv, count = { started: 0 }) {
    this.cwd = cwd;
    this.env = env;
    this.#count = count;
  }

  /** How many processes were started through this, and through those that `at` made from it. */
  get started(): number {
    return this.#count.started;
  }

  /** The same in another folder or with other variables set. */
  at(cwd: string, variables: NodeJS.ProcessEnv = {}): Git {
    return new Git(cwd, { ...this.env, ...variables }, this.#count);
  }

  /** Takes the answer to a call that was made before this program made it. */
  know(args: readonly string[], { code, stdout }: Pick<GitAnswer, "code" | "stdout">): void {
    this.#known.set(args.join("\0"), { code, signal: undefined, stdout, stderr: "" });
  }

  /** Whether such an answer is there, and nobody has asked for it yet. */
  knows(args: readonly string[]): boolean {
    return this.#known.has(args.join("\0"));
  }

  async run(args: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
    const known = this.#take(args);
    if (known !== undefined) return answered(args, known, options);
    this.#count.started++;
    const { input } = options;
    const ended = await runProcess("git", command(args), {
      ...this.#place(options),
      ...(input === undefined ? {} : { input }),
    });
    if (!ended.ok) throw new CannotLook(explainNotStarted(ended.error.code, this.cwd));
    return answered(args, ended.value, options);
  }

  /** What the call writes, piece by piece, never held as a whole. An exit code that is not an answer is thrown at the end. */
  async *stream(args: readonly string[], options: GitOptions = {}): AsyncGenerator<Buffer, void, void> {
    const known = this.#take(args);
    if (known !== undefined) {
      yield answered(args, known, options).stdout;
      return;
    }
    const child = this.start(args, options);
    const ended = ending(child);
    child.stdin.end(options.input ?? "");
    let isDone = false;
    try {
      yield* child.stdout as AsyncIterable<Buffer>;
      isDone = true;
    } catch (error) {
      // A program that never started has no output that could end well.
      const end = await ended;
      throw end.ok ? error : new CannotLook(explainNotStarted(end.error.code, this.cwd));
    } finally {
      if (!isDone) child.kill();
    }
    const end = await ended;
    if (!end.ok) throw new CannotLook(explainNotStarted(end.error.code, this.cwd));
    answered(args, { ...end.value, stdout: Buffer.alloc(0) }, options);
  }

  /** A call to talk to; the caller ends it and waits for its ending. */
  start(args: readonly string[], options: Omit<GitOptions, "input"> = {}): ChildProcessWithoutNullStreams {
    this.#count.started++;
    return startProcess("git", command(args), this.#place(options));
  }

  #take(args: readonly string[]): Finished | undefined {
    const key = args.join("\0");
    const known = this.#known.get(key);
    this.#known.delete(key);
    return known;
  }

  #place({ globs }: GitOptions): { cwd: string; env: NodeJS.ProcessEnv } {
    const env = pinnedEnvironment(this.env);
    return { cwd: this.cwd, env: globs ? env : { ...env, GIT_LITERAL_PATHSPECS: "1" } };
  }
}

function answered(
  args: readonly string[],
  end: Finished,
  { okCodes = [0], mayComplain = false }: GitOptions,
): GitAnswer {
  const isAnswer = okCodes.includes(end.code) && (mayComplain || !isHalf(end));
  if (isAnswer) return end;
  throw new CannotLook(explainExit(args, end));
}

/**
 * Some commands (above all `grep`) say that an object can't be read, leave it out, and end as if nothing were wrong: what
 * they write is then not an answer. Those that give up altogether say so by their exit code.
 */
function isHalf({ code, stderr }: Finished): boolean {
  return code < 128 && /^(?:error|fatal): /m.test(stderr);
}

/** How Git is called, whatever the question. */
export function command(args: readonly string[]): readonly string[] {
  return ["--no-pager", ...PINNED_CONFIGURATION.flatMap((setting) => ["-c", setting]), ...args];
}
