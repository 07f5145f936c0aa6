import type { Expression } from "../syntax/ast.ts";
import type { Scopes } from "./scopes.ts";

/** The number that is written, or that a local is declared with and never given another; undefined if that is not sure. */
export function plainNumber(value: Expression, scopes: Scopes): number | undefined {
  if (value.type !== "Identifier") return writtenNumber(value);
  const { kind, declared, sources } = scopes.chainOf(value)?.binding ?? {};
  const isKept = kind === "local" && declared?.result === 0 && sources?.length === 1;
  return isKept ? writtenNumber(declared.expression) : undefined;
}

function writtenNumber(value: Expression): number | undefined {
  if (value.type === "NumericLiteral") return value.value;
  if (value.type !== "UnaryExpression" || value.operator !== "-") return undefined;
  return value.argument.type === "NumericLiteral" ? -value.argument.value : undefined;
}
