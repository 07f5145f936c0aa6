// A text that a file passes to `load` or `loadstring`, if it is known, is Lua of that file: what it requires, the file requires, and the globals
// that it sets, the file sets.
import type { ByteText } from "../../base/byte-text.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Chain, FunctionBody } from "../scopes/scopes.ts";
import type { Call, Expression } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Reading } from "../values/reading.ts";
import type { GlobalUse } from "./globals.ts";
import type { Require } from "./requires.ts";

/** How many texts of one file, and how many bytes of them, are read, far more than any sensible file has: the rest is left out. */
const MOST_TEXTS = 100;
const MOST_BYTES = 1 << 20;

/** Their place is where the text is passed. `requiresIn` reads such a text. */
export function requiresOfTexts(
  reading: Reading,
  requiresIn: (text: ByteText) => readonly Require[],
): readonly Require[] {
  // Words first: hardly any file has one, and then no chain need be looked at.
  if (!reading.text.includes("require")) return [];
  return inTexts(reading, /require/, requiresIn).map(({ fact, loading }) => standing(fact, loading, reading));
}

/** The globals that such texts set, each once per text. */
export function writesOfTexts(
  reading: Reading,
  globalsIn: (text: ByteText) => readonly GlobalUse[],
): readonly GlobalUse[] {
  const writesIn = (text: ByteText) => [
    ...new Map(
      globalsIn(text).flatMap((use) => (use.kind === "write" ? [[use.name, use] as const] : [])),
    ).values(),
  ];
  return inTexts(reading, /=|\bfunction\b/, writesIn).map(({ fact, loading: { text, chain } }) => {
    const { name, node } = chain.body;
    return { ...fact, range: byteRange(text.range), scope: name, body: byteRange(node.range) };
  });
}

/** What `factsIn` finds in each text that may hold it. */
function inTexts<T>(
  reading: Reading,
  mayHold: RegExp,
  factsIn: (text: ByteText) => readonly T[],
): readonly { readonly fact: T; readonly loading: Loading }[] {
  if (!LOADING.test(reading.text)) return [];
  const known = new Map<ByteText, readonly T[]>();
  let left = MOST_BYTES;
  const read = (text: ByteText) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    left -= text.length;
    const found = left < 0 || !mayHold.test(text) ? [] : factsIn(text);
    known.set(text, found);
    return found;
  };
  const { chains } = reading.scopes;
  if (chains.some(setsEnvironment)) return [];
  return chains
    .flatMap((chain) => loadingBy(chain, reading) ?? [])
    .slice(0, MOST_TEXTS)
    .flatMap((loading) =>
      reading.tracing.folding
        .texts(loading.text)
        .flatMap(({ text, isWhole }) => (isWhole ? read(text) : []))
        .map((fact) => ({ fact, loading })),
    );
}

const LOADING = /\bload(?:string)?\b/;

interface Loading {
  readonly chain: Chain;
  readonly call: Call;
  readonly text: Expression;
}

/** Undefined if the text may run with other names than the file's: `load(text, "=x", "t", {})`. */
function loadingBy(chain: Chain, { tracing }: Reading): Loading | undefined {
  const called = chain.steps.length === 0 ? undefined : tracing.calledGlobal(chain);
  if (called?.name !== "load" && called?.name !== "loadstring") return undefined;
  const [text, , , environment] = argumentsOf(called.call);
  if (text === undefined) return undefined;
  const isOfGlobals =
    environment === undefined ||
    tracing.ofExpression(environment).some((each) => each.kind === "global" && each.path.length === 0);
  return isOfGlobals ? { chain, call: called.call, text } : undefined;
}

function setsEnvironment({ root }: Chain): boolean {
  return root.type === "Identifier" && root.name === "setfenv";
}

/** A result that is not seen to be called may be called much later, and by `pcall`. */
function standing(require: Require, { chain, call, text }: Loading, reading: Reading): Require {
  const runs = runsOf(chain, call, reading);
  const fact = {
    range: byteRange(call.range),
    isLookup: require.isLookup,
    isLazy: require.isLazy || !runs.some((body) => reading.execution.includes(body)),
    isProtected: require.isProtected || runs.every((body) => body.isProtected),
    scope: chain.body.name,
  };
  return require.kind === "static"
    ? { kind: "static", name: require.name, literal: undefined, nameRange: byteRange(text.range), ...fact }
    : { kind: "dynamic", start: require.start, text: require.text, ...fact };
}

/** Where the result of a call is called: `load(text)()`, `assert(load(text))()`, `local f = load(text) f()`. */
function runsOf(
  { steps, body, role }: Chain,
  call: Call,
  { scopes }: Pick<Reading, "scopes">,
): readonly FunctionBody[] {
  const next = steps[steps.indexOf(call) + 1];
  if (next !== undefined) return isCall(next) ? [body] : [];
  if (role.kind === "argument" && role.index === 0 && isAssert(role.chain))
    return runsOf(role.chain, role.call, { scopes });
  const binding = role.kind === "init" ? role.bindings[role.index] : undefined;
  if (binding === undefined) return [];
  return scopes.chains.flatMap((each) =>
    each.binding === binding && isCall(each.steps[0]) ? [each.body] : [],
  );
}

function isAssert({ root, binding }: Chain): boolean {
  return root.type === "Identifier" && binding === undefined && root.name === "assert";
}
