import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { LuaVersion } from "../../model/lua-version.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain, FunctionBody } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import { callbacksOf } from "../values/callbacks.ts";
import { namesModule } from "../values/module-calls.ts";
import type { Reading } from "../values/reading.ts";
import {
  isHarmless,
  isHarmlessOfFfi,
  isLibrary,
  STRING_METHODS,
  standardNames,
} from "../values/standard-names.ts";
import { isVersionCall } from "../values/version-call.ts";
import {
  type ArgumentAtHand,
  calledOn,
  fillsOwnBuffer,
  type Held,
  handedFirst,
  holdsFunction,
  holdsText,
  type Maker,
  makersOfFirst,
} from "./at-hand.ts";
import { type Callee, calleeAt, calleeOf, toldCalls } from "./calls.ts";
import { type RunByCall, runBy, runIn } from "./run-by.ts";

/** What loading the file does besides defining. Calls of the file's own functions stand for what those do, if they are known. */
export interface Effect {
  /**
   * `write`: to a global, to a field of one, or to a field of a required module; `change`: a function of Lua changes such a thing,
   * `table.insert(package.searchers, f)`.
   */
  readonly kind: "call" | "write" | "change";
  /** The call with its arguments; for a write, the target. */
  readonly range: ByteRange;
  /** What is called, what is written to, or what is changed. */
  readonly callee: Callee;
  /** As it is written, without the arguments. */
  readonly text: string;
  /** A function of Lua that only computes: `pairs`, `string.format`, `text:match`, … */
  readonly isHarmless: boolean;
  /** What the called function belongs to, if a local holds it: `app` of `app:post(…)`. */
  readonly on: Held | undefined;
  /** What methods of that name do that the file defines: one may have been copied into what the call is on. */
  readonly mayDo: readonly Effect[];
  /** A function is passed, or a table that holds one. */
  readonly passesFunction: boolean;
  /** The first argument of a call, if it has a name and the file has it at hand: `fill(M, …)`. */
  readonly takes: ArgumentAtHand | undefined;
  /** What was called to make that argument. */
  readonly takesFrom: readonly Maker[];
  /** A text literal is in what a call is passed: `print("at " .. x)`. */
  readonly passesText: boolean;
  /** What those of the file's own functions do that are passed to another module; undefined if there are none. */
  readonly handed?: readonly Effect[] | undefined;
  /** A write to a field whose name is computed: `string[name] = f`. */
  readonly isComputed: boolean;
  /** A write to what may be a table that the file makes, `local M = _G.M or {}` … `M.x = 1`; a call of what such a table may hold, `handlers[name]()`. */
  readonly mayBeOwn: boolean;
  /** The enclosing function; "" where the file itself does it. */
  readonly scope: string;
  /** The call at load that makes one of the file's own functions run; undefined outside such functions. */
  readonly from: ByteRange | undefined;
}

/** What `pcall(require, 'x')` calls in the end. */
const REQUIRE: Callee = { kind: "global", path: ["require" as ByteText] };

