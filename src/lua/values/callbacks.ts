import { argumentsOf } from "../scopes/chains.ts";
import type { Chain } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import type { ValueTracing } from "./value-tracing.ts";

/** Which arguments the functions of Lua call before they give back: positions count from 0. */
const CALLED: ReadonlyMap<string, readonly number[]> = new Map([
  ["pcall", [0]],
  ["xpcall", [0, 1]],
  ["table.sort", [1]],
  ["string.gsub", [2]],
  // Of 5.1 and LuaJIT.
  ["table.foreach", [1]],
  ["table.foreachi", [1]],
]);

/** What call `at` of a chain makes Lua call: `table.sort(t, byName)`, `text:gsub("%w", shout)`. */
export function callbacksOf(
  chain: Chain,
  at: number,
  call: Call,
  tracing: ValueTracing,
): readonly Expression[] {
  const given = argumentsOf(call);
  if (given.length === 0) return [];
  const { base } = call;
  if (base.type === "MemberExpression" && base.indexer === ":")
    return base.identifier.name === "gsub" ? given.slice(1, 2) : [];
  const [trace] = tracing.trace(chain, at);
  if (trace?.rest !== at || trace.origin.kind !== "global") return [];
  const positions = CALLED.get(trace.origin.path.join(".")) ?? [];
  return positions.flatMap((position) => given[position] ?? []);
}
