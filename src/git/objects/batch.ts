// A `git cat-file --batch` of this program's own.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { CannotLook } from "../../model/failure.ts";
import { ending } from "../../system/process.ts";
import { explainExit, explainNotStarted } from "../process/explain.ts";
import type { Git } from "../process/git.ts";
import { AnswerReader } from "./batch-answer.ts";
import type { Request } from "./git-object.ts";

export class Batch {
  isOver = false;
  #isClosing = false;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #asked: Request[] = [];
  readonly #ended: Promise<void>;

  constructor(git: Git) {
    this.#child = git.start(["cat-file", "--batch"]);
    const reader = new AnswerReader(
      () => this.#asked[0],
      () => this.#answered(),
    );
    this.#child.stdout.on("data", (chunk: Buffer) => reader.push(chunk));
    this.#ended = ending(this.#child).then((end) => {
      this.isOver = true;
      if (this.#asked.length === 0) return;
      const why = end.ok ? explainExit(["cat-file"], end.value) : explainNotStarted(end.error.code, git.cwd);
      for (const request of this.#asked.splice(0)) request.reject(new CannotLook(why));
    });
  }

  ask(request: Request): void {
    this.#asked.push(request);
    this.#holdUp(true);
    this.#child.stdin.write(`${request.name}\n`);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#holdUp(true);
    this.#child.stdin.end();
    await this.#ended;
  }

  #answered(): void {
    this.#asked.shift();
    if (this.#asked.length === 0 && !this.#isClosing) this.#holdUp(false);
  }

  /** An idle batch must not keep the program from ending. */
  #holdUp(yes: boolean): void {
    for (const handle of [this.#child, this.#child.stdin, this.#child.stdout, this.#child.stderr]) {
      const counted = handle as { ref?: () => void; unref?: () => void };
      if (yes) counted.ref?.();
      else counted.unref?.();
    }
  }
}
