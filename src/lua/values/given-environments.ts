import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes } from "../scopes/scopes.ts";
import type { Expression, FunctionDeclaration } from "../syntax/ast.ts";

/** What the visible calls of a function pass as its parameter `_ENV`: from then on its free names are fields of that. */
export function environmentsGiven({ body, range }: Binding, { chains }: Scopes): readonly Expression[] {
  const { node } = body;
  if (node.type === "Chunk") return [];
  const index = node.parameters.findIndex((parameter) => parameter.range === range);
  return chains.flatMap((chain) => {
    const [call] = chain.steps;
    const given = isCall(call) && calls(chain, node) ? argumentsOf(call)[index] : undefined;
    return given === undefined ? [] : [given];
  });
}

/** Where it stands, or through a local that holds it. */
function calls({ root, binding }: Chain, node: FunctionDeclaration): boolean {
  return root === node || binding?.sources.some(({ expression }) => expression === node) === true;
}
