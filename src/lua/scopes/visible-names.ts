import type { Binding } from "./scopes.ts";

interface Declared {
  readonly name: string;
  /** What had that name until then. */
  readonly before: Binding | undefined;
}

/** The locals that are visible at a point of the walk, with a log of what to put back when a block ends. */
export class VisibleNames {
  readonly #visible = new Map<string, Binding>();
  readonly #log: Declared[] = [];

  get(name: string): Binding | undefined {
    return this.#visible.get(name);
  }

  declare(binding: Binding): void {
    this.#log.push({ name: binding.name, before: this.#visible.get(binding.name) });
    this.#visible.set(binding.name, binding);
  }

  /** To be given to `leave`. */
  get mark(): number {
    return this.#log.length;
  }

  /** Forgets what was declared since `mark`. */
  leave(mark: number): void {
    while (this.#log.length > mark) {
      const { name, before } = this.#log.pop() as Declared;
      if (before === undefined) this.#visible.delete(name);
      else this.#visible.set(name, before);
    }
  }
}
