import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import type { Binding, Scopes, ValueSource } from "../scopes/scopes.ts";
import type { Chunk, Expression, ReturnStatement } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import { moduleCallOf } from "../values/module-calls.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { Kind } from "../values/value-kinds.ts";
import { kindsAtEnd, tableAtEnd } from "./final-value.ts";
import { ModuleFields, type ModuleValue } from "./module-fields.ts";
import { type Signature, signatureOf } from "./signatures.ts";

export type ExportValue =
  | { readonly kind: "function"; readonly signature: Signature; readonly range: ByteRange }
  | { readonly kind: "table" }
  /** A number, string, boolean, or what an operator makes. */
  | { readonly kind: "value" }
  /** `M.x = require 'y'`, or a field of what was required: `M.f = other.f` has path `["f"]`. */
  | { readonly kind: "module"; readonly module: ByteText; readonly path: readonly ByteText[] }
  | { readonly kind: "unknown" };

/** A field of the module table. One name may be set several times. */
export interface Export {
  readonly name: ByteText;
  readonly value: ExportValue;
  /** The statement or table field that sets it. */
  readonly range: ByteRange;
  readonly nameRange: ByteRange;
  /** Set inside a function, so not there right after loading. */
  readonly isLazy: boolean;
  /** Set as `self.x` in a method: it may be a field of an instance instead. */
  readonly isOnSelf: boolean;
}

/** What `require` of this file gives. */
export type Ending =
  /** `return M` of a table that the file makes; `local` is its name, undefined for `return { … }`. */
  | { readonly kind: "table"; readonly local: string | undefined; readonly range: ByteRange }
  | { readonly kind: "function"; readonly signature: Signature; readonly range: ByteRange }
  | { readonly kind: "module"; readonly module: ByteText; readonly range: ByteRange }
  /** Nothing that can have fields, where that is sure: `local n = 1 return n`, or `M = nil` before the end. */
  | { readonly kind: "value"; readonly values: readonly Kind[]; readonly range: ByteRange }
  /** Something that is computed: a call, a value, a local (then `local` is its name) of which no more is known. */
  | { readonly kind: "other"; readonly local: string | undefined; readonly range: ByteRange }
  /** The file calls `module(...)` (5.1, LuaJIT): its fields are the globals that it sets. */
  | { readonly kind: "named"; readonly range: ByteRange }
  /** The chunk ends without a return, or with an empty one. */
  | { readonly kind: "none" };

/** Where fields of the module table are set that cannot be named. */
export interface DynamicField {
  readonly kind: "dynamic-field" | "passed-on" | "metatable" | "computed";
  readonly range: ByteRange;
}

export interface ModuleTable {
  readonly ending: Ending;
  readonly exports: readonly Export[];
  readonly dynamicFields: readonly DynamicField[];
  /** There may be more fields than `exports`. */
  readonly isOpen: boolean;
  /** Returns at top level before the end of the file. */
  readonly earlyReturns: readonly ByteRange[];
}

export function moduleTableOf(chunk: Chunk, reading: Reading): ModuleTable {
  const last = chunk.body.at(-1);
  const final = last?.type === "ReturnStatement" ? last : undefined;
  const earlyReturns = reading.scopes
    .returnsOf(chunk)
    .filter((statement) => statement !== final)
    .map(({ range }) => byteRange(range));
  const ending = endingOf(final, chunk, reading) ?? namedEnding(reading);
  const value = ending.kind === "value" ? undefined : moduleValue(final?.arguments[0], chunk, reading);
  if (value === undefined) {
    return {
      ending,
      exports: [],
      dynamicFields: [],
      isOpen: ending.kind === "other" || ending.kind === "named",
      earlyReturns,
    };
  }
  const { exports, dynamicFields } = new ModuleFields(value, reading);
  const computed = computedValues(final?.arguments[0], value, reading);
  const isOpen = dynamicFields.length > 0 || computed.length > 0 || ending.kind === "other";
  return { ending, exports, dynamicFields: [...computed, ...dynamicFields], isOpen, earlyReturns };
}

/** `module(...)` makes the module, and `require` gives it without a return. */
function namedEnding(reading: Reading): Ending {
  const range = moduleCallOf(reading);
  return range === undefined ? { kind: "none" } : { kind: "named", range };
}

