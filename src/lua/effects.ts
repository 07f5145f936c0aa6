import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { Call } from "./ast.ts";
import { type Callee, calleeAt } from "./calls.ts";
import { argumentsOf, isCall } from "./chains.ts";
import { OwnFunctions } from "./own-functions.ts";
import { byteRange } from "./ranges.ts";
import type { Reading } from "./reading.ts";
import type { Chain, FunctionBody, Step } from "./scopes.ts";
import { isHarmless, STRING_METHODS } from "./standard-names.ts";

/** What loading the file does besides defining. Calls of the file's own functions stand for what those do, where they are known. */
export interface Effect {
  /** `write`: to a global, to a field of one, or to a field of a required module. */
  readonly kind: "call" | "write";
  /** The call with its arguments; of a write, the target. */
  readonly range: ByteRange;
  /** What is called, or what is written to. */
  readonly callee: Callee;
  /** As it is written, without the arguments. */
  readonly text: string;
  /** A function of Lua that only computes: `pairs`, `string.format`, `text:match`, … */
  readonly isHarmless: boolean;
  /** The enclosing function; "" where the file itself does it. */
  readonly scope: string;
  /** The call at load through which an own function comes to run; undefined outside of such. */
  readonly from: ByteRange | undefined;
}

/** What `pcall(require, 'x')` calls in the end. */
const REQUIRE: Callee = { kind: "global", path: ["require" as ByteText] };

/** In source order: at top level, in top-level blocks, in functions that are called where they stand, in own functions that are called at load. */
export function effectsOf(reading: Reading): readonly Effect[] {
  const { chains } = reading.scopes;
  const found: Effect[] = [];
  const own = new OwnFunctions(reading);
  const called: { readonly body: FunctionBody; readonly from: ByteRange }[] = [];
  const requires = new Set<Step>(reading.origins.requireCalls().map(({ call }) => call));
  const inspect = (chain: Chain, from: ByteRange | undefined) => {
    found.push(...writeOf(chain, from, reading));
    chain.steps.forEach((step, at) => {
      // A function that is called where it stands is known by what it does.
      if (!isCall(step) || step.base.type === "FunctionDeclaration") return;
      const callee = calleeAt(chain, at, reading);
      const body = callee.kind === "own" ? own.calledBy(chain, at) : undefined;
      if (body !== undefined) called.push({ body, from: from ?? byteRange(step.range) });
      else if (!runsFunction(step, callee)) {
        const required = requires.has(step) ? REQUIRE : callee;
        found.push(callEffect(chain, at, required, from, reading));
      }
    });
  };
  for (const chain of chains) if (chain.body.isAtLoad) inspect(chain, undefined);
  const seen = new Set<FunctionBody>();
  for (let next = called.shift(); next !== undefined; next = called.shift()) {
    if (seen.has(next.body) || next.body.isAtLoad) continue;
    seen.add(next.body);
    for (const chain of own.chainsIn(next.body)) inspect(chain, next.from);
  }
  return found.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
}

/** `pcall(function() … end)` */
function runsFunction(call: Call, callee: Callee): boolean {
  if (callee.kind !== "global" || callee.path.length !== 1) return false;
  const isProtection = callee.path[0] === "pcall" || callee.path[0] === "xpcall";
  return isProtection && argumentsOf(call)[0]?.type === "FunctionDeclaration";
}

function callEffect(
  chain: Chain,
  at: number,
  callee: Callee,
  from: ByteRange | undefined,
  { text }: Reading,
): Effect {
  const call = chain.steps[at];
  const before = chain.steps[at - 1];
  const isOnText =
    before?.type === "MemberExpression" &&
    before.indexer === ":" &&
    STRING_METHODS.has(before.identifier.name);
  return {
    kind: "call",
    range: byteRange(call?.range ?? chain.range),
    callee,
    text: call !== undefined && isCall(call) ? text.slice(...call.base.range) : "",
    isHarmless: isOnText || (callee.kind === "global" && isHarmless(callee.path)),
    scope: chain.body.name,
    from,
  };
}

function writeOf(chain: Chain, from: ByteRange | undefined, reading: Reading): readonly Effect[] {
  const { text, origins } = reading;
  const { role, steps, binding, range, body } = chain;
  if (role.kind !== "target" || (binding !== undefined && steps.length === 0)) return [];
  const trace = origins.trace(chain)[0];
  const kind = trace?.origin.kind;
  if (trace === undefined || (kind !== "global" && kind !== "module")) return [];
  const callee = calleeAt(chain, trace.rest, reading);
  const fact = { range: byteRange(range), callee, text: text.slice(...range), scope: body.name, from };
  return [{ kind: "write", isHarmless: false, ...fact }];
}
