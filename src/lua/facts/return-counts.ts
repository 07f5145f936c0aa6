import { isCall } from "../scopes/chains.ts";
import type { ReturnStatement, Statement } from "../syntax/ast.ts";

/** How many values a function gives back. */
export interface ReturnCounts {
  readonly least: number;
  /** Undefined when a call or `...` at the end of a `return` decides. */
  readonly most: number | undefined;
}

/** `returns` are those of the function itself, not of functions inside it. */
export function returnCounts(body: readonly Statement[], returns: readonly ReturnStatement[]): ReturnCounts {
  let least = mayEnd(body) ? 0 : Number.POSITIVE_INFINITY;
  let most: number | undefined = 0;
  for (const { arguments: given } of returns) {
    const last = given.at(-1);
    const isOpen = last !== undefined && (isCall(last) || last.type === "VarargLiteral");
    least = Math.min(least, isOpen ? given.length - 1 : given.length);
    most = isOpen || most === undefined ? undefined : Math.max(most, given.length);
  }
  return { least: Number.isFinite(least) ? least : 0, most };
}

/** Whether a run may reach the end of a block, as far as its last statement tells. */
function mayEnd(body: readonly Statement[]): boolean {
  const last = body.at(-1);
  switch (last?.type) {
    case "ReturnStatement":
      return false;
    case "DoStatement":
      return mayEnd(last.body);
    case "IfStatement":
      return last.clauses.at(-1)?.type !== "ElseClause" || last.clauses.some((clause) => mayEnd(clause.body));
    case "CallStatement": {
      const { base } = last.expression;
      return base.type !== "Identifier" || base.name !== "error";
    }
    default:
      return true;
  }
}
