import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain, Step } from "../scopes/scopes.ts";
import type { Call, FunctionDeclaration } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { ValueTracing } from "../values/value-tracing.ts";
import { namesCalled } from "./call-names.ts";

/** What stands before the brackets of a call, aliases resolved: after `local insert = table.insert`, `insert(t, 1)` calls `table.insert`. */
export type Callee =
  | { readonly kind: "global"; readonly path: readonly ByteText[] }
  /** A field of a required module, or with an empty path the module itself. */
  | { readonly kind: "module"; readonly module: ByteText; readonly path: readonly ByteText[] }
  /** A function that this file defines, or a field of a table that it makes. */
  | { readonly kind: "own" }
  /** A local, a parameter or a field of one, and not one of those above. */
  | { readonly kind: "local"; readonly path: readonly ByteText[] }
  /** The result of a call, a dynamic field, a function written in place. */
  | { readonly kind: "expression" };

export interface LuaCall {
  readonly callee: Callee;
  /** As written, without the arguments: `M.f`, `obj:method`, `x[1].y`. */
  readonly text: ByteText;
  /** What is called, in every way that it could be written: `core.open` of `pcall(core.open, v)` and of `core["open"](v)`. */
  readonly names: readonly string[];
  /** The functions of the file itself that it may run; none if it may run any other. */
  readonly definitions: readonly FunctionDeclaration[];
  readonly isMethod: boolean;
  /** It stands alone: nothing takes its result. */
  readonly isStatement: boolean;
  /** The whole call. */
  readonly range: ByteRange;
  readonly arguments: readonly ByteRange[];
  readonly scope: string;
  /** It happens when the file is loaded. */
  readonly isAtLoad: boolean;
}

/** Every call, the outer one first. */
export function callsOf(reading: Reading): readonly LuaCall[] {
  const found: LuaCall[] = [];
  const { chains } = reading.scopes;
  for (let index = 0; index < chains.length; index++) {
    const chain = chains[index] as Chain;
    for (const at of toldCalls(chain)) found.push(new ChainCall(chain, at, reading));
  }
  return found;
}

/** More calls in a row than any sensible code makes: what is kept of each is as long as all before it. */
const MOST_CALLS_IN_A_ROW = 64;

const NO_CALLS: readonly number[] = [];

/**
 * Which steps of a chain are calls that are listed one by one: all of them, or in a very long one the first and the last, which
 * holds every other.
 */
export function toldCalls({ steps }: Chain): readonly number[] {
  let calls: number[] | undefined;
  for (let at = 0; at < steps.length; at++) {
    if (!isCall(steps[at])) continue;
    if (calls === undefined) calls = [at];
    else calls.push(at);
  }
  if (calls === undefined) return NO_CALLS;
  return calls.length <= MOST_CALLS_IN_A_ROW
    ? calls
    : [...calls.slice(0, MOST_CALLS_IN_A_ROW - 1), ...calls.slice(-1)];
}

/** Some of it is worked out when it is asked for. */
class ChainCall implements LuaCall {
  readonly callee: Callee;
  readonly text: ByteText;
  readonly isMethod: boolean;
  readonly isStatement: boolean;
  readonly range: ByteRange;
  readonly arguments: readonly ByteRange[];
  readonly scope: string;
  readonly isAtLoad: boolean;
  readonly #chain: Chain;
  readonly #at: number;
  readonly #call: Call;
  readonly #reading: Reading;

  constructor(chain: Chain, at: number, reading: Reading) {
    // `toldCalls` names no other step.
    const call = chain.steps[at] as Call;
    this.callee = calleeAt(chain, at, reading);
    this.text = reading.text.slice(...call.base.range) as ByteText;
    this.isMethod = isMethodName(chain.steps[at - 1]);
    this.isStatement = chain.role.kind === "statement" && at === chain.steps.length - 1;
    this.range = byteRange(call.range);
    this.arguments = argumentsOf(call).map(({ range }) => byteRange(range));
    this.scope = chain.body.name;
    this.isAtLoad = reading.execution.includes(chain.body);
    this.#chain = chain;
    this.#at = at;
    this.#call = call;
    this.#reading = reading;
  }

  get names(): readonly string[] {
    return namesCalled(this.#call, this.#reading);
  }

  get definitions(): readonly FunctionDeclaration[] {
    const bodies = this.#reading.execution.calledBy(this.#chain, this.#at);
    return bodies.flatMap(({ node }) => (node.type === "FunctionDeclaration" ? [node] : []));
  }
}

function isMethodName(step: Step | undefined): boolean {
  return step?.type === "MemberExpression" && step.indexer === ":";
}

/** What the steps before `at` select. */
export function calleeAt(chain: Chain, at: number, { tracing }: Reading): Callee {
  const trace = tracing.trace(chain, at)[0];
  return trace !== undefined && trace.rest === at ? calleeOf(trace.origin, tracing) : { kind: "expression" };
}

export function calleeOf(origin: Origin, tracing: ValueTracing): Callee {
  switch (origin.kind) {
    case "global":
      return { kind: "global", path: origin.path };
    case "module": {
      const module = tracing.moduleName(origin.call);
      return module === undefined ? { kind: "expression" } : { kind: "module", module, path: origin.path };
    }
    case "local":
      return { kind: "local", path: [origin.binding.name as ByteText, ...origin.path] };
    case "table":
    case "function":
      return { kind: "own" };
  }
}
