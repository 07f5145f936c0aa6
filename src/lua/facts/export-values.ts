import type { Expression } from "../syntax/ast.ts";
import { byteRange } from "../syntax/ranges.ts";
import type { Origin } from "../values/origin.ts";
import type { Reading } from "../values/reading.ts";
import type { ExportValue } from "./exports.ts";
import { signatureOf } from "./signatures.ts";

const UNKNOWN: ExportValue = { kind: "unknown" };

/** What setting a field to this makes of it; undefined for `nil`, and a local that never holds anything else, which removes the field. */
export function exportValue(value: Expression | undefined, reading: Reading): ExportValue | undefined {
  switch (value?.type) {
    case "NilLiteral":
      return undefined;
    case "NumericLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
    case "BinaryExpression":
    case "UnaryExpression":
      return { kind: "value" };
    default: {
      if (value === undefined) return UNKNOWN;
      if (value.type === "Identifier" && isNil(value, reading)) return undefined;
      const [origin, ...others] = reading.tracing.ofExpression(value);
      return origin === undefined || others.length > 0 ? UNKNOWN : valueFrom(origin, reading);
    }
  }
}

function isNil(value: Expression, { kinds }: Reading): boolean {
  const held = kinds.of(value);
  return held.size === 1 && held.has("nil");
}

function valueFrom(origin: Origin, reading: Reading): ExportValue {
  if (origin.kind === "function") {
    return {
      kind: "function",
      signature: signatureOf(origin.node, reading),
      range: byteRange(origin.node.range),
    };
  }
  if (origin.kind === "table" && origin.path.length === 0) return { kind: "table" };
  const module = origin.kind === "module" ? reading.tracing.moduleName(origin.call) : undefined;
  return origin.kind === "module" && module !== undefined
    ? { kind: "module", module, path: origin.path }
    : UNKNOWN;
}
