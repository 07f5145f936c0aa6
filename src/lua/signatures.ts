import type { FunctionDeclaration } from "./ast.ts";

export interface Signature {
  /** Names, without `self` of a method and without `...`. */
  readonly params: readonly string[];
  readonly isVararg: boolean;
  /** Written with a colon: it has a hidden first parameter `self`. */
  readonly isMethod: boolean;
}

export function signatureOf({ identifier, parameters }: FunctionDeclaration): Signature {
  return {
    params: parameters.flatMap((parameter) => (parameter.type === "Identifier" ? [parameter.name] : [])),
    isVararg: parameters.some(({ type }) => type === "VarargLiteral"),
    isMethod: identifier?.type === "MemberExpression" && identifier.indexer === ":",
  };
}
