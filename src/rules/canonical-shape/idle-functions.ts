import type { Chunk, Expression, FunctionDeclaration, Statement } from "../../lua/syntax/ast.ts";

/** The names, as they are written, of the top-level functions of a file that do nothing: empty, or giving back what they get. */
export function idleFunctions(chunk: Chunk): ReadonlySet<string> {
  return new Set(chunk.body.flatMap(definitions).flatMap(([name, body]) => (isIdle(body) ? [name] : [])));
}

function definitions(statement: Statement): [string, FunctionDeclaration][] {
  if (statement.type === "FunctionDeclaration") {
    return statement.identifier === null ? [] : [[nameOf(statement.identifier), statement]];
  }
  if (statement.type !== "LocalStatement" && statement.type !== "AssignmentStatement") return [];
  return statement.init.flatMap((value, index) => {
    const target = statement.variables[index];
    return value.type === "FunctionDeclaration" && target !== undefined ? [[nameOf(target), value]] : [];
  });
}

function nameOf(target: Expression): string {
  if (target.type === "Identifier") return target.name;
  if (target.type === "MemberExpression")
    return `${nameOf(target.base)}${target.indexer}${target.identifier.name}`;
  return "";
}

function isIdle({ body, parameters }: FunctionDeclaration): boolean {
  const [first, second] = body;
  if (first === undefined) return true;
  if (second !== undefined || first.type !== "ReturnStatement") return false;
  const given = new Set(
    parameters.flatMap((parameter) => (parameter.type === "Identifier" ? [parameter.name] : [])),
  );
  return first.arguments.every((value) =>
    value.type === "Identifier"
      ? given.has(value.name)
      : value.type === "NilLiteral" || value.type === "VarargLiteral",
  );
}
