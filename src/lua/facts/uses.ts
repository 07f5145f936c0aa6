import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain, Step } from "../scopes/scopes.ts";
import { byteRange } from "../syntax/ranges.ts";
import { Certainty } from "../values/certainty.ts";
import { fieldNameRange, pathOf, type RequireCall } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { Trace } from "../values/tracer.ts";
import type { CalledGlobal } from "../values/value-tracing.ts";
import type { Require, StaticRequire } from "./requires.ts";

/** What a file does with a module that it requires, through all the locals that hold it. */
export interface ModuleUse {
  readonly require: StaticRequire;
  readonly fields: readonly FieldUse[];
  /** Where the module is passed on as a value, so that its fields may be used out of sight. */
  readonly escapes: readonly ByteRange[];
  /** Where the module itself is called: `require 'x' 'v'`. */
  readonly calls: readonly ByteRange[];
}

export interface FieldUse {
  readonly name: ByteText;
  readonly kind: "read" | "call" | "method" | "write";
  /** From the start of the expression to the end of the field: `m.f`, `m:f`, `m["f"]`. */
  readonly range: ByteRange;
  readonly nameRange: ByteRange;
  readonly scope: string;
  /** False if the local may hold something else too. */
  readonly isCertain: boolean;
}

interface Growing {
  readonly call: RequireCall;
  readonly require: StaticRequire;
  /** Whether the call requires this module and no other. */
  readonly isAlone: boolean;
  readonly fields: FieldUse[];
  readonly escapes: ByteRange[];
  readonly calls: ByteRange[];
}

export function usesOf(
  reading: Reading,
  requires: ReadonlyMap<RequireCall, readonly Require[]>,
): readonly ModuleUse[] {
  const uses = new Map<RequireCall, readonly Growing[]>();
  for (const [call, each] of requires) {
    const named = each.flatMap((require) => (require.kind === "static" ? [require] : []));
    const isAlone = each.length === 1;
    const growing = named.map((require) => ({ call, require, isAlone, fields: [], escapes: [], calls: [] }));
    if (named.length > 0) uses.set(call, growing);
  }
  if (uses.size === 0) return [];
  const certainty = new Certainty(reading.tracing);
  for (let index = 0; index < reading.scopes.chains.length; index++) {
    const chain = reading.scopes.chains[index] as Chain;
    if (!isPlainTarget(chain)) addUses(chain, uses, reading, certainty);
  }
  return [...uses.values()].flat().map(({ require, fields, escapes, calls }) => ({
    require,
    fields,
    escapes,
    calls,
  }));
}

/** A local that is given the same module twice counts as one use, of the first. */
function addUses(
  chain: Chain,
  uses: ReadonlyMap<RequireCall, readonly Growing[]>,
  reading: Reading,
  certainty: Certainty,
): void {
  const seen = new Set<string>();
  for (const trace of reading.tracing.trace(chain)) {
    if (trace.origin.kind !== "module") continue;
    for (const use of uses.get(trace.origin.call) ?? []) {
      const key = `${use.require.name}\0${pathOf(trace.origin)[0] ?? ""}`;
      if (seen.has(key)) continue;
      seen.add(key);
      addUse(use, chain, trace, reading, certainty);
    }
  }
}

/** The local itself is assigned to: that is not a use of what it held. */
export function isPlainTarget({ role, steps, binding }: Chain): boolean {
  return role.kind === "target" && steps.length === 0 && binding !== undefined;
}

function addUse(use: Growing, chain: Chain, trace: Trace, reading: Reading, certainty: Certainty): void {
  if (trace.inherited > 0) return;
  const call = calledModule(use.call, chain, trace);
  if (call !== undefined) use.calls.push(byteRange(call.range));
  const at = trace.first;
  if (at !== -1) {
    const name = pathOf(trace.origin)[trace.inherited] ?? ("" as ByteText);
    const isCertain = use.isAlone && certainty.of(chain.binding);
    use.fields.push(fieldUse(chain, at, name, isCertain, reading));
    return;
  }
  const next = chain.steps[trace.rest];
  const raw = next === undefined ? rawRead(use, chain, certainty, reading) : [];
  use.fields.push(...raw);
  if (next === undefined) {
    if (raw.length === 0 && isHandedOn(chain, reading)) use.escapes.push(byteRange(chain.range));
  } else if (!isCall(next)) use.escapes.push(byteRange(next.range));
}

/** `rawget(m, "f")` */
function rawRead(
  { isAlone }: Growing,
  { role, binding, body }: Chain,
  certainty: Certainty,
  { tracing }: Reading,
): readonly FieldUse[] {
  if (role.kind !== "argument" || role.index !== 0) return [];
  const called = tracing.calledGlobal(role.chain);
  const [, key] = called?.name === "rawget" && called.call === role.call ? argumentsOf(role.call) : [];
  const name = key === undefined ? undefined : tracing.folding.name(key);
  if (key === undefined || name === undefined) return [];
  const range = byteRange(role.call.range);
  const isCertain = isAlone && certainty.of(binding);
  return [{ name, kind: "read", range, nameRange: byteRange(key.range), scope: body.name, isCertain }];
}

/** The call of the module itself, including `require 'x' 'v'`, which is followed. */
function calledModule({ call }: RequireCall, { steps }: Chain, { first, rest }: Trace): Step | undefined {
  const version = steps.find((step) => step.base === call && isCall(step));
  const next = first === -1 ? steps[rest] : undefined;
  return version ?? (next !== undefined && isCall(next) ? next : undefined);
}

function fieldUse(chain: Chain, at: number, name: ByteText, isCertain: boolean, { text }: Reading): FieldUse {
  const step = chain.steps[at] as Step;
  return {
    name,
    kind: accessKind(chain, at),
    range: byteRange(step.range),
    nameRange: fieldNameRange(step, text),
    scope: chain.body.name,
    isCertain,
  };
}

/** What is done with the field that step `at` selects. */
export function accessKind({ steps, role }: Chain, at: number): FieldUse["kind"] {
  const step = steps[at];
  const next = steps[at + 1];
  if (next === undefined) return role.kind === "target" ? "write" : "read";
  if (!isCall(next)) return "read";
  return step?.type === "MemberExpression" && step.indexer === ":" ? "method" : "call";
}

/** Whether the value goes where it can no longer be followed. */
function isHandedOn({ role }: Chain, { scopes, tracing }: Reading): boolean {
  switch (role.kind) {
    case "statement":
    case "operand":
    case "init":
    case "target":
    case "called":
      return false;
    case "assigned": {
      const target = role.targets[role.index];
      const local = target?.type === "Identifier" ? scopes.chainOf(target)?.binding : undefined;
      return local === undefined;
    }
    case "argument":
      return !keepsNothing(tracing.calledGlobal(role.chain), role.call);
    default:
      return true;
  }
}

function keepsNothing(called: CalledGlobal | undefined, call: Step): boolean {
  return called?.call === call && KEEPS_NOTHING.has(called.name);
}

const KEEPS_NOTHING: ReadonlySet<string> = new Set(["assert", "type", "tostring", "print", "rawequal"]);
