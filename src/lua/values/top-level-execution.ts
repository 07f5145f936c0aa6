import type { ByteRange } from "../../base/position.ts";
import { isCall } from "../scopes/chains.ts";
import type { Chain, FunctionBody, Scopes } from "../scopes/scopes.ts";
import type { Call } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import { callbacksOf } from "./callbacks.ts";
import { OwnFunctions } from "./own-functions.ts";
import type { ValueTracing } from "./value-tracing.ts";

/**
 * Which functions run when the file is loaded: the chunk, what is called where it stands, and the file's own functions that
 * are called from these, as far as names tell.
 */
export class TopLevelExecution {
  readonly #tracing: ValueTracing;
  readonly #own: OwnFunctions;
  /** With the call in the chunk through which they come to run; undefined for what stands there itself. */
  readonly #reached = new Map<FunctionBody, ByteRange | undefined>();
  readonly #scopes: Scopes;

  constructor(scopes: Scopes, tracing: ValueTracing) {
    this.#scopes = scopes;
    this.#tracing = tracing;
    this.#own = new OwnFunctions(scopes, tracing);
  }

  includes(body: FunctionBody): boolean {
    // The chunk itself: what runs besides need not be known.
    return body.parent === undefined || this.#bodies.has(body);
  }

  /** The call of an own function through which this one comes to run. */
  calledFrom(body: FunctionBody): ByteRange | undefined {
    return body.parent === undefined ? undefined : this.#bodies.get(body);
  }

  /** Worked out when somebody first asks. */
  get #bodies(): ReadonlyMap<FunctionBody, ByteRange | undefined> {
    const [chunk] = this.#scopes.bodies;
    if (chunk !== undefined && this.#reached.size === 0) this.#follow(chunk, this.#scopes);
    return this.#reached;
  }

  /** The own function that step `at` calls, where that is certain. */
  calledBy(chain: Chain, at: number): FunctionBody | undefined {
    return this.#own.calledBy(chain, at);
  }

  /** Own functions that a function of Lua calls for whoever gives them to it. */
  #handedOn(chain: Chain, at: number, call: Call): readonly FunctionBody[] {
    return callbacksOf(chain, at, call, this.#tracing).flatMap((value) => this.#own.given(value) ?? []);
  }

  #follow(chunk: FunctionBody, { chains, bodies, bindings }: Scopes): void {
    const chainsIn = grouped(chains, ({ body, steps }) => (steps.some(isCall) ? body : undefined));
    const insideOf = grouped(bodies, ({ isCalledHere, parent }) => (isCalledHere ? parent : undefined));
    const loopsIn = grouped(bindings, ({ body, drawn }) => (drawn?.index === 0 ? body : undefined));
    const waiting: FunctionBody[] = [];
    const reach = (body: FunctionBody, from: ByteRange | undefined) => {
      if (this.#reached.has(body)) return;
      this.#reached.set(body, from);
      waiting.push(body);
    };
    reach(chunk, undefined);
    for (const body of waiting) {
      const from = this.#reached.get(body);
      for (const inside of insideOf.get(body) ?? []) reach(inside, from);
      for (const { drawn } of loopsIn.get(body) ?? []) {
        const iterator = drawn?.iterators[0];
        const run = iterator === undefined ? undefined : this.#own.given(iterator);
        if (iterator !== undefined && run !== undefined) reach(run, from ?? byteRange(iterator.range));
      }
      for (const chain of chainsIn.get(body) ?? []) {
        chain.steps.forEach((step, at) => {
          if (!isCall(step)) return;
          const called = this.#own.calledBy(chain, at);
          const run = called === undefined ? this.#handedOn(chain, at, step) : [called];
          for (const each of run) reach(each, from ?? byteRange(step.range));
        });
      }
    }
  }
}

function grouped<K, V>(
  values: readonly V[],
  keyOf: (value: V) => K | undefined,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