/** In source order: at top level, in top-level blocks, in functions that are called where they stand, in own functions that are called at load. */
export function effectsOf(reading: Reading): readonly Effect[] {
  const { scopes, tracing, execution } = reading;
  const requires = new Map<Expression, Call>(
    tracing.requireCalls().flatMap(({ call }) => (isCall(call) ? [[call, call]] : [])),
  );
  const look: Look = { reading, requires, done: new Map(), methods: new Map() };
  const found: Effect[] = [];
  for (let at = 0; at < scopes.chains.length; at++) {
    const chain = scopes.chains[at] as Chain;
    const its = execution.includes(chain.body) ? effectsIn(chain, look) : NOTHING;
    if (its.length > 0) found.push(...its);
  }
  return found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

const NOTHING: readonly Effect[] = [];

interface Look {
  readonly reading: Reading;
  readonly requires: ReadonlyMap<Expression, Call>;
  /** What each function does that another module, or an object of another module, may call; undefined if that is not looked at again. */
  readonly done?: Map<FunctionBody, readonly Effect[]>;
  /** The file's functions that have a name behind a dot or a colon, by that; empty until somebody asks. */
  readonly methods: Map<string, readonly FunctionBody[]>;
}

function effectsIn(chain: Chain, look: Look): readonly Effect[] {
  const { reading, requires } = look;
  const written = writeOf(chain, reading);
  const calls = toldCalls(chain);
  if (calls.length === 0) return written;
  const found = [...written];
  for (const at of calls) {
    const call = chain.steps[at] as Call;
    if (isKnownByItsBody(chain, call, at, reading)) continue;
    const callee = isRequire(call, requires) ? REQUIRE : calleeAt(chain, at, reading);
    const run = runBy(callee, call, reading) ?? { callee, name: call.base };
    found.push(new CallEffect(chain, call, at, run, look), ...changeBy(chain, call, callee, reading));
  }
  return found;
}

function handedTo(call: Call, look: Look): readonly Effect[] | undefined {
  const { execution } = look.reading;
  const bodies = argumentsOf(call).flatMap((value) => execution.ownFunction(value) ?? []);
  return bodies.length === 0 || look.done === undefined ? undefined : doneBy(bodies, look);
}

/** What methods do that have the name of the called one: `check` of `made:check()` and `function M:check()`. */
function doneByMethods(chain: Chain, at: number, look: Look): readonly Effect[] {
  const step = chain.steps[at - 1];
  if (step?.type !== "MemberExpression") return [];
  const { name } = step.identifier;
  const { methods } = look;
  if (methods.size === 0) {
    for (const body of look.reading.scopes.bodies) {
      const method = /(?<=[.:])\w+$/.exec(body.name)?.[0];
      const same = method === undefined ? [] : (methods.get(method) ?? []);
      if (method !== undefined && same.length < MOST_METHODS) methods.set(method, [...same, body]);
    }
  }
  return doneBy(methods.get(name) ?? [], look);
}

/** As many of one name as any sensible file has. */
const MOST_METHODS = 16;

function doneBy(bodies: readonly FunctionBody[], look: Look): readonly Effect[] {
  const { reading, requires, done, methods } = look;
  if (done === undefined) return [];
  const { execution } = reading;
  for (const body of bodies) {
    if (done.has(body)) continue;
    const chains = [...execution.runBy(body).keys()].flatMap((each) => execution.chainsIn(each));
    done.set(
      body,
      chains.flatMap((chain) => effectsIn(chain, { reading, requires, methods })),
    );
  }
  const [only, ...others] = bodies;
  return only !== undefined && others.length === 0
    ? (done.get(only) ?? [])
    : bodies.flatMap((body) => done.get(body) ?? []);
}

/** Even where a version is asked for: `require 'imgui' '0.9'`. */
function isRequire(call: Call, requires: Look["requires"]): boolean {
  const required = requires.get(call.base);
  return requires.has(call) || (required !== undefined && isVersionCall(call, required));
}

/** The call runs a function of this file, and what that does is an effect of its own. */
function isKnownByItsBody(chain: Chain, call: Call, at: number, reading: Reading): boolean {
  if (call.base.type === "FunctionDeclaration" || reading.execution.calledBy(chain, at).length > 0)
    return true;
  const run = runIn(calleeAt(chain, at, reading), call, reading);
  if (run === undefined) return false;
  const origins = run.type === "FunctionDeclaration" ? [] : reading.tracing.ofExpression(run);
  return run.type === "FunctionDeclaration" || (origins.length === 1 && origins[0]?.kind === "function");
}

/** `pcall(string.format, "%a", 0)` is as harmless as what it calls. */
function onlyComputes(callee: Callee, call: Call, reading: Reading): boolean {
  const { tracing, version } = reading;
  if (callee.kind === "module")
    return callee.module === "ffi" && (isHarmlessOfFfi(callee.path) || fillsOwnBuffer(callee, call, reading));
  if (callee.kind !== "global") return false;
  if (namesModule(callee.path, version)) return true;
  if (callee.path.join(".") === "setfenv") return isOfOwn(call, reading);
  const run = runIn(callee, call, reading);
  if (run === undefined) return isHarmless(callee.path);
  const targets = tracing.ofExpression(run);
  return targets.length > 0 && targets.every((each) => each.kind === "global" && isHarmless(each.path));
}

/** `setfenv(f, M)` of the file's own function, and `setfenv(1, M)` of the file itself. */
function isOfOwn(call: Call, { tracing }: Reading): boolean {
  const [whose] = argumentsOf(call);
  if (whose === undefined) return false;
  if (whose.type === "NumericLiteral") return whose.value === 1;
  const origins = tracing.ofExpression(whose);
  return origins.length > 0 && origins.every(({ kind }) => kind === "function");
}

/** What a call does. Some of it is worked out when it is asked for. */
class CallEffect implements Effect {
  readonly kind = "call";
  readonly range: ByteRange;
  readonly callee: Callee;
  readonly text: string;
  readonly isHarmless: boolean;
  readonly on: Held | undefined;
  readonly takes: ArgumentAtHand | undefined;
  readonly handed: readonly Effect[] | undefined;
  readonly passesText: boolean;
  readonly isComputed = false;
  readonly mayBeOwn: boolean;
  readonly scope: string;
  readonly from: ByteRange | undefined;
  readonly #chain: Chain;
  readonly #at: number;
  readonly #call: Call;
  readonly #look: Look;

  constructor(chain: Chain, call: Call, at: number, run: RunByCall, look: Look) {
    const { reading } = look;
    const { callee } = run;
    const before = chain.steps[at - 1];
    const isOnText =
      before?.type === "MemberExpression" &&
      before.indexer === ":" &&
      STRING_METHODS.has(before.identifier.name);
    this.range = byteRange(call.range);
    this.callee = callee;
    this.text = reading.text.slice(...run.name.range);
    this.on = calledOn(chain, at, reading);
    this.isHarmless =
      (isOnText || onlyComputes(callee, call, reading)) && !handsOver(chain, at, call, reading);
    this.takes = handedFirst(call, chain, reading);
    this.handed = callee.kind === "module" ? handedTo(call, look) : undefined;
    this.passesText = argumentsOf(call).some(holdsText);
    this.mayBeOwn = isHeldByOwn(chain, at, reading);
    this.scope = chain.body.name;
    this.from = reading.execution.calledFrom(chain.body);
    this.#chain = chain;
    this.#at = at;
    this.#call = call;
    this.#look = look;
  }

  get mayDo(): readonly Effect[] {
    return this.on === undefined ? [] : doneByMethods(this.#chain, this.#at, this.#look);
  }

  get takesFrom(): readonly Maker[] {
    return makersOfFirst(this.#call, this.#look.reading);
  }

  get passesFunction(): boolean {
    return argumentsOf(this.#call).some((value) => holdsFunction(value, this.#look.reading));
  }
}

/** `handlers[name]` of a table that the file makes. */
function isHeldByOwn(chain: Chain, at: number, { tracing }: Reading): boolean {
  const [trace] = tracing.trace(chain, at);
  return trace?.origin.kind === "table" && trace.rest < at && !chain.steps.slice(0, at).some(isCall);
}

/** `text:gsub("%w", print)`, `table.sort(names, print)`: the function that is passed is called, and does more than compute. */
function handsOver(chain: Chain, at: number, call: Call, { tracing, version }: Reading): boolean {
  return callbacksOf(chain, at, call, tracing)
    .flatMap((callback) => tracing.ofExpression(callback))
    .some((each) => each.kind === "global" && doesMore(each.path, version));
}

function doesMore(path: readonly ByteText[], version: LuaVersion): boolean {
  return standardNames(version).has(path[0] ?? "") && !isHarmless(path) && !isTable(path, version);
}

function isTable([name = "", ...fields]: readonly string[], version: LuaVersion): boolean {
  return fields.length === 0 && isLibrary(name, version);
}

/** Functions that change what they are given, and which argument that is. */
const CHANGED: ReadonlyMap<string, number> = new Map([
  ["rawset", 0],
  ["setmetatable", 0],
  ["table.insert", 0],
  ["table.remove", 0],
  ["table.sort", 0],
]);

/** If it is not one of the file's own: then it is changed for everybody who uses it. */
function changeBy(chain: Chain, call: Call, callee: Callee, reading: Reading): readonly Effect[] {
  const name = callee.kind === "global" ? callee.path.join(".") : "";
  const at = name === "table.move" ? (argumentsOf(call)[4] === undefined ? 0 : 4) : CHANGED.get(name);
  const table = at === undefined ? undefined : argumentsOf(call)[at];
  const origins = table === undefined ? [] : reading.tracing.ofExpression(table);
  const [origin] = origins;
  // What may be a table of the file's own is not reported.
  if (table === undefined || !origins.every(({ kind }) => kind === "global" || kind === "module")) return [];
  if (origin?.kind !== "global" && origin?.kind !== "module") return [];
  // A global that is set this way is the business of `no-globals`.
  if (name === "rawset" && origin.kind === "global" && origin.path.length === 0) return [];
  return [
    {
      kind: "change",
      range: byteRange(call.range),
      callee: calleeOf(origin, reading.tracing),
      text: reading.text.slice(...table.range),
      isHarmless: false,
      ...NO_CALL,
      isComputed: false,
      mayBeOwn: false,
      scope: chain.body.name,
      from: reading.execution.calledFrom(chain.body),
    },
  ];
}

function writeOf(chain: Chain, reading: Reading): readonly Effect[] {
  const { text, tracing, execution } = reading;
  const { role, steps, binding, range, body } = chain;
  if (role.kind !== "target" || (binding !== undefined && steps.length === 0)) return NOTHING;
  const owners = steps.length === 1 ? tracing.indexedIn(chain) : undefined;
  if (owners?.every(({ kind }) => kind !== "global" && kind !== "module")) return NOTHING;
  const traces = tracing.trace(chain);
  const [trace] = traces;
  const kind = trace?.origin.kind;
  if (trace === undefined || (kind !== "global" && kind !== "module")) return [];
  const fact = {
    range: byteRange(range),
    callee: calleeAt(chain, trace.rest, reading),
    text: text.slice(...range),
    scope: body.name,
    from: execution.calledFrom(body),
  };
  const mayBeOwn = traces.some(({ origin }) => origin.kind === "table");
  const isComputed = trace.rest < steps.length;
  return [{ kind: "write", isHarmless: false, isComputed, mayBeOwn, ...NO_CALL, ...fact }];
}

const NO_CALL = {
  on: undefined,
  mayDo: [],
  takes: undefined,
  takesFrom: [],
  passesText: false,
  passesFunction: false,
} as const satisfies Partial<Effect>;
