import type { FunctionDeclaration } from "../syntax/ast.ts";
import type { Reading } from "../values/reading.ts";
import { type ReturnCounts, returnCounts } from "./return-counts.ts";

export interface Signature {
  /** Names, without `self` of a method and without `...`. */
  readonly params: readonly string[];
  readonly isVararg: boolean;
  /** Written with a colon: it has a hidden first parameter `self`. */
  readonly isMethod: boolean;
  readonly returns: ReturnCounts;
}

export function signatureOf(node: FunctionDeclaration, { scopes, text }: Reading): Signature {
  const { identifier, parameters, body } = node;
  return {
    params: parameters.flatMap((parameter) => (parameter.type === "Identifier" ? [parameter.name] : [])),
    isVararg: parameters.some(({ type }) => type === "VarargLiteral"),
    isMethod: identifier?.type === "MemberExpression" && identifier.indexer === ":",
    returns: returnCounts(body, scopes.returnsOf(node), text),
  };
}
