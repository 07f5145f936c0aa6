// What a file has at hand: tables of its own, and what calls gave it. Filling those may change nothing for anybody else.
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes, ValueSource } from "../scopes/scopes.ts";
import type { Call, Expression, TableConstructorExpression } from "../syntax/ast.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import { isHarmless } from "../values/standard-names.ts";
import { type Callee, calleeAt } from "./calls.ts";

/** The local that a called function belongs to, or is: `app` of `app:post(…)` after `local app = web.Application()`. */
export interface Held {
  /** `known`: a file or a function that Lua itself gave. */
  readonly kind: "known" | "unknown";
  /** Where it is declared: no other local has this number. */
  readonly declared: number;
  /** What was called to make it: `web.Application`; undefined where anything but the result of a call may be in it. */
  readonly makers: readonly Maker[] | undefined;
}

export interface Maker {
  readonly callee: Callee;
  /** As it is written, without the arguments. */
  readonly text: string;
  /** It was given a table that is written out: `Widget { … }`. */
  readonly takesTable: boolean;
}

/** A table that the file makes, the one that it gives to whoever requires it, or what a call gave it; `replaced`: `x` of `x = f(x)`. */
export type ArgumentAtHand = "table" | "exported" | "given" | "replaced";

/** What the called function belongs to; undefined for a global, a module, and what no local holds. */
export function calledOn(chain: Chain, at: number, reading: Reading): Held | undefined {
  const origin = reading.tracing.trace(chain, at)[0]?.origin;
  if (origin?.kind !== "local") return undefined;
  return new HeldLocal(origin.binding, reading);
}

/** Who made it is worked out when it is asked for. */
class HeldLocal implements Held {
  readonly kind: Held["kind"];
  readonly declared: number;
  readonly #binding: Binding;
  readonly #reading: Reading;

  constructor(binding: Binding, reading: Reading) {
    this.kind = isOfLua(binding, reading) ? "known" : "unknown";
    this.declared = binding.range[0];
    this.#binding = binding;
    this.#reading = reading;
  }

