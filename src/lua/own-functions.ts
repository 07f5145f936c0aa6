import type { ByteText } from "../base/byte-text.ts";
import type { Expression, FunctionDeclaration, TableConstructorExpression } from "./ast.ts";
import type { Reading } from "./reading.ts";
import type { Chain, FunctionBody } from "./scopes.ts";
import { fieldKey } from "./table-fields.ts";

type Fields = Map<ByteText, FunctionDeclaration>;

/** The functions that a file defines, found by the local or by the field of its own table through which they are called. */
export class OwnFunctions {
  readonly #reading: Reading;
  #fields: ReadonlyMap<TableConstructorExpression, Fields> | undefined;
  #bodies: ReadonlyMap<unknown, FunctionBody> | undefined;
  #chains: ReadonlyMap<FunctionBody, readonly Chain[]> | undefined;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** The body that runs when the steps of `chain` before `at` are called; undefined when there is not just one. */
  calledBy(chain: Chain, at: number): FunctionBody | undefined {
    const traces = this.#reading.origins.trace(chain, at);
    const origin = traces[0]?.origin;
    if (traces.length !== 1 || origin === undefined) return undefined;
    if (origin.kind === "function") return this.#bodyOf(origin.node);
    const [name, ...deeper] = origin.kind === "table" ? origin.path : [];
    if (origin.kind !== "table" || name === undefined || deeper.length > 0) return undefined;
    this.#fields ??= functionFields(this.#reading);
    return this.#bodyOf(this.#fields.get(origin.node)?.get(name));
  }

  chainsIn(body: FunctionBody): readonly Chain[] {
    this.#chains ??= byBody(this.#reading.scopes.chains);
    return this.#chains.get(body) ?? [];
  }

  #bodyOf(node: FunctionDeclaration | undefined): FunctionBody | undefined {
    this.#bodies ??= new Map(this.#reading.scopes.bodies.map((body) => [body.node, body]));
    return node === undefined ? undefined : this.#bodies.get(node);
  }
}

function byBody(chains: readonly Chain[]): ReadonlyMap<FunctionBody, readonly Chain[]> {
  const groups = new Map<FunctionBody, Chain[]>();
  for (const chain of chains) {
    const group = groups.get(chain.body);
    if (group === undefined) groups.set(chain.body, [chain]);
    else group.push(chain);
  }
  return groups;
}

function functionFields({ scopes, origins }: Reading): ReadonlyMap<TableConstructorExpression, Fields> {
  const all = new Map<TableConstructorExpression, Fields>();
  const add = (table: TableConstructorExpression, name: ByteText | undefined, value: Expression) => {
    const origin = origins.ofExpression(value)[0];
    if (name === undefined || origin?.kind !== "function") return;
    const fields = all.get(table) ?? new Map();
    all.set(table, fields.set(name, origin.node));
  };
  for (const { node } of scopes.tables) {
    for (const field of node.fields) add(node, fieldKey(field), field.value);
  }
  for (const chain of scopes.chains) {
    if (chain.role.kind !== "target" || chain.role.value === undefined) continue;
    for (const { origin } of origins.trace(chain)) {
      if (origin.kind === "table" && origin.path.length === 1)
        add(origin.node, origin.path[0], chain.role.value);
    }
  }
  return all;
}
