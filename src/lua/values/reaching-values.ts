// Which of its values a local may hold where it is read, statement by statement: what is assigned later or was replaced before
// can't be meant there, nor a text that a condition on the way rules out.
import type { Binding, Chain, FunctionBody, Scopes } from "../scopes/scopes.ts";
import type { Expression, NodeRange } from "../syntax/ast.ts";
import { type HeldValues, whatever } from "./held-values.ts";
import { type Assigned, type Piece, ValueFlow } from "./value-flow.ts";

/** How many statements of one file are looked at, for all its locals together: beyond that, locals may hold all that they are ever given. */
const MOST_STATEMENTS = 100_000;
/** A local that is given more values than any sensible code gives it may hold each of them. */
const MOST_VALUES = 32;

export class ReachingValues {
  readonly #scopes: Scopes;
  readonly #known = new Map<Binding, Map<FunctionBody, readonly Piece[] | undefined>>();
  #assigned: ReadonlyMap<Binding, readonly Assigned[]> | undefined;
  #left = MOST_STATEMENTS;

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** Undefined if it may hold whatever it is ever given. */
  at(use: Expression, binding: Binding, body: FunctionBody): HeldValues | undefined {
    if (binding.sources.length < 2 && !this.#scopes.compared.has(binding)) return undefined;
    const inBodies = this.#known.get(binding) ?? new Map<FunctionBody, readonly Piece[] | undefined>();
    this.#known.set(binding, inBodies);
    if (!inBodies.has(body)) inBodies.set(body, this.#piecesOf(binding, body));
    const pieces = inBodies.get(body);
    return pieces && around(use.range, pieces);
  }

  #piecesOf(binding: Binding, body: FunctionBody): readonly Piece[] | undefined {
    this.#assigned ??= assignedIn(this.#scopes);
    const assigned = this.#assigned.get(binding) ?? [];
    // When a function that assigns to it is called is not known.
    if (assigned.length > MOST_VALUES || assigned.some((each) => each.body !== binding.body))
      return undefined;
    const flow = new ValueFlow(binding, this.#scopes, assigned, this.#left);
    const unassigned = binding.kind === "local" ? [] : [whatever(undefined)];
    const given = body === binding.body ? [] : binding.sources.map(whatever);
    const isTold = flow.run(body.node.body, [...unassigned, ...given]);
    this.#left = flow.left;
    return isTold ? flow.pieces : undefined;
  }
}

function assignedIn({ chains }: Scopes): ReadonlyMap<Binding, readonly Assigned[]> {
  const all = new Map<Binding, Assigned[]>();
  for (let index = 0; index < chains.length; index++) {
    const { binding, steps, role, range, body } = chains[index] as Chain;
    if (binding === undefined || steps.length > 0 || role.kind !== "target") continue;
    const source = binding.sources.find(
      ({ expression, result }) => expression === role.value && result === 0,
    );
    const known = all.get(binding) ?? [];
    known.push({ range, source, body });
    all.set(binding, known);
  }
  return all;
}

/** The last piece that begins before it, if that holds it. */
function around([start, end]: NodeRange, pieces: readonly Piece[]): HeldValues | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).range[0] <= start) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low - 1];
  return piece !== undefined && end <= piece.range[1] ? inSourceOrder(piece.state) : undefined;
}

function inSourceOrder(state: HeldValues): HeldValues {
  const start = (at: HeldValues[number]) => at.source?.expression.range[0] ?? -1;
  return state.toSorted((one, other) => start(one) - start(other));
}
