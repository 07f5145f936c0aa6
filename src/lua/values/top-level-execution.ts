import type { ByteRange } from "../../base/position.ts";
import { isCall } from "../scopes/chains.ts";
import type { Binding, Chain, FunctionBody, Scopes, Step } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import { callbacksOf } from "./callbacks.ts";
import { OwnFunctions } from "./own-functions.ts";
import type { ValueTracing } from "./value-tracing.ts";

/**
 * Which functions run when the file is loaded: the chunk, what is called where it stands, and the file's own functions that
 * are called from these, as far as names show.
 */
export class TopLevelExecution {
  readonly #tracing: ValueTracing;
  readonly #own: OwnFunctions;
  readonly #scopes: Scopes;
  #reached: Reached | undefined;
  #known: Parts | undefined;

  constructor(scopes: Scopes, tracing: ValueTracing) {
    this.#scopes = scopes;
    this.#tracing = tracing;
    this.#own = new OwnFunctions(scopes, tracing);
  }

  includes(body: FunctionBody): boolean {
    // The chunk itself: what else runs need not be known.
    return body.parent === undefined || this.#bodies.has(body);
  }

  /** The call of one of the file's own functions through which this one comes to run. */
  calledFrom(body: FunctionBody): ByteRange | undefined {
    return body.parent === undefined ? undefined : this.#bodies.get(body);
  }

  /** Worked out when first asked for. */
  get #bodies(): Reached {
    if (this.#reached === undefined) {
      const chunk = this.#scopes.bodies[0];
      this.#reached = chunk === undefined ? new Map() : this.runBy(chunk);
    }
    return this.#reached;
  }

  /** The file's own functions that step `at` may call, if it calls no others. */
  calledBy(chain: Chain, at: number): readonly FunctionBody[] {
    return this.#own.allCalledBy(chain, at);
  }

  ownFunction(value: Expression): FunctionBody | undefined {
    return this.#own.given(value);
  }

  /** What runs when a function does, each with the call there through which it comes to run. */
  runBy(start: FunctionBody): Reached {
    const reached = new Map<FunctionBody, ByteRange | undefined>();
    const waiting: FunctionBody[] = [];
    const reach = (body: FunctionBody, from: ByteRange | undefined) => {
      if (reached.has(body)) return;
      reached.set(body, from);
      waiting.push(body);
    };
    reach(start, undefined);
    for (const body of waiting) {
      const from = reached.get(body);
      for (const inside of this.#parts.insideOf.get(body) ?? []) reach(inside, from);
      for (const { drawn } of this.#parts.loopsIn.get(body) ?? []) {
        const iterator = drawn?.iterators[0];
        const run = iterator === undefined ? undefined : this.#own.given(iterator);
        if (iterator !== undefined && run !== undefined) reach(run, from ?? byteRange(iterator.range));
      }
      for (const chain of this.chainsIn(body)) {
        const lookup = chain.steps.length === 0 ? undefined : this.#own.lookupBy(chain);
        if (lookup !== undefined) reach(lookup, from ?? byteRange(chain.range));
        const metamethod = this.#own.metamethodBy(chain);
        if (metamethod !== undefined) reach(metamethod, from ?? byteRange(chain.range));
        chain.steps.forEach((step, at) => {
          for (const each of this.#runAt(chain, at, step)) reach(each, from ?? byteRange(step.range));
        });
      }
    }
    return reached;
  }

  chainsIn(body: FunctionBody): readonly Chain[] {
    return this.#parts.chainsIn.get(body) ?? [];
  }

  /** The file's own functions that a function of Lua calls for whoever passes them. */
  #handedOn(chain: Chain, at: number, call: Call): readonly FunctionBody[] {
    return callbacksOf(chain, at, call, this.#tracing).flatMap((value) => this.#own.given(value) ?? []);
  }

  #runAt(chain: Chain, at: number, step: Step): readonly FunctionBody[] {
    if (!isCall(step)) return [];
    const called = this.calledBy(chain, at);
    return called.length === 0 ? this.#handedOn(chain, at, step) : called;
  }

  get #parts(): Parts {
    const { chains, bodies, bindings } = this.#scopes;
    this.#known ??= {
      chainsIn: grouped(chains, ({ body }) => body),
      insideOf: grouped(bodies, ({ isCalledHere, parent }) => (isCalledHere ? parent : undefined)),
      loopsIn: grouped(bindings, ({ body, drawn }) => (drawn?.index === 0 ? body : undefined)),
    };
    return this.#known;
  }
}

/** By the function that runs, the call through which it comes to run; undefined for what stands at top level itself. */
export type Reached = ReadonlyMap<FunctionBody, ByteRange | undefined>;

interface Parts {
  readonly chainsIn: ReadonlyMap<FunctionBody, readonly Chain[]>;
  readonly insideOf: ReadonlyMap<FunctionBody, readonly FunctionBody[]>;
  readonly loopsIn: ReadonlyMap<FunctionBody, readonly Binding[]>;
}

function grouped<K, V>(
  values: readonly V[],
  keyOf: (value: V) => K | undefined,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as V;
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
