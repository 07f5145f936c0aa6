import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import type { Tracer } from "./tracer.ts";

/** Which arguments the functions of Lua call before they return: positions count from 0. */
const CALLED: ReadonlyMap<string, readonly number[]> = new Map([
  ["xpcall", [1]],
  ["table.sort", [1]],
  ["string.gsub", [2]],
  // In 5.1 and LuaJIT.
  ["table.foreach", [1]],
  ["table.foreachi", [1]],
]);

/** What call `at` of a chain makes Lua call: `table.sort(t, byName)`, `text:gsub("%w", shout)`. */
export function callbacksOf(chain: Chain, at: number, call: Call, tracing: Tracer): readonly Expression[] {
  const given = argumentsOf(call);
  if (given.length === 0) return [];
  const { base } = call;
  if (base.type === "MemberExpression" && base.indexer === ":")
    return base.identifier.name === "gsub" ? given.slice(1, 2) : [];
  const [trace] = tracing.trace(chain, at);
  if (trace?.rest !== at || trace.origin.kind !== "global") return [];
  const name = trace.origin.path.join(".");
  const positions = CALLED.get(name) ?? [];
  const run = ranAtOnce(name, given, tracing);
  return [...(run === undefined ? [] : [run]), ...positions.flatMap((position) => given[position] ?? [])];
}

/** What `pcall`, `xpcall` or `coroutine.resume` runs. */
export function ranAtOnce(
  name: string,
  given: readonly Expression[],
  tracer: Pick<Tracer, "ofExpression">,
): Expression | undefined {
  if (name === "coroutine.resume") return resumedRun(given);
  return isProtecting(name) ? protectedRun(name, given, tracer)?.run : undefined;
}

/** `f` of `coroutine.resume(coroutine.create(f), …)` */
export function resumedRun([made]: readonly Expression[]): Expression | undefined {
  return made !== undefined && isCall(made) && isOfCoroutine(made, "create")
    ? argumentsOf(made)[0]
    : undefined;
}

export function isOfCoroutine({ base }: Call, name: string): boolean {
  if (base.type !== "MemberExpression" || base.identifier.name !== name) return false;
  return base.base.type === "Identifier" && base.base.name === "coroutine";
}

export interface ProtectedRun {
  readonly run: Expression;
  /** The arguments that it is given. */
  readonly given: readonly Expression[];
  /** How many of `pcall` and `xpcall` there are in a row. */
  readonly depth: number;
}

/** What a call of `pcall` or `xpcall` with `given` runs in the end: `f` of `pcall(pcall, f, v)` and of `xpcall(f, handler, v)`. */
export function protectedRun(
  protecting: string,
  given: readonly Expression[],
  tracer: Pick<Tracer, "ofExpression">,
): ProtectedRun | undefined {
  let name: string | undefined = protecting;
  let [run, ...rest] = given;
  for (let depth = 1; run !== undefined; depth++) {
    const own: readonly Expression[] = name === "xpcall" ? rest.slice(1) : rest;
    name = protectingName(run, tracer);
    if (name === undefined) return { run, given: own, depth };
    [run, ...rest] = own;
  }
  return undefined;
}

/** Which of the two it is, if it can be nothing else. */
function protectingName(run: Expression, tracer: Pick<Tracer, "ofExpression">): string | undefined {
  const [origin, ...others] = run.type === "FunctionDeclaration" ? [] : tracer.ofExpression(run);
  if (origin?.kind !== "global" || origin.path.length !== 1 || others.length > 0) return undefined;
  const [name = ""] = origin.path;
  return isProtecting(name) ? name : undefined;
}

export function isProtecting(name: string): boolean {
  return name === "pcall" || name === "xpcall";
}
