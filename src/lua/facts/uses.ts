import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { isCall } from "../scopes/chains.ts";
import type { Chain, Step } from "../scopes/scopes.ts";
import { byteRange } from "../syntax/ranges.ts";
import { Certainty } from "../values/certainty.ts";
import { fieldName, fieldNameRange, type RequireCall } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { Trace } from "../values/value-tracing.ts";
import type { Require, StaticRequire } from "./requires.ts";

/** What a file does with a module that it requires, through all the locals that hold it. */
export interface ModuleUse {
  readonly require: StaticRequire;
  readonly fields: readonly FieldUse[];
  /** Where the module is handed on as a value, so that its fields may be used out of sight. */
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
  /** False when the local may hold something else too. */
  readonly isCertain: boolean;
}

interface Growing {
  readonly call: RequireCall;
  readonly require: StaticRequire;
  readonly fields: FieldUse[];
  readonly escapes: ByteRange[];
  readonly calls: ByteRange[];
}

export function usesOf(reading: Reading, requires: ReadonlyMap<RequireCall, Require>): readonly ModuleUse[] {
  const uses = new Map<RequireCall, Growing>();
  for (const [call, require] of requires) {
    if (require.kind === "static") uses.set(call, { call, require, fields: [], escapes: [], calls: [] });
  }
  if (uses.size === 0) return [];
  const certainty = new Certainty(reading.tracing);
  for (const chain of reading.scopes.chains) {
    if (!isPlainTarget(chain)) addUses(chain, uses, reading, certainty);
  }
  return [...uses.values()].map(({ require, fields, escapes, calls }) => ({
    require,
    fields,
    escapes,
    calls,
  }));
}

/** A local that is given the same module twice is one use, of the first. */
function addUses(
  chain: Chain,
  uses: ReadonlyMap<RequireCall, Growing>,
  reading: Reading,
  certainty: Certainty,
): void {
  const seen: ByteText[] = [];
  for (const trace of reading.tracing.trace(chain)) {
    const use = trace.origin.kind === "module" ? uses.get(trace.origin.call) : undefined;
    if (use === undefined || seen.includes(use.require.name)) continue;
    seen.push(use.require.name);
    addUse(use, chain, trace, reading, certainty);
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
    use.fields.push(fieldUse(chain, at, reading, certainty));
    return;
  }
  const next = chain.steps[trace.rest];
  if (next === undefined) {
    if (isHandedOn(chain, reading)) use.escapes.push(byteRange(chain.range));
  } else if (!isCall(next)) use.escapes.push(byteRange(next.range));
}

/** The call of the module itself, also `require 'x' 'v'`, which is followed. */
function calledModule({ call }: RequireCall, { steps }: Chain, { first, rest }: Trace): Step | undefined {
  const version = steps.find((step) => step.base === call && isCall(step));
  const next = first === -1 ? steps[rest] : undefined;
  return version ?? (next !== undefined && isCall(next) ? next : undefined);
}

function fieldUse(chain: Chain, at: number, { text }: Reading, certainty: Certainty): FieldUse {
  const step = chain.steps[at] as Step;
  return {
    name: fieldName(step) ?? ("" as ByteText),
    kind: accessKind(chain, at),
    range: byteRange(step.range),
    nameRange: fieldNameRange(step, text),
    scope: chain.body.name,
    isCertain: certainty.of(chain.binding),
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

/** The value goes where it can no longer be followed. */
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
      return !(
        role.call === role.chain.steps[0] && KEEPS_NOTHING.has(tracing.calledGlobal(role.chain) ?? "")
      );
    default:
      return true;
  }
}

const KEEPS_NOTHING: ReadonlySet<string> = new Set(["assert", "type", "tostring", "print", "rawequal"]);
