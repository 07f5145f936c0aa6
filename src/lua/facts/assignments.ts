import type { ByteText } from "../../base/byte-text.ts";
import type { ByteRange } from "../../base/position.ts";
import { argumentsOf } from "../scopes/chains.ts";
import type { Chain } from "../scopes/scopes.ts";
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
}

export function assignmentsOf({ text, scopes, tracing }: Reading): readonly LuaAssignment[] {
  const found: LuaAssignment[] = [];
  for (const { name, kind, range, declared, body } of scopes.bindings) {
    if (kind !== "local" || declared === undefined) continue;
    const value = declared.result === 0 ? declared.expression : undefined;
    found.push({ name: name as ByteText, kind, nameRange: byteRange(range), value, scope: body.name });
  }
  for (const chain of scopes.chains) {
    if (chain.role.kind === "target") found.push(...targetsOf(chain, chain.role.value, text, tracing));
    else found.push(...rawTargetsOf(chain, tracing));
  }
  for (const { node, body } of scopes.tables) {
    for (const field of node.fields) {
      const name = tracing.folding.fieldKey(field);
      if (name === undefined || field.type === "TableValue") continue;
      const { key, value } = field;
      const nameRange = key.type === "StringLiteral" ? textLiteral(key, text).content : byteRange(key.range);
      found.push({ name, kind: "constructor-field", nameRange, value, scope: body.name });
    }
  }
  return found.sort((a, b) => a.nameRange.start - b.nameRange.start);
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
    return folding
      .stepNames(last)
      .map((name) => ({ name, kind: "field", nameRange, value, scope: body.name }));
  }
  if (root.type !== "Identifier") return [];
  const kind = binding === undefined ? "global" : "local";
  return [{ name: root.name as ByteText, kind, nameRange: byteRange(root.range), value, scope: body.name }];
}

/** `rawset(item, "loop", 1)` */
function rawTargetsOf(chain: Chain, tracing: ValueTracing): readonly LuaAssignment[] {
  const called = tracing.calledGlobal(chain);
  if (called?.name !== "rawset") return [];
  const [, key, value] = argumentsOf(called.call);
  if (key === undefined) return [];
  const { name: scope } = chain.body;
  return tracing.folding
    .names(key)
    .flatMap(({ text: name, isWhole }) =>
      isWhole ? [{ name, kind: "field" as const, nameRange: byteRange(key.range), value, scope }] : [],
    );
}