  get makers(): Held["makers"] {
    return makersOf(this.#binding, this.#reading);
  }
}

/** More callers in a row than any sensible code passes an object through. */
const MOST_CALLERS = 2;

function makersOf(binding: Binding, reading: Reading, depth = MOST_CALLERS): readonly Maker[] | undefined {
  const values =
    binding.kind === "parameter" && binding.sources.length === 0
      ? depth > 0
        ? passedAs(binding, reading)
        : []
      : binding.kind === "local"
        ? sourcesOf(binding).map(({ expression }) => expression)
        : [];
  const makers = values.map((value) => makersOfValue(value, reading, depth));
  return makers.length > 0 && makers.every((each) => each !== undefined) ? makers.flat() : undefined;
}

function makersOfValue(value: Expression, reading: Reading, depth: number): readonly Maker[] | undefined {
  const held = value.type === "Identifier" ? reading.scopes.chainOf(value)?.binding : undefined;
  if (held !== undefined) return depth > 0 ? makersOf(held, reading, depth - 1) : undefined;
  const maker = makerOf(value, reading);
  return maker === undefined ? undefined : [maker];
}

/** What the visible calls of a local function pass as this parameter; none where there are too many to ask. */
function passedAs({ body, range }: Binding, { scopes }: Reading): readonly Expression[] {
  const { node } = body;
  const index = node.type === "Chunk" ? -1 : node.parameters.findIndex((each) => each.range === range);
  const calls = index < 0 ? [] : (callsOfLocals(scopes).get(node) ?? []);
  if (calls.length > MOST_VALUES) return [];
  return calls.flatMap((call) => argumentsOf(call)[index] ?? []);
}

const knownCalls = new WeakMap<Scopes, ReadonlyMap<unknown, readonly Call[]>>();

/** By the function that a local holds, the calls of that local. */
function callsOfLocals(scopes: Scopes): ReadonlyMap<unknown, readonly Call[]> {
  const known = knownCalls.get(scopes);
  if (known !== undefined) return known;
  const found = new Map<unknown, Call[]>();
  for (let index = 0; index < scopes.chains.length; index++) {
    const { binding, steps } = scopes.chains[index] as Chain;
    const [call] = steps;
    const [source, ...others] = binding?.sources ?? [];
    if (!isCall(call) || source === undefined || others.length > 0) continue;
    const calls = found.get(source.expression) ?? [];
    if (calls.length <= MOST_VALUES) calls.push(call);
    found.set(source.expression, calls);
  }
  knownCalls.set(scopes, found);
  return found;
}

function makerOf(value: Expression, reading: Reading): Maker | undefined {
  let made = value;
  while (made.type === "MemberExpression" || made.type === "IndexExpression") made = made.base;
  const chain = isCall(made) ? reading.scopes.chainOf(made) : undefined;
  if (chain === undefined || !isCall(made)) return undefined;
  const callee = calleeAt(chain, chain.steps.indexOf(made), reading);
  const takesTable = argumentsOf(made)[0]?.type === "TableConstructorExpression";
  return { callee, text: reading.text.slice(...made.base.range), takesTable };
}

/** What a first argument that has a name may be: a table that the file makes, or what a call gave it. */
export function handedFirst(call: Call, chain: Chain, reading: Reading): ArgumentAtHand | undefined {
  const [first] = argumentsOf(call);
  if (first === undefined || isCall(first)) return undefined;
  const { binding, steps = [] } = reading.scopes.chainOf(first) ?? {};
  if (binding === undefined) return undefined;
  if (steps.length === 0 && isReplaced(binding, chain, reading)) return "replaced";
  const origins = reading.tracing.ofExpression(first);
  const isOfOthers = origins.some(({ kind }) => kind === "module" || kind === "global");
  if (steps.length === 0 && !isOfOthers && isGivenTo(binding, reading)) return "given";
  const all = origins.map((origin) => handedBy(origin, reading));
  return (
    all.find((each) => each === "table" || each === "exported") ?? all.find((each) => each !== undefined)
  );
}

function isGivenTo(binding: Binding, reading: Reading): boolean {
  return sourcesOf(binding).some(({ expression }) => isGiven(expression, reading));
}

function isReplaced(binding: Binding, { role }: Chain, { scopes }: Reading): boolean {
  const target = role.kind === "assigned" ? role.targets[role.index] : undefined;
  return target?.type === "Identifier" && scopes.chainOf(target)?.binding === binding;
}

/** What was called to make the first argument, as far as that is known: `StateMachine.new` of `StateMachine.register(machine, f)`. */
export function makersOfFirst(call: Call, reading: Reading): readonly Maker[] {
  const [first] = argumentsOf(call);
  if (first?.type !== "Identifier") return [];
  const binding = reading.scopes.chainOf(first)?.binding;
  if (binding === undefined) return [];
  return sourcesOf(binding).flatMap(({ expression }) => makerOf(expression, reading) ?? []);
}

function handedBy(origin: Origin, reading: Reading): ArgumentAtHand | undefined {
  if (origin.kind === "local") return isGivenTo(origin.binding, reading) ? "given" : undefined;
  if (origin.kind !== "table") return undefined;
  const [field, ...further] = origin.path;
  if (field === undefined) return isExported(origin.node, reading) ? "exported" : "table";
  const values = further.length > 0 ? [] : reading.tracing.contents.valuesOf(origin.node, field);
  const isOne = values.slice(0, MOST_VALUES).some((value) => value !== undefined && isGiven(value, reading));
  return isOne ? "given" : undefined;
}

function isExported(table: TableConstructorExpression, { scopes, tracing }: Reading): boolean {
  const [chunk] = scopes.bodies;
  if (chunk === undefined) return false;
  const returns = scopes.returnsOf(chunk.node).slice(0, MOST_VALUES);
  const given = returns.flatMap((each) => each.arguments.slice(0, 1));
  return given
    .flatMap((value) => tracing.ofExpression(value))
    .some((origin) => origin.kind === "table" && origin.node === table);
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

/** It is a function, a table with one, `{ on_click = f }`, or what a call makes of one, `checked(f)`. */
export function holdsFunction(value: Expression, { tracing }: Reading): boolean {
  const inside =
    value.type === "TableConstructorExpression"
      ? value.fields.map((field) => field.value)
      : isCall(value)
        ? argumentsOf(value)
        : [];
  return [value, ...inside.slice(0, MOST_VALUES)].some((each) =>
    tracing.ofExpression(each).some(({ kind }) => kind === "function"),
  );
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
