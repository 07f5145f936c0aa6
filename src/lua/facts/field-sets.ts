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

/** A field gets a value. */
export interface FieldSet {
  /** The last field: `loop` of `item.loop = 1` and of `{ loop = 1 }`. */
  readonly name: ByteText;
  readonly kind: "field" | "constructor-field";
  readonly nameRange: ByteRange;
  /** Undefined for a further result of a call, and for nothing. */
  readonly value: Expression | undefined;
  readonly scope: string;
  /** What has the field: equal for one variable or expression, and for the table that it was declared with. */
  readonly holder: unknown;
}

/** A field that is looked at. */
export interface FieldRead {
  readonly name: ByteText;
  readonly holder: unknown;
}

/** Where fields of these names get a value: hardly any file holds many, so for no other is anything made. */
export function fieldSetsOf(reading: Reading, names: ReadonlySet<string>): readonly FieldSet[] {
  const { text, scopes, tracing } = reading;
  const found: FieldSet[] = [];
  const declared = declaredTables(scopes);
  const mayBeRaw = text.includes("rawset") || tracing.mayReachAll;
  for (let at = 0; at < scopes.chains.length; at++) {
    const chain = scopes.chains[at] as Chain;
    if (chain.role.kind === "target") found.push(...targetsOf(chain, chain.role.value, text, names, tracing));
    else if (mayBeRaw) found.push(...rawTargetsOf(chain, reading, declared));
  }
  for (const { node, body } of scopes.tables) {
    for (const field of node.fields) {
      if (field.type === "TableValue") continue;
      const name = tracing.folding.fieldKey(field);
      if (name === undefined || !names.has(name)) continue;
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
  return found.filter(({ name }) => names.has(name)).sort((a, b) => a.nameRange.start - b.nameRange.start);
}

/** The fields of these names that chains look at, by what has them. */
export function fieldReadsOf(
  { text, scopes, tracing }: Reading,
  names: ReadonlySet<string>,
): readonly FieldRead[] {
  const found: FieldRead[] = [];
  for (let index = 0; index < scopes.chains.length; index++) {
    const chain = scopes.chains[index] as Chain;
    const end = chain.role.kind === "target" ? chain.steps.length - 1 : chain.steps.length;
    for (let at = 0; at < end; at++) {
      const step = chain.steps[at] as Step;
      if (isCall(step) || !mayBeOneOf(step, names)) continue;
      for (const name of tracing.folding.stepNames(step))
        if (names.has(name)) found.push({ name, holder: holderOf(chain, at, text) });
    }
  }
  return found;
}

/** A name that is written out need not be looked up. */
function mayBeOneOf(step: Step, names: ReadonlySet<string>): boolean {
  return step.type !== "MemberExpression" || names.has(step.identifier.name);
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
  const found = new Map<unknown, string>();
  for (let at = 0; at < bindings.length; at++) {
    const binding = bindings[at] as Binding;
    const { declared, name } = binding;
    if (declared?.result === 0 && declared.expression.type === "TableConstructorExpression")
      found.set(declared.expression, holderKey(name, binding));
  }
  return found;
}

function targetsOf(
  chain: Chain,
  value: Expression | undefined,
  text: ByteText,
  names: ReadonlySet<string>,
  { folding }: ValueTracing,
): readonly FieldSet[] {
  const { steps, body } = chain;
  const last = steps.at(-1);
  if (last === undefined || !mayBeOneOf(last, names)) return [];
  const found = folding.stepNames(last).filter((name) => names.has(name));
  if (found.length === 0) return [];
  const nameRange = fieldNameRange(last, text);
  const holder = holderOf(chain, steps.length - 1, text);
  return found.map((name) => ({ name, kind: "field", nameRange, value, scope: body.name, holder }));
}

/** `rawset(item, "loop", 1)` */
function rawTargetsOf(
  chain: Chain,
  { text, scopes, tracing }: Reading,
  declared: ReadonlyMap<unknown, string>,
): readonly FieldSet[] {
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
