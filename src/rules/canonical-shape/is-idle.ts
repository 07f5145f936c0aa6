import type { FunctionDeclaration } from "../../lua/syntax/ast.ts";

/** Whether a function does nothing: it is empty, or gives back what it gets. */
export function isIdle({ body, parameters }: FunctionDeclaration): boolean {
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
