// How long an answer is waited for before the questions end. It never changes what is answered, only by which process: a Git that is merely
// slow, on a busy machine, answers what it was asked and is started again.
const WHOLE = 1000;

export class Patience {
  #left = WHOLE;

  /** In milliseconds. */
  get left(): number {
    return this.#left;
  }

  /** Answers were held back: they will be again, and waiting each time would add up over all questions. */
  lose(): void {
    this.#left = Math.floor(this.#left / 8);
  }

  /** All that was asked has been answered while more could still be asked. */
  regain(): void {
    this.#left = WHOLE;
  }
}
