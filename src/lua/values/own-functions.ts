import type { ByteText } from "../../base/byte-text.ts";
import { isCall } from "../scopes/chains.ts";
import type { Chain, FunctionBody, Scopes } from "../scopes/scopes.ts";
import type { Expression, FunctionDeclaration, TableConstructorExpression } from "../syntax/ast.ts";
import { blockEnd } from "../syntax/block-end.ts";
import { DrawnTables } from "./drawn-tables.ts";
import type { ValueTracing } from "./value-tracing.ts";

type Fields = Map<ByteText, FunctionDeclaration>;

/** The functions that a file defines, found by the local or by the field of its own table through which they are called. */
export class OwnFunctions {
  readonly #scopes: Scopes;
  readonly #tracing: ValueTracing;
  readonly #drawing: DrawnTables;
  #fields: ReadonlyMap<TableConstructorExpression, Fields> | undefined;
  #bodies: ReadonlyMap<unknown, FunctionBody> | undefined;

  constructor(scopes: Scopes, tracing: ValueTracing) {
    this.#scopes = scopes;
    this.#tracing = tracing;
    this.#drawing = new DrawnTables(scopes, tracing);
  }

  /** The body that runs when the steps of `chain` before `at` are called; undefined if there is not exactly one. */
  calledBy(chain: Chain, at: number): FunctionBody | undefined {
    const [trace, ...others] = this.#tracing.trace(chain, at);
    if (trace === undefined || others.length > 0) return undefined;
    const { origin, rest } = trace;
    if (rest < at) return this.#givenBy(chain, at);
    if (origin.kind === "function") return this.#bodyOf(origin.node);
    if (origin.kind === "table" && origin.path.length === 0) return this.#bodyOfCall(origin.node);
    const [name, ...deeper] = origin.kind === "table" ? origin.path : [];
    if (origin.kind !== "table" || name === undefined || deeper.length > 0) return undefined;
    this.#fields ??= functionFields(this.#scopes, this.#tracing);
    return this.#bodyOf(this.#fields.get(origin.node)?.get(name));
  }

  /** Every body that may run there, including those in a list of own functions, `list[1]()` or a loop that calls each. None if any other may. */
  allCalledBy(chain: Chain, at: number): readonly FunctionBody[] {
    const one = this.calledBy(chain, at);
    if (one !== undefined) return [one];
    const items = this.#listed(chain, at) ?? [];
    const bodies = items.flatMap((item) => this.given(item) ?? []);
    return bodies.length === items.length ? bodies : [];
  }

  /** What looks up a field that the table does not have: the function of its `__index`. */
  lookupBy(chain: Chain): FunctionBody | undefined {
    const { contents } = this.#tracing;
    if (!contents.hasMetatables) return undefined;
    const [trace, ...others] = this.#tracing.trace(chain);
    const { origin } = trace ?? {};
    const [name] = origin?.kind === "table" ? origin.path : [];
    if (origin?.kind !== "table" || name === undefined || others.length > 0 || origin.isOnSelf)
      return undefined;
    if (chain.role.kind === "target" && origin.path.length === 1) return undefined;
    const index = this.#metafield(origin.node, "__index");
    const isHad = contents.valuesOf(origin.node, name).length > 0 || contents.isGrown(origin.node);
    return index === undefined || isHad ? undefined : this.given(index);
  }

  /** The metamethod of a table of the file that an operator, an assignment, `tostring` or `pairs` runs. */
  metamethodBy(chain: Chain): FunctionBody | undefined {
    const { contents } = this.#tracing;
    const event = contents.hasMetatables ? this.#eventOf(chain) : undefined;
    if (event === undefined) return undefined;
    const end = event === "__newindex" ? chain.steps.length - 1 : chain.steps.length;
    const [trace, ...others] = this.#tracing.trace(chain, end);
    const { origin } = trace ?? {};
    if (origin?.kind !== "table" || origin.path.length > 0 || trace?.rest !== end || others.length > 0)
      return undefined;
    const value = this.#metafield(origin.node, event);
    // A metatable that is set further down has no effect here.
    return value === undefined || value.range[0] > chain.range[0] ? undefined : this.given(value);
  }

  #eventOf({ role, steps }: Chain): string | undefined {
    if (role.kind === "operand") return role.event;
    if (role.kind === "target") return steps.length > 0 ? "__newindex" : undefined;
    if (role.kind !== "argument" || role.index > 0) return undefined;
    const called = this.#tracing.calledGlobal(role.chain);
    const isAsked = called?.call === role.call && (called.name === "tostring" || called.name === "pairs");
    return isAsked ? `__${called.name}` : undefined;
  }

  /** What `list[1]` and `list[i]` may be, and the variable of `for _, f in ipairs(list)`. */
  #listed(chain: Chain, at: number): readonly Expression[] | undefined {
    const { steps, binding } = chain;
    const last = steps[at - 1];
    if (at === 0) {
      const table = binding?.drawn?.index === 1 ? this.#drawing.tableOf(binding.drawn) : undefined;
      return table === undefined || binding?.sources.length !== 0 ? undefined : this.#itemsOf(table);
    }
    if (last?.type !== "IndexExpression") return undefined;
    const [trace, ...others] = this.#tracing.trace(chain, at - 1);
    const isList = trace?.rest === at - 1 && trace.origin.kind === "table" && trace.origin.path.length === 0;
    if (others.length > 0 || !isList || trace.origin.kind !== "table") return undefined;
    const items = this.#itemsOf(trace.origin.node);
    return last.index.type === "NumericLiteral"
      ? items?.slice(last.index.value - 1, last.index.value)
      : items;
  }

  #itemsOf(table: TableConstructorExpression): readonly Expression[] | undefined {
    const { fields } = table;
    const isWhole =
      fields.every(({ type }) => type === "TableValue") && !this.#tracing.contents.isGrown(table);
    return isWhole ? fields.map(({ value }) => value) : undefined;
  }

  /** `make()()` calls what one of the file's own functions gives. */
  #givenBy(chain: Chain, at: number): FunctionBody | undefined {
    const before = at - 1;
    if (chain.steps.findIndex(isCall) !== before) return undefined;
    const maker = this.calledBy(chain, before);
    if (maker === undefined || blockEnd(maker.node.body) !== "never") return undefined;
    const given = this.#scopes
      .returnsOf(maker.node)
      .map(({ arguments: [value] }) => value && this.given(value));
    return new Set(given).size === 1 ? given[0] : undefined;
  }

  /** For a function that is passed on: `table.sort(t, byName)`. */
  given(value: Expression): FunctionBody | undefined {
    const [origin, ...others] = this.#tracing.ofExpression(value);
    return origin?.kind === "function" && others.length === 0 ? this.#bodyOf(origin.node) : undefined;
  }

  /** What a table with `__call` runs. */
  #bodyOfCall(table: TableConstructorExpression): FunctionBody | undefined {
    const value = this.#metafield(table, "__call");
    return value === undefined ? undefined : this.given(value);
  }

  /** Undefined where it may be one of several. */
  #metafield(table: TableConstructorExpression, event: string): Expression | undefined {
    const values = this.#tracing.contents.metafields(table, event);
    return values.length === 1 ? values[0] : undefined;
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
  for (let index = 0; index < scopes.chains.length; index++) {
    const chain = scopes.chains[index] as Chain;
    if (chain.role.kind !== "target" || chain.role.value === undefined) continue;
    for (const { origin } of tracing.trace(chain)) {
      if (origin.kind === "table" && origin.path.length === 1)
        add(origin.node, origin.path[0], chain.role.value);
    }
  }
  return all;
}
