import type { Binding } from "../scopes/scopes.ts";
import type { ValueTracing } from "./value-tracing.ts";

/** Tells whether a local never holds anything but one module, or nil. */
export class Certainty {
  readonly #tracing: ValueTracing;
  readonly #known = new Map<Binding, boolean>();

  constructor(tracing: ValueTracing) {
    this.#tracing = tracing;
  }

  of(binding: Binding | undefined): boolean {
    if (binding === undefined) return true;
    let isCertain = this.#known.get(binding);
    if (isCertain === undefined) {
      isCertain = this.#decide(binding);
      this.#known.set(binding, isCertain);
    }
    return isCertain;
  }

  #decide(binding: Binding): boolean {
    // A parameter also holds what it is called with, whatever is assigned to it.
    if (binding.kind !== "local") return false;
    const given = binding.sources.filter(({ expression }) => expression.type !== "NilLiteral");
    const origins = this.#tracing.ofBinding(binding);
    const names = origins.map((origin) =>
      origin.kind === "module" ? this.#tracing.moduleName(origin.call) : undefined,
    );
    const isChoice = given.some(
      ({ expression }) => expression.type === "LogicalExpression" && expression.operator === "or",
    );
    return !isChoice && new Set(names).size === 1 && (given.length === 1 || names.length === given.length);
  }
}
