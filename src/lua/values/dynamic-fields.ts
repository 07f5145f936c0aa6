// What may put fields into a table that nobody can name.

import type { Chain, Role, Scopes } from "../scopes/scopes.ts";
import type { Expression, TableConstructorExpression } from "../syntax/ast.ts";
import { type Origin, pathOf } from "./origin.ts";
import type { Reading } from "./reading.ts";
import { standardNames } from "./standard-names.ts";
import type { ValueTracing } from "./value-tracing.ts";

/** A key that is computed, and may be a string: arithmetic, lengths and numbers make no names. */
export function mayBeName(key: Expression): boolean {
  switch (key.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NilLiteral":
    case "UnaryExpression":
    case "FunctionDeclaration":
    case "TableConstructorExpression":
      return false;
    case "BinaryExpression":
      return key.operator === "..";
    default:
      return true;
  }
}

/** Whether a function that a table is passed to may set fields of it: Lua's own do not, except those that call others. */
export function maySetFields(
  { chain, call }: Role & { kind: "argument" },
  { tracing, version }: Reading,
): boolean {
  const at = chain.steps.indexOf(call);
  const trace = tracing.trace(chain, at)[0];
  if (trace === undefined || trace.rest !== at || trace.origin.kind !== "global") return true;
  const [first = ""] = trace.origin.path;
  return !standardNames(version).has(first) || CALLS_OTHERS.has(first);
}

const CALLS_OTHERS: ReadonlySet<string> = new Set(["pcall", "xpcall", "coroutine", "load"]);

/** Tells whether a metatable supplies missing fields from anywhere but the table itself. */
export class Metatables {
  readonly #tracing: ValueTracing;
  readonly #indexes: ReadonlyMap<TableConstructorExpression, readonly (Expression | undefined)[]>;

  constructor({ scopes, tracing }: Reading) {
    this.#tracing = tracing;
    this.#indexes = indexValues(scopes, tracing);
  }

  answersForOthers(metatable: Expression | undefined, isOwn: (origin: Origin) => boolean): boolean {
    if (metatable === undefined || metatable.type === "NilLiteral") return false;
    const found = this.#tracing.ofExpression(metatable);
    return found.length === 0 || found.some((origin) => this.#answers(origin, isOwn));
  }

  #answers(origin: Origin, isOwn: (origin: Origin) => boolean): boolean {
    if (origin.kind !== "table" || origin.path.length > 0) return true;
    const values = this.#indexes.get(origin.node) ?? [];
    return values.some((value) => value === undefined || !this.#tracing.ofExpression(value).some(isOwn));
  }
}

/** By table, everything that its `__index` is set to; undefined for what is not written out. */
function indexValues(
  { tables, chains }: Scopes,
  tracing: ValueTracing,
): ReadonlyMap<TableConstructorExpression, readonly (Expression | undefined)[]> {
  const all = new Map<TableConstructorExpression, (Expression | undefined)[]>();
  const add = (node: TableConstructorExpression, value: Expression | undefined) => {
    const values = all.get(node);
    if (values === undefined) all.set(node, [value]);
    else values.push(value);
  };
  const { folding } = tracing;
  for (const { node } of tables) {
    const field = node.fields.find((one) => folding.fieldKey(one) === INDEX);
    if (field !== undefined) add(node, field.value);
  }
  for (let index = 0; index < chains.length; index++) {
    const chain = chains[index] as Chain;
    const last = chain.steps.at(-1);
    if (chain.role.kind !== "target" || last === undefined || folding.stepName(last) !== INDEX) continue;
    for (const { origin, rest } of tracing.trace(chain)) {
      const isField = rest === chain.steps.length && pathOf(origin).length === 1;
      if (origin.kind === "table" && isField) add(origin.node, chain.role.value);
    }
  }
  return all;
}

const INDEX = "__index";
