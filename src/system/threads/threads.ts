// Threads of the same program, which are asked and answer. One that can't answer says nothing, and whoever asked does the work.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import { THREAD } from "./thread-word.ts";

/** More gain nothing: the thread that asks hands everything out. */
const MOST = 3;

/** How many threads can help this one; none if the program is not one that threads can be started from. */
export function threadsToHelp(program: string, env: NodeJS.ProcessEnv): number {
  const asked = /^\d{1,2}$/.test(env["ARKITEKT_THREADS"] ?? "") ? Number(env["ARKITEKT_THREADS"]) : undefined;
  const count = (asked ?? availableParallelism()) - 1;
  return existsSync(program) ? Math.max(0, Math.min(MOST, count)) : 0;
}

export class Thread {
  readonly #program: string;
  readonly #work: string;
  #worker: Promise<Worker> | undefined;
  readonly #waiting: ((answer: unknown) => void)[] = [];
  #isOver = false;

  /** It starts when it is first asked, unless it was started before. */
  constructor(program: string, work: string) {
    this.#program = program;
    this.#work = work;
  }

  start(): void {
    this.#worker ??= this.#start();
  }

  /** Plain data; undefined if there is no answer. */
  async ask(question: unknown): Promise<unknown> {
    this.start();
    const worker = await this.#worker;
    if (worker === undefined || this.#isOver) return undefined;
    const answer = new Promise((resolve) => this.#waiting.push(resolve));
    worker.postMessage(question);
    return await answer;
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await (await this.#worker)?.terminate();
  }

  async #start(): Promise<Worker> {
    const threads = await import("node:worker_threads");
    const worker = new threads.Worker(this.#program, {
      argv: [THREAD, this.#work],
      stdout: true,
      stderr: true,
    });
    // Answers come in the order of the questions.
    worker.on("message", (answer) => this.#waiting.shift()?.(answer));
    const giveUp = () => {
      this.#isOver = true;
      for (const resolve of this.#waiting.splice(0)) resolve(undefined);
    };
    worker.on("error", giveUp);
    worker.on("exit", giveUp);
    return worker;
  }
}

/** In a thread: answers every question. False if this is not one. */
export async function answerQuestions(answer: (question: unknown) => Promise<unknown>): Promise<boolean> {
  const { parentPort } = await import("node:worker_threads");
  if (parentPort === null) return false;
  const port = parentPort;
  port.on("message", (question) => {
    void answer(question).then(
      (given) => port.postMessage(given),
      // What can't be done here is done by whoever asked, and fails there visibly.
      () => port.postMessage(undefined),
    );
  });
  await new Promise((resolve) => port.on("close", resolve));
  return true;
}
