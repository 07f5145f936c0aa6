import type { Expression, FunctionDeclaration } from "./ast.ts";

/**
 * What a function of `__index` looks up: `_G[k]` of `function(_, k) return _G[k] end`, the table of `rawget(_G, k)`; undefined if it does
 * more, so that what it gives is unknown.
 */
export function lookedIn({ parameters, body }: FunctionDeclaration): readonly Expression[] | undefined {
  const [statement, ...others] = body;
  const [, key] = parameters;
  if (statement?.type !== "ReturnStatement" || others.length > 0 || key?.type !== "Identifier")
    return undefined;
  const [value, ...further] = statement.arguments;
  return value === undefined || further.length > 0 ? undefined : lookupsIn(value, key.name);
}

function lookupsIn(value: Expression, key: string): readonly Expression[] | undefined {
  if (value.type === "LogicalExpression" && value.operator === "or") {
    const [left, right] = [lookupsIn(value.left, key), lookupsIn(value.right, key)];
    return left === undefined || right === undefined ? undefined : [...left, ...right];
  }
  if (value.type === "IndexExpression") return isKey(value.index, key) ? [value] : undefined;
  if (value.type !== "CallExpression" || value.base.type !== "Identifier") return undefined;
  const [table, name] = value.arguments;
  const isRaw =
    value.base.name === "rawget" &&
    table !== undefined &&
    table.type !== "IndexExpression" &&
    isKey(name, key);
  return isRaw ? [table] : undefined;
}

function isKey(index: Expression | undefined, key: string): boolean {
  return index?.type === "Identifier" && index.name === key;
}
