// What the tables of a file are given, if the text itself shows it: in their constructors, and through the locals that hold
// them. It is read from the text alone, so that whoever traces values can ask while tracing.
import type { ByteText } from "../../base/byte-text.ts";
import { argumentsOf, isCall } from "../scopes/chains.ts";
import type { Binding, Chain, Scopes, Step } from "../scopes/scopes.ts";
import type { Expression, TableConstructorExpression, TableField } from "../syntax/ast.ts";

type Table = TableConstructorExpression;
type Values = readonly (Expression | undefined)[];

interface Write {
  readonly holder: Binding;
  readonly value: Expression | undefined;
}

/** More aliases in a row than any sensible code has. */
const DEEPEST = 10;
const NOTHING: Values = [];

export class TableContents {
  readonly #text: ByteText;
  readonly #scopes: Scopes;
  readonly #fields = new Map<Table, ReadonlyMap<ByteText, Expression>>();
  readonly #values = new Map<Table, Map<ByteText, Values>>();
  readonly #tables = new Map<Binding, readonly Table[]>();
  #writes: ReadonlyMap<string, readonly Write[]> | undefined;
  #written: ReadonlySet<Table> | undefined;
  readonly #metafields = new Map<Table, Map<string, readonly Expression[]>>();
  #metatables: ReadonlyMap<Table, readonly Expression[]> | undefined;
  #grown: ReadonlySet<Table> | undefined;

  constructor(text: ByteText, scopes: Scopes) {
    this.#text = text;
    this.#scopes = scopes;
  }

  /** Everything that a field is set to, except nil; undefined for a further result of a call. */
  valuesOf(node: Table, name: ByteText): Values {
    const known = this.#values.get(node) ?? new Map<ByteText, Values>();
    this.#values.set(node, known);
    const values = known.get(name) ?? this.#given(node, name);
    known.set(name, values);
    return values;
  }

  #given(node: Table, name: ByteText): Values {
    const own = this.#constructed(node).get(name);
    this.#writes ??= writesIn(this.#scopes);
    const writes = this.#writes.get(name);
    if (writes === undefined) return own === undefined ? NOTHING : [own];
    const set = writes
      .filter(({ holder }) => this.#tablesOf(holder).includes(node))
      .map(({ value }) => value);
    return (own === undefined ? set : [own, ...set]).filter(isNotNil);
  }

  /** Whether `valuesOf` gives anything for any name. */
  holdsNames(node: Table): boolean {
    this.#writes ??= writesIn(this.#scopes);
    this.#written ??= new Set(
      [...this.#writes.values()].flat().flatMap(({ holder }) => this.#tablesOf(holder)),
    );
    return this.#written.has(node) || this.#constructed(node).size > 0;
  }

  get hasMetatables(): boolean {
    this.#metatables ??= this.#metatablesIn();
    return this.#metatables.size > 0;
  }

  /** What a field of its metatables is set to: `__index`, `__call`. */
  metafields(node: Table, name: string): readonly Expression[] {
    const known = this.#metafields.get(node) ?? new Map<string, readonly Expression[]>();
    this.#metafields.set(node, known);
    const values = known.get(name) ?? this.#metafieldsOf(node, name);
    known.set(name, values);
    return values;
  }

  #metafieldsOf(node: Table, name: string): readonly Expression[] {
    this.#metatables ??= this.#metatablesIn();
    const metatables = this.#metatables.get(node) ?? [];
    return metatables
      .flatMap((each) => this.#tablesIn(each, DEEPEST))
      .flatMap((table) => this.valuesOf(table, name as ByteText).flatMap((value) => value ?? []));
  }

