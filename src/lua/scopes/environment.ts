// What changes where the free names after it are kept: `_ENV = M`, and before 5.2 `setfenv(1, M)`.
import type { Expression, NodeRange } from "../syntax/ast.ts";
import { argumentsOf, isCall, sourceAt } from "./chains.ts";
import type { Chain, ValueSource } from "./scopes.ts";

/** The name of the binding that stands for the environment of a function before 5.2: no program can have it. */
export const SETFENV = "setfenv(1)";

export interface EnvironmentChange {
  readonly range: NodeRange;
  readonly source: ValueSource | undefined;
}

export function assignedEnvironment(
  variables: readonly Expression[],
  init: readonly Expression[],
): EnvironmentChange | undefined {
  const at = variables.findIndex((variable) => variable.type === "Identifier" && variable.name === "_ENV");
  const variable = variables[at];
  return variable === undefined ? undefined : { range: variable.range, source: sourceAt(init, at) };
}

/** For a call that stands by itself; it changes only the environment of the function it stands in. */
export function setEnvironment({ root, binding, steps, range }: Chain): EnvironmentChange | undefined {
  const [call, next] = steps;
  if (root.type !== "Identifier" || root.name !== "setfenv" || binding !== undefined) return undefined;
  if (!isCall(call) || next !== undefined) return undefined;
  const [level, table] = argumentsOf(call);
  if (level?.type !== "NumericLiteral" || level.raw !== "1" || table === undefined) return undefined;
  return { range, source: { expression: table, result: 0 } };
}