function endingOf(
  statement: ReturnStatement | undefined,
  chunk: Chunk,
  reading: Reading,
): Ending | undefined {
  const { tracing, scopes } = reading;
  const given = statement?.arguments[0];
  if (statement === undefined || given === undefined) return undefined;
  const range = byteRange(statement.range);
  const binding = localOf(given, scopes);
  const local = binding?.name;
  const kinds = binding === undefined ? reading.kinds.of(given) : kindsAtEnd(binding, chunk, reading);
  const values = [...kinds].filter(isPlainKind);
  if (values.length === kinds.size) return { kind: "value", values, range };
  const found = tracing.ofExpression(given);
  if (found.some(isTable)) return { kind: "table", local, range };
  const origin = found.length === 1 ? found[0] : undefined;
  const held = fieldKinds(origin, reading);
  if (held !== undefined) return { kind: "value", values: held, range };
  if (origin?.kind === "function")
    return { kind: "function", signature: signatureOf(origin.node, reading), range };
  const isModule = origin?.kind === "module" && origin.path.length === 0;
  const module = isModule ? tracing.moduleName(origin.call) : undefined;
  if (module !== undefined) return { kind: "module", module, range };
  return { kind: "other", local, range };
}

/** `return M.version`: what the field of a table of the file's own holds, if that is sure and no table or function. */
function fieldKinds(origin: Origin | undefined, reading: Reading): readonly Kind[] | undefined {
  const [name, ...deeper] = origin?.kind === "table" ? origin.path : [];
  if (origin?.kind !== "table" || name === undefined || deeper.length > 0) return undefined;
  const { exports, dynamicFields } = new ModuleFields(
    { kind: "table", node: origin.node, isLast: false },
    reading,
  );
  const sets = exports.filter((each) => each.name === name);
  if (sets.length === 0 || dynamicFields.length > 0) return undefined;
  const given = reading.tracing.contents.valuesOf(origin.node, name);
  if (given.length !== sets.length) return undefined;
  const kinds = new Set(
    given.flatMap((value) => [...(value ? reading.kinds.of(value) : ["unknown" as const])]),
  );
  const values = [...kinds].filter(isPlainKind);
  return values.length === kinds.size ? values : undefined;
}

function isPlainKind(kind: Kind | "unknown"): kind is Kind {
  return kind !== "unknown" && kind !== "table" && kind !== "function";
}

function moduleValue(given: Expression | undefined, chunk: Chunk, reading: Reading): ModuleValue | undefined {
  const { tracing, scopes } = reading;
  const binding = localOf(given, scopes);
  const last = binding === undefined ? undefined : tableAtEnd(binding, chunk, reading);
  if (last !== undefined) return { kind: "table", node: last, isLast: true };
  const found = given === undefined ? [] : tracing.ofExpression(given);
  const table = found.find(isTable);
  if (table?.kind === "table") return { kind: "table", node: table.node, isLast: false };
  const origin = found[0];
  const isLocal = found.length === 1 && origin?.kind === "local" && origin.path.length === 0;
  return isLocal ? { kind: "local", binding: origin.binding } : undefined;
}

/** The local that is returned, by its name alone. */
function localOf(given: Expression | undefined, { chainOf }: Scopes): Binding | undefined {
  const chain = given === undefined ? undefined : chainOf(given);
  return chain?.steps.length === 0 ? chain.binding : undefined;
}

function isTable(origin: Origin): boolean {
  return origin.kind === "table" && origin.path.length === 0;
}

/** What else the local that is returned may hold. */
function computedValues(
  given: Expression | undefined,
  value: ModuleValue,
  { tracing, scopes }: Reading,
): readonly DynamicField[] {
  const binding = localOf(given, scopes);
  if (binding === undefined || value.kind !== "table" || value.isLast) return [];
  const isOther = ({ expression, result }: ValueSource) => {
    if (expression.type === "NilLiteral") return false;
    const found = result === 0 ? tracing.ofExpression(expression) : [];
    return (
      found.length === 0 || found.some((origin) => origin.kind !== "table" || origin.node !== value.node)
    );
  };
  return binding.sources
    .filter(isOther)
    .map(({ expression }) => ({ kind: "computed", range: byteRange(expression.range) }));
}
