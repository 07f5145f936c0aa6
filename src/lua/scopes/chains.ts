// How a chain `a.b[c](d)` is taken apart, and what its calls are given.
import type { Call, Expression, Identifier } from "../syntax/ast.ts";
import type { Chain, Step, ValueSource } from "./scopes.ts";

const NO_STEPS: readonly Step[] = [];

/** What variable `index` gets of a list of values; undefined if it gets nil. */
export function sourceAt(init: readonly Expression[], index: number): ValueSource | undefined {
  const own = init[index];
  if (own !== undefined) return { expression: own, result: 0 };
  const last = init.at(-1);
  const isMany = last !== undefined && (isCall(last) || last.type === "VarargLiteral");
  return isMany ? { expression: last, result: index - init.length + 1 } : undefined;
}

/** What is done with the root of a chain, from the inside out; its first step has the root as its base. */
export function stepsOf(whole: Identifier | Step): readonly Step[] {
  if (whole.type === "Identifier") return NO_STEPS;
  let count = 1;
  for (let base = whole.base; isStep(base); base = base.base) count++;
  if (count === 1) return [whole];
  // There is one for each chain of a file: as long as it has to be, and no longer.
  const steps = new Array<Step>(count);
  let step: Expression = whole;
  for (let at = count - 1; at >= 0 && isStep(step); at--, step = step.base) steps[at] = step;
  return steps;
}

function isStep(node: Expression): node is Step {
  return node.type === "MemberExpression" || node.type === "IndexExpression" || isCall(node);
}

export function isCall(node: { readonly type: string } | undefined): node is Call {
  return (
    node !== undefined &&
    (node.type === "CallExpression" ||
      node.type === "StringCallExpression" ||
      node.type === "TableCallExpression")
  );
}

export function argumentsOf(call: Call): readonly Expression[] {
  if (call.type === "CallExpression") return call.arguments;
  return [call.type === "StringCallExpression" ? call.argument : call.arguments];
}

/** `pcall(…)` or `xpcall(…)`, even through a local of the same name: `local pcall = pcall`. */
export function isProtectedCall({ root, binding, env }: Chain): boolean {
  if (root.type !== "Identifier" || env !== undefined) return false;
  const value = binding?.sources.length === 1 ? binding.sources[0]?.expression : root;
  if (value?.type !== "Identifier" || value.name !== root.name) return false;
  return root.name === "pcall" || root.name === "xpcall";
}
