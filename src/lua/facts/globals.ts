import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import { SETFENV } from "../scopes/environment.ts";
import type { Chain, FunctionBody } from "../scopes/scopes.ts";
import type { NodeRange } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import { moduleCallOf } from "../values/module-calls.ts";
import { type Origin, pathOf } from "../values/origin.ts";
import { isPlainChain } from "../values/plain-chains.ts";
import type { Reading } from "../values/reading.ts";
import { standardNames } from "../values/standard-names.ts";
import { UNKNOWN_TEXT } from "../values/text-functions.ts";
import type { Trace } from "../values/tracer.ts";
import type { ValueTracing } from "../values/value-tracing.ts";

export interface GlobalUse {
  /** Undefined if it is computed: `_G[k]`. */
  readonly name: ByteText | undefined;
  readonly kind: "read" | "write";
  /** The name, or the whole `_G.x`. */
  readonly range: ByteRange;
  /** Written plainly, or as a field of `_G`, of `_ENV` or of a local that holds one of them. */
  readonly via: "name" | "table";
  /** One of the names that the Lua of the file itself defines. */
  readonly isStandard: boolean;
  /** It stands under `local _ENV = nil`: reaching it stops the program, whatever its name. */
  readonly isLost?: boolean;
  readonly scope: string;
  /** The innermost function that it stands in; the whole file if it stands in none. */
  readonly body: ByteRange;
}

type Found = Omit<GlobalUse, "isStandard">;

/** Whether something outside the function that uses a global uses it as well. */
export function isShared({ name, body }: GlobalUse, uses: readonly GlobalUse[]): boolean {
  return uses.some(
    (other) => other.name === name && (other.range.start < body.start || other.range.end > body.end),
  );
}

/** Mentions of globals. `_G.x` is two: a read of `_G`, and what is done with `x`. */
export function globalsOf(reading: Reading): readonly GlobalUse[] {
  const { scopes, tracing } = reading;
  const found: Found[] = [];
  const { mayReachAll } = tracing;
  for (let at = 0; at < scopes.chains.length; at++) {
    const chain = scopes.chains[at] as Chain;
    if (isFree(chain, tracing)) addName(chain, found);
    else if (isLost(chain)) addName(chain, found, true);
    if (!mayReachAll || isPlainChain(chain)) continue;
    for (const trace of tracing.trace(chain)) {
      if (trace.origin.kind === "global" && trace.inherited === 0) addField(chain, trace, found);
    }
    addRawAccess(chain, tracing, found);
  }
  const standard = standardNames(reading.version);
  const inOrder = found
    .map((use) => ({ ...use, isStandard: use.name !== undefined && standard.has(use.name) }))
    .sort((a, b) => a.range.start - b.range.start);
  // After `setfenv(1, M)` the scope already distinguishes names from globals.
  const isScoped = scopes.bindings.some(({ name }) => name === SETFENV);
  const call = isScoped ? undefined : moduleCallOf(reading);
  return call === undefined ? inOrder : withoutFields(inOrder, call);
}

/** The fields that `module(...)` itself sets in the module. */
const OF_MODULE = ["_M", "_NAME", "_PACKAGE"] as ByteText[];

/** After `module(...)` a name that the file sets is a field of its module. */
function withoutFields(uses: readonly GlobalUse[], call: ByteRange): readonly GlobalUse[] {
  const isBehind = ({ via, range }: GlobalUse) => via === "name" && range.start > call.start;
  const set = uses.filter((use) => isBehind(use) && use.kind === "write").map(({ name }) => name);
  const fields = new Set([...OF_MODULE, ...set]);
  return uses.filter((use) => !isBehind(use) || !fields.has(use.name));
}

/** A name that is a field of the table of globals: not a local, and not a field of another `_ENV`, unless that looks it up there. */
function isFree(chain: Chain, tracing: ValueTracing): boolean {
  const { root, binding, env } = chain;
  if (root.type !== "Identifier" || binding !== undefined || root.name === "_ENV") return false;
  return env === undefined || isFreeIn(tracing.ofBinding(env), root.name, chain, tracing);
}

/** Below a variable `_ENV`, which may be one of several things. */
function isFreeIn(
  environments: readonly Origin[],
  name: string,
  chain: Chain,
  tracing: ValueTracing,
): boolean {
  if (environments.some(isGlobalTable)) return true;
  if (isTarget(chain)) return environments.some((each) => handsOn(each, tracing));
  return (
    environments.some(({ kind }) => kind === "table") &&
    tracing.trace(chain, 0).some(({ origin }) => origin.kind === "global" && origin.path[0] === name)
  );
}

function isTarget({ steps, role }: Chain): boolean {
  return steps.length === 0 && role.kind === "target";
}

/** A table that sets fields it lacks in the globals: `{ __newindex = _G }`. */
function handsOn(origin: Origin, tracing: ValueTracing): boolean {
  if (origin.kind !== "table" || origin.path.length > 0) return false;
  const targets = tracing.contents.metafields(origin.node, "__newindex");
  return targets.some((target) => tracing.ofExpression(target).some(isGlobalTable));
}

/** `local _ENV = nil` removes the globals on purpose, so that the program stops at any name that is not the file's own. */
function isLost({ root, binding, env }: Chain): boolean {
  if (root.type !== "Identifier" || binding !== undefined || env === undefined) return false;
  return env.sources.length > 0 && env.sources.every(({ expression }) => expression.type === "NilLiteral");
}

function isGlobalTable(origin: Origin): boolean {
  return origin.kind === "global" && origin.path.length === 0;
}

function addName(chain: Chain, found: Found[], isLost = false): void {
  const { root, body } = chain;
  if (root.type !== "Identifier") return;
  const kind = isTarget(chain) ? "write" : "read";
  const use = globalUse(root.name as ByteText, kind, "name", root.range, body);
  found.push(isLost ? { ...use, isLost } : use);
}

/** The table of globals is at hand, as `_G`, as `_ENV` or in a local: the next step selects one. */
function addField({ steps, role, body }: Chain, { origin, first, rest }: Trace, found: Found[]): void {
  const at = first === -1 ? rest : first;
  const step = steps[at];
  if (step === undefined || isCall(step)) return;
  const kind = at === steps.length - 1 && role.kind === "target" ? "write" : "read";
  found.push(globalUse(pathOf(origin)[0], kind, "table", step.range, body));
}

/** `rawset(_G, "x", 1)` */
function addRawAccess(chain: Chain, tracing: ValueTracing, found: Found[]): void {
  const called = tracing.calledGlobal(chain);
  if (called?.name !== "rawset" && called?.name !== "rawget") return;
  const { call } = called;
  const [table, key] = argumentsOf(call);
  if (table === undefined || key === undefined || !tracing.ofExpression(table).some(isGlobalTable)) return;
  const names = tracing.folding.names(key);
  for (const { text, isWhole } of names.length === 0 ? UNKNOWN_TEXT : names) {
    const name = isWhole ? text : undefined;
    found.push(globalUse(name, called.name === "rawset" ? "write" : "read", "table", call.range, chain.body));
  }
}

function globalUse(
  name: ByteText | undefined,
  kind: GlobalUse["kind"],
  via: GlobalUse["via"],
  range: NodeRange,
  body: FunctionBody,
): Found {
  return { name, kind, range: byteRange(range), via, scope: body.name, body: byteRange(body.node.range) };
}
