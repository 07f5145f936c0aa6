import type { ByteText } from "../../base/byte-text.ts";
import type { Chain, FunctionBody, Scopes } from "../scopes/scopes.ts";
import type { Expression, FunctionDeclaration, TableConstructorExpression } from "../syntax/ast.ts";
import type { ValueTracing } from "./value-tracing.ts";

type Fields = Map<ByteText, FunctionDeclaration>;

/** The functions that a file defines, found by the local or by the field of its own table through which they are called. */
export class OwnFunctions {
  readonly #scopes: Scopes;
  readonly #tracing: ValueTracing;
  #fields: ReadonlyMap<TableConstructorExpression, Fields> | undefined;
  #bodies: ReadonlyMap<unknown, FunctionBody> | undefined;

  constructor(scopes: Scopes, tracing: ValueTracing) {
    this.#scopes = scopes;
    this.#tracing = tracing;
  }

  /** The body that runs when the steps of `chain` before `at` are called; undefined when there is not just one. */
  calledBy(chain: Chain, at: number): FunctionBody | undefined {
    const traces = this.#tracing.trace(chain, at);
    const origin = traces[0]?.origin;
    if (traces.length !== 1 || origin === undefined) return undefined;
    if (origin.kind === "function") return this.#bodyOf(origin.node);
    if (origin.kind === "table" && origin.path.length === 0) return this.#bodyOfCall(origin.node);
    const [name, ...deeper] = origin.kind === "table" ? origin.path : [];
    if (origin.kind !== "table" || name === undefined || deeper.length > 0) return undefined;
    this.#fields ??= functionFields(this.#scopes, this.#tracing);
    return this.#bodyOf(this.#fields.get(origin.node)?.get(name));
  }

  /** Of a function that is handed on: `table.sort(t, byName)`. */
  given(value: Expression): FunctionBody | undefined {
    const [origin, ...others] = this.#tracing.ofExpression(value);
    return origin?.kind === "function" && others.length === 0 ? this.#bodyOf(origin.node) : undefined;
  }

  /** What a table with `__call` runs. */
  #bodyOfCall(table: TableConstructorExpression): FunctionBody | undefined {
    const [value, ...others] = this.#tracing.contents.metafields(table, "__call");
    return value === undefined || others.length > 0 ? undefined : this.given(value);
  }

  #bodyOf(node: FunctionDeclaration | undefined): FunctionBody | undefined {
    this.#bodies ??= new Map(this.#scopes.bodies.map((body) => [body.node, body]));
    return node === undefined ? undefined : this.#bodies.get(node);
  }
}

function functionFields(
  scopes: Scopes,
  tracing: ValueTracing,
): ReadonlyMap<TableConstructorExpression, Fields> {
  const all = new Map<TableConstructorExpression, Fields>();
  const add = (table: TableConstructorExpression, name: ByteText | undefined, value: Expression) => {
    const origin = tracing.ofExpression(value)[0];
    if (name === undefined || origin?.kind !== "function") return;
    const fields = all.get(table) ?? new Map();
    all.set(table, fields.set(name, origin.node));
  };
  for (const { node } of scopes.tables) {
    for (const field of node.fields) add(node, tracing.folding.fieldKey(field), field.value);
  }
  for (const chain of scopes.chains) {
    if (chain.role.kind !== "target" || chain.role.value === undefined) continue;
    for (const { origin } of tracing.trace(chain)) {
      if (origin.kind === "table" && origin.path.length === 1)
        add(origin.node, origin.path[0], chain.role.value);
    }
  }
  return all;
}