  /** Whether more items are put into it than its constructor shows: `list[#list + 1] = x`, `table.insert(list, x)`. */
  isGrown(node: Table): boolean {
    this.#grown ??= new Set(
      this.#scopes.chains.flatMap((chain) => {
        const holder = grownBy(chain, this.#scopes);
        return holder === undefined ? [] : this.#tablesOf(holder);
      }),
    );
    return this.#grown.has(node);
  }

  #constructed(node: Table): ReadonlyMap<ByteText, Expression> {
    let fields = this.#fields.get(node);
    if (fields === undefined) {
      fields = new Map(
        node.fields.flatMap((field) => {
          const key = fieldKey(field);
          return key === undefined ? [] : [[key, field.value] as const];
        }),
      );
      this.#fields.set(node, fields);
    }
    return fields;
  }

  #tablesOf(binding: Binding, depth = DEEPEST): readonly Table[] {
    const known = this.#tables.get(binding);
    if (known !== undefined) return known;
    this.#tables.set(binding, []);
    const tables = binding.sources.flatMap(({ expression, result }) =>
      result === 0 && binding.kind === "local" ? this.#tablesIn(expression, depth) : [],
    );
    this.#tables.set(binding, tables);
    return tables;
  }

  /** `{}`, `setmetatable({}, …)`, `x or {}`, another local. */
  #tablesIn(expression: Expression, depth: number): readonly Table[] {
    if (depth === 0) return [];
    switch (expression.type) {
      case "TableConstructorExpression":
        return [expression];
      case "LogicalExpression": {
        const right = this.#tablesIn(expression.right, depth - 1);
        return expression.operator === "and"
          ? right
          : [...this.#tablesIn(expression.left, depth - 1), ...right];
      }
      case "Identifier": {
        const binding = this.#scopes.chainOf(expression)?.binding;
        return binding === undefined ? [] : this.#tablesOf(binding, depth - 1);
      }
      case "CallExpression": {
        const [first] = setsMetatable(expression) ? expression.arguments : [];
        return first === undefined ? [] : this.#tablesIn(first, depth - 1);
      }
      default:
        return [];
    }
  }

  #metatablesIn(): ReadonlyMap<Table, readonly Expression[]> {
    const all = new Map<Table, Expression[]>();
    // Most files have none, and every chain would be looked at for them.
    const chains = this.#text.includes(SETMETATABLE) ? this.#scopes.chains : [];
    for (let at = 0; at < chains.length; at++) {
      const { steps } = chains[at] as Chain;
      for (let index = 0; index < steps.length; index++) {
        const step = steps[index] as Step;
        if (!isCall(step) || !setsMetatable(step)) continue;
        const [first, second] = argumentsOf(step);
        if (first === undefined || second === undefined) continue;
        for (const table of this.#tablesIn(first, DEEPEST)) {
          const known = all.get(table);
          if (known === undefined) all.set(table, [second]);
          else known.push(second);
        }
      }
    }
    return all;
  }
}

/** However it is reached: nobody gives that name to anything else. */
function setsMetatable({ base }: { readonly base: Expression }): boolean {
  if (base.type === "Identifier") return base.name === SETMETATABLE;
  return base.type === "MemberExpression" && base.identifier.name === SETMETATABLE;
}

const SETMETATABLE = "setmetatable";

/** By the field's name: `M.f = …`, `function M.f`, and below `local _ENV = M` a plain `f = …`. */
function writesIn({ chains }: Scopes): ReadonlyMap<string, readonly Write[]> {
  const all = new Map<string, Write[]>();
  for (let at = 0; at < chains.length; at++) {
    const chain = chains[at] as Chain;
    const { role } = chain;
    if (role.kind !== "target") continue;
    const { name, holder } = writeOf(chain) ?? {};
    if (name === undefined || holder === undefined) continue;
    const write = { holder, value: role.value };
    const known = all.get(name);
    if (known === undefined) all.set(name, [write]);
    else known.push(write);
  }
  return all;
}

function writeOf(chain: Chain): { readonly name: string; readonly holder: Binding } | undefined {
  const { root, steps, binding, env } = chain;
  const step = steps[0];
  if (step === undefined)
    return root.type === "Identifier" && env !== undefined ? { name: root.name, holder: env } : undefined;
  if (steps.length > 1 || binding === undefined) return undefined;
  if (step.type === "MemberExpression") return { name: step.identifier.name, holder: binding };
  return step.type === "IndexExpression" && step.index.type === "StringLiteral"
    ? { name: step.index.value, holder: binding }
    : undefined;
}

function isNotNil(value: Expression | undefined): boolean {
  return value?.type !== "NilLiteral";
}

/** The local to whose table a chain adds something without a name. */
function grownBy({ root, steps, binding, role }: Chain, scopes: Scopes): Binding | undefined {
  const [step, ...others] = steps;
  if (role.kind === "target") {
    const isItem = step?.type === "IndexExpression" && step.index.type !== "StringLiteral";
    return isItem && others.length === 0 && isNotNil(role.value) ? binding : undefined;
  }
  const call = steps.find(isCall);
  const called = call?.base;
  const name = called?.type === "MemberExpression" ? called.identifier.name : undefined;
  const adds =
    name === "insert" || (called === root && root.type === "Identifier" && /insert$/.test(root.name));
  const [list] = call !== undefined && adds ? argumentsOf(call) : [];
  return list?.type === "Identifier" ? scopes.chainOf(list)?.binding : undefined;
}

/** The name that a field of a table constructor has; undefined for list items and computed keys. */
function fieldKey(field: TableField): ByteText | undefined {
  if (field.type === "TableKeyString") return field.key.name as ByteText;
  return field.type === "TableKey" && field.key.type === "StringLiteral" ? field.key.value : undefined;
}
