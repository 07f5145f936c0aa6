// What a function or field stands for, where it does nothing but hand on to another field of the same table.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { Expression, FunctionDeclaration, Statement } from "../lua/syntax/ast.ts";
import type { LuaText } from "./tree.ts";

/** `range` is the statement that sets it, `local` the table's name: `M.old = M.new`, `function M.old(a) return M.new(a) end`. */
export function aliasOf({ lua }: LuaText, range: ByteRange, local: string | undefined): ByteText | undefined {
  if (!lua.syntax.ok || local === undefined) return undefined;
  const statement = lua.syntax.value.body.find(
    (each) => each.range[0] === range.start && each.range[1] === range.end,
  );
  if (statement?.type === "FunctionDeclaration") return handedOn(statement, local);
  if (statement?.type !== "AssignmentStatement" || statement.init.length !== 1) return undefined;
  const [value] = statement.init;
  if (value?.type === "FunctionDeclaration") return handedOn(value, local);
  return value === undefined ? undefined : fieldOf(value, local, ".");
}

function handedOn(
  { identifier, parameters, body }: FunctionDeclaration,
  local: string,
): ByteText | undefined {
  const isMethod = identifier?.type === "MemberExpression" && identifier.indexer === ":";
  const call = onlyCall(body);
  if (call?.type !== "CallExpression" || call.arguments.length !== parameters.length) return undefined;
  const isSame = parameters.every((parameter, at) => {
    const given = call.arguments[at];
    if (parameter.type === "VarargLiteral") return given?.type === "VarargLiteral";
    return given?.type === "Identifier" && given.name === parameter.name;
  });
  if (!isSame) return undefined;
  return isMethod ? fieldOf(call.base, "self", ":") : fieldOf(call.base, local, ".");
}

function onlyCall(body: readonly Statement[]): Expression | undefined {
  const [statement] = body;
  if (body.length !== 1 || statement?.type !== "ReturnStatement" || statement.arguments.length !== 1)
    return undefined;
  return statement.arguments[0];
}

function fieldOf(expression: Expression, local: string, by: "." | ":"): ByteText | undefined {
  if (expression.type !== "MemberExpression" || expression.indexer !== by) return undefined;
  const { base, identifier } = expression;
  return base.type === "Identifier" && base.name === local ? (identifier.name as ByteText) : undefined;
}
