// What a function or field stands for, if it does nothing but pass on to another field.
import type { ByteText } from "../base/byte-text.ts";
import type { ByteRange } from "../base/position.ts";
import type { Expression, FunctionDeclaration, MemberExpression, Statement } from "../lua/syntax/ast.ts";
import type { TreeText } from "./tree.ts";

/** Another field of the same table. `range` is the statement that sets it, `local` the table's name: `M.old = M.new`. */
export function aliasOf(file: TreeText, range: ByteRange, local: string | undefined): ByteText | undefined {
  const found = handedOn(file, range);
  if (found === undefined || local === undefined) return undefined;
  const { base, indexer, identifier } = found.member;
  const owner = found.isMethod ? "self" : local;
  const isOwn = base.type === "Identifier" && base.name === owner && indexer === (found.isMethod ? ":" : ".");
  return isOwn ? (identifier.name as ByteText) : undefined;
}

interface HandedOn {
  readonly member: MemberExpression;
  readonly isMethod: boolean;
}

/** `M.old = x.new`, `function M.old(a) return x.new(a) end`, `function M:old(a) return self:new(a) end`. */
export function handedOn({ lua }: TreeText, range: ByteRange): HandedOn | undefined {
  if (!lua.syntax.ok) return undefined;
  const statement = lua.syntax.value.body.find(
    (each) => each.range[0] === range.start && each.range[1] === range.end,
  );
  if (statement?.type === "FunctionDeclaration") return calledBy(statement);
  if (statement?.type !== "AssignmentStatement") return undefined;
  if (statement.variables.length !== 1 || statement.init.length !== 1) return undefined;
  const [value] = statement.init;
  if (value?.type === "FunctionDeclaration") return calledBy(value);
  return value?.type === "MemberExpression" ? { member: value, isMethod: false } : undefined;
}

function calledBy({ identifier, parameters, body }: FunctionDeclaration): HandedOn | undefined {
  const isMethod = identifier?.type === "MemberExpression" && identifier.indexer === ":";
  const call = onlyCall(body);
  if (call?.type !== "CallExpression" || call.arguments.length !== parameters.length) return undefined;
  const isSame = parameters.every((parameter, at) => {
    const given = call.arguments[at];
    if (parameter.type === "VarargLiteral") return given?.type === "VarargLiteral";
    return given?.type === "Identifier" && given.name === parameter.name;
  });
  return isSame && call.base.type === "MemberExpression" ? { member: call.base, isMethod } : undefined;
}

function onlyCall(body: readonly Statement[]): Expression | undefined {
  const [statement] = body;
  if (body.length !== 1 || statement?.type !== "ReturnStatement" || statement.arguments.length !== 1)
    return undefined;
  return statement.arguments[0];
}
