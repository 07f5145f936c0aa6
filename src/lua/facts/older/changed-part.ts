// The one place where a text differs from an older one, if what differs is functions on both sides that leave alone what lies around them:
// then everything else about the older text is known without reading it as a whole.
import type { ByteText } from "../../../base/byte-text.ts";
import type { ByteRange } from "../../../base/position.ts";
import type { LuaVersion } from "../../../model/lua-version.ts";
import { isCall } from "../../scopes/chains.ts";
import type { Binding, Chain } from "../../scopes/scopes.ts";
import { walk } from "../../scopes/walk.ts";
import type { Chunk, Expression, FunctionDeclaration, Statement } from "../../syntax/ast.ts";
import { parseLua } from "../../syntax/parse.ts";
import type { Reading } from "../../values/reading.ts";

export interface ChangedPart {
  /** A range of the newer text. Outside it the older one holds the same statements, and each means the same. */
  readonly range: ByteRange;
  /** Fields that the older part set to a function, and the newer one does not. Undefined if only reading both would tell. */
  readonly gone: readonly ByteText[] | undefined;
}

/** What reaches variables by a name that is not written out, or changes how fields are looked up. */
const FAR = /\b(?:_ENV|_G|setfenv|getfenv|rawset|module|package|debug|load|loadstring|dofile)\b/;
const METATABLE = /\bsetmetatable\b(?!\s*\(\s*\{)/;

/** Undefined if only reading both would tell. */
export function changedPart(chunk: Chunk, reading: Reading, old: ByteText): ChangedPart | undefined {
  const { text, version, scopes } = reading;
  const around = between(chunk.body, text, old);
  if (around === undefined) return undefined;
  const { from, to, oldTo } = around;
  const isIn = ({ range }: { readonly range: readonly [number, number] }) =>
    range[0] >= from && range[0] < to;
  const inside = scopes.chains.filter(isIn);
  const now = touched(chunk.body.filter(isIn), inside, from, text);
  const was = now && touchedIn(old.slice(from, oldTo) as ByteText, version);
  if (now === undefined || was === undefined || reachesFar(codeIn(text, chunk, from, to))) return undefined;
  if (now.writes.join() !== was.writes.join()) return undefined;
  const others = [...now.heads].filter(([head]) => !was.heads.has(head));
  const gone = [...was.heads].filter(([head]) => !now.heads.has(head));
  if (shared(now, was) !== shared(was, now)) return undefined;
  if (others.length + gone.length > 0) {
    const rest = `${codeIn(text, chunk, 0, from)}\n${codeIn(text, chunk, to, text.length)}`;
    if ([...others, ...gone].some(([, name]) => isNamed(name, rest))) return undefined;
  }
  const names = gone.map(([, name]) => name as ByteText);
  return { range: { start: from, end: to }, gone: takesAway(reading, isIn) ? undefined : names };
}

function reachesFar(code: string): boolean {
  return FAR.test(code) || METATABLE.test(code);
}

/** Without comments, in which people write of modules and packages. Between statements no comment stands half in a range. */
function codeIn(text: string, { comments }: Chunk, from: number, to: number): string {
  let code = "";
  let at = from;
  for (let index = 0; index < comments.length; index++) {
    const { range } = comments[index] as Chunk["comments"][number];
    if (range[0] < from) continue;
    if (range[0] >= to) break;
    code += `${text.slice(at, range[0])} `;
    at = range[1];
  }
  return code + text.slice(at, to);
}

/** The statements between those that both texts begin and end with. */
function between(body: readonly Statement[], text: ByteText, old: ByteText) {
  const first = commonStart(text, old);
  const last = text.length - commonEnd(text, old);
  const shift = old.length - text.length;
  let from = 0;
  let to: number | undefined;
  for (const { range } of body) {
    // A token that ends where the texts diverge may continue in one of them.
    if (range[1] < first && /\s/.test(text.charAt(range[1]))) from = range[1];
    const [start] = range;
    // What both begin with and what both end with may overlap in the shorter one.
    if (to !== undefined || start < last || Math.min(start, start + shift) < from) continue;
    if (text.charAt(start) === "(") continue;
    // What a comment in the preceding part might swallow begins on a line of its own.
    if (beginsLine(text, start) && beginsLine(old, start + shift)) to = start;
  }
  return to === undefined ? undefined : { from, to, oldTo: to + shift };
}

function beginsLine(text: string, at: number): boolean {
  return at === 0 || text.charAt(at - 1) === "\n";
}

/** How many bytes both begin with. The engine compares pieces, which is fast; comparing byte by byte is left to us. */
function commonStart(one: string, other: string): number {
  return longest(Math.min(one.length, other.length), (length) => other.startsWith(one.slice(0, length)));
}

function commonEnd(one: string, other: string): number {
  return longest(Math.min(one.length, other.length), (length) =>
    other.endsWith(one.slice(one.length - length)),
  );
}

function longest(most: number, holds: (length: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

interface Touched {
  /** How each function is declared, and its last name. */
  readonly heads: ReadonlyMap<string, string>;
  /** What their bodies set outside themselves. */
  readonly writes: readonly string[];
}

function touchedIn(part: ByteText, version: LuaVersion): Touched | undefined {
  const syntax = parseLua(part, version);
  if (!syntax.ok || reachesFar(codeIn(part, syntax.value, 0, part.length))) return undefined;
  return touched(syntax.value.body, walk(syntax.value, version).chains, 0, part);
}

/** Undefined if that can't be found out, or if there is anything but functions. */
function touched(
  statements: readonly Statement[],
  chains: readonly Chain[],
  from: number,
  text: ByteText,
): Touched | undefined {
  const heads = new Map<string, string>();
  const own = new Set<Expression>();
  for (const statement of statements) {
    const name = statement.type === "FunctionDeclaration" ? lastName(statement) : undefined;
    if (statement.type !== "FunctionDeclaration" || statement.identifier === null || name === undefined)
      return undefined;
    const { identifier, isLocal } = statement;
    const head = `${isLocal ? "local " : ""}${text.slice(...identifier.range)}`;
    if (heads.has(head)) return undefined;
    heads.set(head, name);
    own.add(identifier);
  }
  const writes: string[] = [];
  for (let at = 0; at < chains.length; at++) {
    const chain = chains[at] as Chain;
    if (chain.role.kind !== "target" || own.has(chain.steps.at(-1) ?? chain.root)) continue;
    if (isOfItself(chain, from)) continue;
    const { value } = chain.role;
    const isFollowed =
      chain.binding !== undefined && chain.binding.range[0] >= from && !isSelf(chain.binding);
    if (isFollowed || value === undefined || !isPlain(value)) return undefined;
    writes.push(`${chain.body.name}: ${text.slice(...chain.range)} = ${text.slice(...value.range)}`);
  }
  return { heads, writes };
}

/** Of `f`, of `M.f` and of `M:f`. */
function lastName({ identifier }: FunctionDeclaration): string | undefined {
  if (identifier?.type === "Identifier") return identifier.name;
  return identifier?.base.type === "Identifier" ? identifier.identifier.name : undefined;
}

/** A local of the part itself, or a field of what certainly is nothing else: a table made here, a function's parameter, an object. */
function isOfItself({ binding, steps }: Chain, from: number): boolean {
  if (binding === undefined || binding.range[0] < from) return false;
  if (steps.length === 0) return !isSelf(binding);
  const { kind, sources, drawn } = binding;
  if (kind === "parameter" || kind === "loop") return sources.length === 0 && binding.name !== "_ENV";
  if (isSelf(binding)) return sources.length === 1 && steps.length === 1;
  const [source, ...others] = sources;
  return drawn === undefined && others.length === 0 && source !== undefined && isMade(source.expression);
}

function isSelf({ kind }: Binding): boolean {
  return kind === "self";
}

/** `{}` and `setmetatable({}, M)` */
function isMade(value: Expression): boolean {
  if (value.type === "TableConstructorExpression") return true;
  const { base, arguments: given } = value.type === "CallExpression" ? value : { base: undefined };
  const isSetting = base?.type === "Identifier" && base.name === "setmetatable";
  return isCall(value) && isSetting && given?.[0]?.type === "TableConstructorExpression";
}

/** What can't lead elsewhere, and names nothing that is not written here. */
function isPlain(value: Expression): boolean {
  switch (value.type) {
    case "NumericLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
    case "NilLiteral":
    case "UnaryExpression":
      return true;
    default:
      return value.type === "BinaryExpression" && value.operator !== "..";
  }
}

/** The functions that both have, in the order of the first. */
function shared(one: Touched, other: Touched): string {
  return [...one.heads.keys()].filter((head) => other.heads.has(head)).join();
}

function isNamed(name: string, text: string): boolean {
  return !/^\w+$/.test(name) || new RegExp(`\\b${name}\\b`).test(text);
}

/**
 * `M.f = nil` at top level: it takes away what was set above, unless a function sets it that does not run by then; and which run goes by
 * functions that differ.
 */
function takesAway({ text, scopes: { chains }, tracing }: Reading, isIn: (chain: Chain) => boolean): boolean {
  const taken = chains.filter((chain) => isTakenAway(chain) && !isIn(chain));
  if (taken.length === 0) return false;
  if (tracing.mayReachAll || /\brawset\b/.test(text)) return true;
  const inFunctions = chains.filter(
    ({ role, steps, body }) => role.kind === "target" && steps.length > 0 && body.parent !== undefined,
  );
  return taken.some((chain) =>
    inFunctions.some((other) => mayBeSameField(chain, other) && isAbove(other, chain)),
  );
}

function isTakenAway({ role, steps, body }: Chain): boolean {
  const isTopLevel = steps.length > 0 && body.parent === undefined;
  return isTopLevel && role.kind === "target" && role.value?.type === "NilLiteral";
}

function isAbove(one: Chain, other: Chain): boolean {
  return one.range[0] < other.range[0];
}

function mayBeSameField(one: Chain, other: Chain): boolean {
  if (one.binding !== other.binding && isOwnField(one) && isOwnField(other)) return false;
  const [name, its] = [lastField(one), lastField(other)];
  return name === undefined || its === undefined || name === its;
}

/** Of a table that is made here, and is never anything else. */
function isOwnField({ binding, steps }: Chain): boolean {
  const [source, ...others] = binding?.sources ?? [];
  const isOne = binding?.drawn === undefined && others.length === 0 && steps.length === 1;
  return isOne && source?.expression.type === "TableConstructorExpression";
}

/** Undefined for one that is computed. */
function lastField({ steps }: Chain): string | undefined {
  const last = steps.at(-1);
  return last?.type === "MemberExpression" ? last.identifier.name : undefined;
}
