import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Step } from "../scopes/scopes.ts";
import type { Expression } from "../syntax/ast.ts";
import { textLiteral } from "../syntax/literals.ts";
import { byteRange } from "../syntax/ranges.ts";
import { fieldNameRange } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { ValueTracing } from "../values/value-tracing.ts";

/** Something that has a name gets a value. */
export interface LuaAssignment {
  /** The variable, or the last field: `loop` of `item.loop = 1`, of `{ loop = 1 }` and of `local loop = 1`. */
  readonly name: ByteText;
  readonly kind: "local" | "global" | "field" | "constructor-field";
  readonly nameRange: ByteRange;
  /** Undefined for a further result of a call, and for nothing. */
  readonly value: Expression | undefined;
  readonly scope: string;
  /** What has the field: equal for one variable or expression, and for the table that it was declared with. */
  readonly holder?: unknown;
}

/** A field that is looked at. */
export interface FieldRead {
  readonly name: ByteText;
  readonly holder: unknown;
}

export function assignmentsOf(reading: Reading): readonly LuaAssignment[] {
  const { text, scopes, tracing } = reading;
  const found: LuaAssignment[] = [];
  const declared = declaredTables(scopes);
  for (const { name, kind, range, declared, body } of scopes.bindings) {
    if (kind !== "local" || declared === undefined) continue;
    const value = declared.result === 0 ? declared.expression : undefined;
    found.push({ name: name as ByteText, kind, nameRange: byteRange(range), value, scope: body.name });
  }
  for (const chain of scopes.chains) {
    if (chain.role.kind === "target") found.push(...targetsOf(chain, chain.role.value, text, tracing));
    else found.push(...rawTargetsOf(chain, reading, declared));
  }
  for (const { node, body } of scopes.tables) {
    for (const field of node.fields) {
      const name = tracing.folding.fieldKey(field);
      if (name === undefined || field.type === "TableValue") continue;
      const { key, value } = field;
      const nameRange = key.type === "StringLiteral" ? textLiteral(key, text).content : byteRange(key.range);
      found.push({
        name,
        kind: "constructor-field",
        nameRange,
        value,
        scope: body.name,
        holder: declared.get(node) ?? node,
      });
    }
  }
  return found.sort((a, b) => a.nameRange.start - b.nameRange.start);
}

/** The fields that chains look at, by what has them. */
export function fieldReadsOf({ text, scopes, tracing }: Reading): readonly FieldRead[] {
  const found: FieldRead[] = [];
  for (const chain of scopes.chains) {
    const end = chain.role.kind === "target" ? chain.steps.length - 1 : chain.steps.length;
    for (let at = 0; at < end; at++) {
      const step = chain.steps[at] as Step;
      if (isCall(step)) continue;
      const holder = holderOf(chain, at, text);
      for (const name of tracing.folding.stepNames(step)) found.push({ name, holder });
    }
  }
  return found;
}

/** A chain up to its step `at`, as it is written, of the variable that it begins with. */
function holderOf({ root, binding, steps }: Chain, at: number, text: ByteText): string {
  const end = at === 0 ? root.range[1] : (steps[at - 1]?.range[1] ?? root.range[1]);
  return holderKey(text.slice(root.range[0], end), binding);
}

function holderKey(written: string, binding: Binding | undefined): string {
  return `${binding?.range[0] ?? ""}:${written}`;
}

/** A table that a local is declared with is what the local stands for. */
function declaredTables({ bindings }: Reading["scopes"]): ReadonlyMap<unknown, string> {
  return new Map(
    bindings.flatMap((binding) => {
      const { declared, name } = binding;
      const isTable = declared?.result === 0 && declared.expression.type === "TableConstructorExpression";
      return isTable ? [[declared.expression, holderKey(name, binding)] as const] : [];
    }),
  );
}

function targetsOf(
  chain: Chain,
  value: Expression | undefined,
  text: ByteText,
  { folding }: ValueTracing,
): readonly LuaAssignment[] {
  const { root, binding, steps, body } = chain;
  const last = steps.at(-1);
  if (last !== undefined) {
    const nameRange = fieldNameRange(last, text);
    const holder = holderOf(chain, steps.length - 1, text);
    return folding
      .stepNames(last)
      .map((name) => ({ name, kind: "field", nameRange, value, scope: body.name, holder }));
  }
  if (root.type !== "Identifier") return [];
  const kind = binding === undefined ? "global" : "local";
  return [{ name: root.name as ByteText, kind, nameRange: byteRange(root.range), value, scope: body.name }];
}

/** `rawset(item, "loop", 1)` */
function rawTargetsOf(
  chain: Chain,
  { text, scopes, tracing }: Reading,
  declared: ReadonlyMap<unknown, string>,
): readonly LuaAssignment[] {
  const called = tracing.calledGlobal(chain);
  if (called?.name !== "rawset") return [];
  const [table, key, value] = argumentsOf(called.call);
  if (table === undefined || key === undefined) return [];
  const given = scopes.chainOf(table);
  const holder =
    given === undefined ? (declared.get(table) ?? table) : holderOf(given, given.steps.length, text);
  const { name: scope } = chain.body;
  return tracing.folding
    .names(key)
    .flatMap(({ text: name, isWhole }) =>
      isWhole
        ? [{ name, kind: "field" as const, nameRange: byteRange(key.range), value, scope, holder }]
        : [],
    );
}
