import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { Binding } from "../scopes/scopes.ts";
import { type TextLiteral, textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { RequireCall } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";

export type Require = StaticRequire | DynamicRequire;

interface RequireFact {
  /** The whole call, with `pcall(…)` where there is one; not a second call of the result. */
  readonly range: ByteRange;
  /** Not when the file is loaded, but later, when a function of it is called. */
  readonly isLazy: boolean;
  /** By `pcall` or `xpcall`, or inside a function that one of them calls at once. */
  readonly isProtected: boolean;
  /** The locals that the module itself is bound to. */
  readonly locals: readonly string[];
  /** The enclosing function, as `LuaSource.scopeAt` names it. */
  readonly scope: string;
}

export interface StaticRequire extends RequireFact {
  readonly kind: "static";
  readonly name: ByteText;
  readonly literal: TextLiteral;
}

/** The name is computed when the program runs. */
export interface DynamicRequire extends RequireFact {
  readonly kind: "dynamic";
  /** The argument as it is written; empty when there is none. */
  readonly text: ByteText;
}

/** The requires of a file, each with the call that it is traced by. */
export function requiresOf(reading: Reading): ReadonlyMap<RequireCall, Require> {
  const { scopes, tracing } = reading;
  const calls = tracing.requireCalls();
  const holders = holdersOf(scopes.bindings, (binding) => tracing.ofBinding(binding));
  return new Map(calls.map((call) => [call, requireOf(call, holders.get(call) ?? [], reading)]));
}

function requireOf(required: RequireCall, locals: readonly string[], { text, execution }: Reading): Require {
  const { call, chain, argument, isProtected } = required;
  const fact = {
    range: byteRange(call.range),
    isLazy: !execution.includes(chain.body),
    isProtected,
    locals,
    scope: chain.body.name,
  };
  if (argument?.type === "StringLiteral") {
    return { kind: "static", name: argument.value, literal: textLiteral(argument, text), ...fact };
  }
  const written = argument === undefined ? "" : text.slice(...argument.range);
  return { kind: "dynamic", text: written as ByteText, ...fact };
}

function holdersOf(
  bindings: readonly Binding[],
  originsOf: (binding: Binding) => ReturnType<Reading["tracing"]["ofBinding"]>,
): ReadonlyMap<RequireCall, readonly string[]> {
  const holders = new Map<RequireCall, string[]>();
  for (const binding of bindings) {
    if (binding.sources.length === 0) continue;
    for (const origin of originsOf(binding)) {
      if (origin.kind !== "module" || origin.path.length > 0) continue;
      const names = holders.get(origin.call);
      if (names === undefined) holders.set(origin.call, [binding.name]);
      else names.push(binding.name);
    }
  }
  return holders;
}
