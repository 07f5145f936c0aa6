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
  #asked: ObjectRequest[] = [];
  #isOver = false;

  /** `asks` is the descriptor that it reads names from; `read` fills a piece with what it answers, and gives 0 if none comes. */
  constructor(asks: number, read: (piece: Buffer) => number) {
    this.#asks = asks;
    this.#read = read;
    this.#reader = new AnswerReader(
      () => this.#asked[0],
      () => void this.#asked.shift(),
    );
  }

  /**
   * Asks for what will be wanted soon, so that Git looks for it while other things are done here: as many as fit into a pipe, and
   * nothing as long as others are waited for.
   */
  foresee(requests: readonly ObjectRequest[]): void {
    if (this.#isOver || this.#asked.length > 0 || requests.length === 0) return;
    this.#asked = [...groupAt(0, requests)];
    if (!this.#isWritten()) this.close();
  }

  /** Takes the answers to what was foreseen. */
  settle(): void {
    if (!this.#isOver && this.#asked.length > 0 && !this.#takesAnswers()) this.close();
  }

  /**
   * Gives back those that it has not answered: it has ended, or holds its answers back. All are written at once, and Git looks for the next
   * object while the last one is read here. What was foreseen is settled by then.
   */
  ask(requests: readonly ObjectRequest[]): readonly ObjectRequest[] {
    let at = 0;
    while (!this.#isOver && at < requests.length) {
      const group = groupAt(at, requests);
      at += group.length;
      this.#asked = [...group];
      if (this.#isWritten() && this.#takesAnswers()) continue;
      this.close();
      return [...this.#asked, ...requests.slice(at)];
    }
    return requests.slice(at);
  }

  #isWritten(): boolean {
    try {
      writeSync(this.#asks, this.#asked.map(({ name }) => `${name}\n`).join(""));
      return true;
    } catch {
      // Whatever ails it, another one is asked.
      return false;
    }
  }

  #takesAnswers(): boolean {
    try {
      while (this.#asked.length > 0) {
        const length = this.#read(this.#piece);
        if (length === 0) return false;
        this.#reader.push(this.#piece.subarray(0, length));
      }
      return true;
    } catch {
      return false;
    }
  }

  /** It ends once nobody can ask any more. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    closeSync(this.#asks);
  }
}

/** In bytes. Any pipe has room for as many: while they are written, nobody reads the answers. */
const MOST_AT_ONCE = 4096;

/** One at least. */
function groupAt(start: number, requests: readonly ObjectRequest[]): readonly ObjectRequest[] {
  let end = start;
  let length = 0;
  do length += Buffer.byteLength(requests[end++]?.name ?? "") + 1;
  while (end < requests.length && length + Buffer.byteLength(requests[end]?.name ?? "") < MOST_AT_ONCE);
  return requests.slice(start, end);
}
