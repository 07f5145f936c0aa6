// What a file has at hand: tables of its own, and what calls gave it. Filling those may change nothing for anybody else.
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, ValueSource } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import { isHarmless } from "../values/standard-names.ts";
import { type Callee, calleeAt } from "./calls.ts";

/** `unknown`: a local that is not seen through, as `app` of `local app = web.Application()`; `known`: a file or a function that Lua itself gave. */
export type AtHand = "known" | "unknown";

export type ArgumentAtHand = "table" | "given";

/** What the called function belongs to: `app` of `app:post(…)`; undefined for a global, a module, and what no local holds. */
export function calledOn(chain: Chain, at: number, reading: Reading): AtHand | undefined {
  const origin = reading.tracing.trace(chain, at)[0]?.origin;
  if (origin?.kind !== "local") return undefined;
  return isOfLua(origin.binding, reading) ? "known" : "unknown";
}

/** What a first argument that has a name may be: a table that the file makes, or what a call gave it. */
export function handedFirst(call: Call, reading: Reading): ArgumentAtHand | undefined {
  const [first] = argumentsOf(call);
  if (first === undefined || isCall(first)) return undefined;
  if (reading.scopes.chainOf(first)?.binding === undefined) return undefined;
  const all = reading.tracing.ofExpression(first).map((origin) => handedBy(origin, reading));
  return all.find((each) => each === "table") ?? all.find((each) => each !== undefined);
}

function handedBy(origin: Origin, reading: Reading): ArgumentAtHand | undefined {
  if (origin.kind === "local")
    return sourcesOf(origin.binding).some(({ expression }) => isGiven(expression, reading))
      ? "given"
      : undefined;
  if (origin.kind !== "table") return undefined;
  const [field, ...further] = origin.path;
  if (field === undefined) return "table";
  const values = further.length > 0 ? [] : reading.tracing.contents.valuesOf(origin.node, field);
  const isOne = values.slice(0, MOST_VALUES).some((value) => value !== undefined && isGiven(value, reading));
  return isOne ? "given" : undefined;
}

/** It is a text literal, or made from one: `"at " .. x`, `("%d"):format(x)`. */
export function holdsText(value: Expression): boolean {
  // Calls may follow each other 50,000 times.
  const open = [value];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.type === "StringLiteral") return true;
    if (next.type === "BinaryExpression" && next.operator === "..") open.push(next.right, next.left);
    if (!isCall(next) || next.base.type !== "MemberExpression") continue;
    if (next.base.identifier.name === "format") open.push(...argumentsOf(next));
    open.push(next.base.base);
  }
  return false;
}

/** Given by a call, or a field of what one gives. Lua's own functions that only compute give text and numbers. */
function isGiven(value: Expression, reading: Reading): boolean {
  let from = value;
  while (from.type === "MemberExpression" || from.type === "IndexExpression") from = from.base;
  return isCall(from) && !globalsCalled(from, reading).some((name) => isHarmless(name.split(".")));
}

/** As many as any sensible code has, so that no input makes the work more than linear. */
const MOST_VALUES = 16;

function sourcesOf({ sources }: Binding): readonly ValueSource[] {
  return sources.slice(0, MOST_VALUES);
}

/** What they give, files and functions, acts when it is called. */
const GIVE: ReadonlySet<string> = new Set([
  "io.open",
  "io.popen",
  "io.tmpfile",
  "io.input",
  "io.output",
  "load",
  "loadstring",
  "loadfile",
  "package.loadlib",
  "coroutine.wrap",
]);

function isOfLua(binding: Binding, reading: Reading): boolean {
  return sourcesOf(binding).some(
    ({ expression, result }) => result === 0 && isGivenByLua(expression, reading),
  );
}

function isGivenByLua(value: Expression, reading: Reading): boolean {
  if (!isCall(value)) return false;
  const names = globalsCalled(value, reading);
  const [first] = argumentsOf(value);
  if (names.includes("assert") && first !== undefined) return isGivenByLua(first, reading);
  return names.some((name) => GIVE.has(name));
}

function globalsCalled(call: Call, { scopes, tracing }: Reading): readonly string[] {
  const chain = scopes.chainOf(call);
  const at = chain?.steps.indexOf(call) ?? -1;
  const traces = chain === undefined || at < 0 ? [] : tracing.trace(chain, at);
  return traces.flatMap(({ origin, rest }) =>
    origin.kind === "global" && rest === at ? [origin.path.join(".")] : [],
  );
}

/** `ffi.fill(buffer, size)`, `ffi.copy(buffer, text)` of what `ffi.new` made here. */
export function fillsOwnBuffer({ path }: Callee & { kind: "module" }, call: Call, reading: Reading): boolean {
  const { scopes } = reading;
  if (path.join(".") !== "fill" && path.join(".") !== "copy") return false;
  const [buffer] = argumentsOf(call);
  const chain = buffer === undefined ? undefined : scopes.chainOf(buffer);
  const sources =
    chain?.steps.length === 0 ? (chain.binding === undefined ? [] : sourcesOf(chain.binding)) : [];
  return sources.length > 0 && sources.every(({ expression }) => isNewOfFfi(expression, reading));
}

function isNewOfFfi(value: Expression, reading: Reading): boolean {
  const chain = isCall(value) ? reading.scopes.chainOf(value) : undefined;
  if (chain === undefined) return false;
  const callee = calleeAt(chain, chain.steps.length - 1, reading);
  return callee.kind === "module" && callee.module === "ffi" && callee.path.join(".") === "new";
}
