import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Step } from "../scopes/scopes.ts";
import type { Call } from "../syntax/ast.ts";

/** `require 'imgui' '0.9'`: the result of `require` is called with the version that is wanted. */
export function isVersionCall(step: Step, required: Call): boolean {
  if (!isCall(step) || step.base !== required) return false;
  const given = argumentsOf(step);
  return given.length === 1 && given[0]?.type === "StringLiteral";
}
