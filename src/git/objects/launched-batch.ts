// The `git cat-file --batch` that the launcher has started, talked to through two descriptors while nothing else happens here. What
// Node needs for a process of its own takes longer to load than a small commit takes to judge.
import { closeSync, writeSync } from "node:fs";
import { AnswerReader } from "./batch-answer.ts";
import type { ObjectRequest } from "./git-object.ts";

export class LaunchedBatch {
  readonly #asks: number;
  readonly #read: (piece: Buffer) => number;
  readonly #piece = Buffer.allocUnsafeSlow(1 << 16);
  readonly #reader: AnswerReader;
  #request: ObjectRequest | undefined;
  #isOver = false;

  /** `asks` is the descriptor that it reads names from; `read` fills a piece with what it answers, and gives 0 if none comes. */
  constructor(asks: number, read: (piece: Buffer) => number) {
    this.#asks = asks;
    this.#read = read;
    this.#reader = new AnswerReader(
      () => this.#request,
      () => {
        this.#request = undefined;
      },
    );
  }

  /**
   * Whether it has answered. It has not if it has ended, or holds its answer back; nor does it take what has to be seen in pieces, since half of them could
   * not be taken back.
   */
  ask(request: ObjectRequest): boolean {
    if (this.#isOver || request.onPiece !== undefined) return false;
    this.#request = request;
    try {
      writeSync(this.#asks, `${request.name}\n`);
      while (this.#request !== undefined) {
        const length = this.#read(this.#piece);
        if (length === 0) break;
        this.#reader.push(this.#piece.subarray(0, length));
      }
    } catch {
      // Whatever ails it, another one is asked.
    }
    if (this.#request === undefined) return true;
    this.close();
    return false;
  }

  /** It ends once nobody can ask any more. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    closeSync(this.#asks);
  }
}
