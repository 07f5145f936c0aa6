// The file's own tables that loops go through: `for _, f in ipairs(list)`.
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Draw, Scopes } from "../scopes/scopes.ts";
import type { Call, Expression, TableConstructorExpression } from "../syntax/ast.ts";
import type { Tracer } from "./tracer.ts";

export class DrawnTables {
  readonly #scopes: Scopes;
  readonly #tracing: Tracer;

  constructor(scopes: Scopes, tracing: Tracer) {
    this.#scopes = scopes;
    this.#tracing = tracing;
  }

  /** Undefined for one that the file does not write out. */
  tableOf(draw: Draw): TableConstructorExpression | undefined {
    const [first, second] = draw.iterators;
    const called = this.iteratorOf(draw);
    const given = called === "ipairs" || called === "pairs" ? argumentsOf(first as Call)[0] : undefined;
    const table = given ?? (this.#isNext(first) ? second : undefined);
    const [origin, ...others] = table === undefined ? [] : this.#tracing.ofExpression(table);
    const isTable = origin?.kind === "table" && origin.path.length === 0 && others.length === 0;
    return isTable && origin.kind === "table" && origin.node.fields.length > 0 ? origin.node : undefined;
  }

  /** The function of Lua that makes the iterator: `ipairs`. */
  iteratorOf({ iterators: [first] }: Draw): string | undefined {
    return first !== undefined && isCall(first) ? calledName(first, this.#scopes, this.#tracing) : undefined;
  }

  #isNext(expression: Expression | undefined): boolean {
    const [origin] = expression === undefined ? [] : this.#tracing.ofExpression(expression);
    return origin?.kind === "global" && origin.path.join(".") === "next";
  }
}

/** The function of Lua that is called: `string.format`. */
export function calledName(call: Call, scopes: Scopes, tracing: Tracer): string | undefined {
  const chain = scopes.chainOf(call);
  const at = chain === undefined ? -1 : chain.steps.length - 1;
  const [trace] = chain === undefined ? [] : tracing.trace(chain, at);
  return trace?.rest === at && trace.origin.kind === "global" ? trace.origin.path.join(".") : undefined;
}
