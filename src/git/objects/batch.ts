// A `git cat-file --batch` of this program's own. A program called `git` may be a script that holds all answers back until there are no
// more questions: if none comes for long, the questions end, and the next ones go to another process.
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { CannotLook } from "../../model/failure.ts";
import { ending } from "../../system/process.ts";
import { explainExit, explainNotStarted } from "../process/explain.ts";
import type { Git } from "../process/git.ts";
import { AnswerReader } from "./batch-answer.ts";
import type { ObjectRequest } from "./git-object.ts";
import type { Patience } from "./patience.ts";

export class Batch {
  /** Nothing more can be asked. */
  isOver = false;
  #giveUp: NodeJS.Timeout | undefined;
  #isClosing = false;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #asked: ObjectRequest[] = [];
  /** Asked, and not written yet: what is asked at once is written at once. */
  #unwritten = "";
  readonly #ended: Promise<void>;
  readonly #patience: Patience;

  constructor(git: Git, patience: Patience) {
    this.#patience = patience;
    this.#child = git.start(["cat-file", "--batch"]);
    const reader = new AnswerReader(
      () => this.#asked[0],
      () => this.#answered(),
    );
    this.#child.stdout.on("data", (chunk: Buffer) => {
      this.#giveUp?.refresh();
      reader.push(chunk);
    });
    this.#ended = ending(this.#child).then((end) => {
      this.isOver = true;
      clearTimeout(this.#giveUp);
      if (this.#asked.length === 0) return;
      const why = end.ok ? explainExit(["cat-file"], end.value) : explainNotStarted(end.error.code, git.cwd);
      for (const request of this.#asked.splice(0)) request.reject(new CannotLook(why));
    });
  }

  ask(request: ObjectRequest): void {
    this.#asked.push(request);
    this.#holdUp(true);
    if (this.#unwritten === "") queueMicrotask(() => this.#write());
    this.#unwritten += `${request.name}\n`;
    this.#giveUp ??= setTimeout(() => this.#askNoMore(), this.#patience.left).unref();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#holdUp(true);
    this.#write();
    this.#child.stdin.end();
    await this.#ended;
  }

  #write(): void {
    if (this.#unwritten !== "") this.#child.stdin.write(this.#unwritten);
    this.#unwritten = "";
  }

  #answered(): void {
    this.#asked.shift();
    if (this.#asked.length > 0) return;
    clearTimeout(this.#giveUp);
    this.#giveUp = undefined;
    if (!this.isOver && !this.#isClosing) this.#patience.regain();
    if (!this.#isClosing) this.#holdUp(false);
  }

  #askNoMore(): void {
    this.isOver = true;
    this.#patience.lose();
    this.#write();
    this.#child.stdin.end();
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
