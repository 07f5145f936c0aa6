import { argumentsOf } from "../scopes/chains.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { ranAtOnce } from "../values/callbacks.ts";
import type { Reading } from "../values/reading.ts";
import { type Callee, calleeOf } from "./calls.ts";

export interface RunByCall {
  readonly callee: Callee;
  /** As it is written. */
  readonly name: Expression;
}

/** `pcall(ffi.cdef, text)` is a call of `ffi.cdef`, if only one function can be meant. */
export function runBy(callee: Callee, call: Call, reading: Reading): RunByCall | undefined {
  const { tracing } = reading;
  const name = runIn(callee, call, reading);
  const origins = name === undefined ? [] : tracing.ofExpression(name);
  const [origin] = origins;
  if (name === undefined || origins.length !== 1) return undefined;
  return origin?.kind === "global" || origin?.kind === "module"
    ? { callee: calleeOf(origin, tracing), name }
    : undefined;
}

/** What `pcall`, `xpcall` or `coroutine.resume` runs in the end; undefined for a call of anything else. */
export function runIn(callee: Callee, call: Call, { tracing }: Reading): Expression | undefined {
  return callee.kind === "global" ? ranAtOnce(callee.path.join("."), argumentsOf(call), tracing) : undefined;
}
