// What a local may hold where the file ends: the last value that it gets on the way there, and what a block or a function may
// also give it.
import { bodyAt } from "../scopes/function-scopes.ts";
import type { Binding, ValueSource } from "../scopes/scopes.ts";
import type { Chunk, Statement, TableConstructorExpression } from "../syntax/ast.ts";
import type { Reading } from "../values/reading.ts";
import type { Kinds } from "../values/value-kinds.ts";

export function kindsAtEnd(binding: Binding, chunk: Chunk, reading: Reading): Kinds {
  const { last, others } = heldAtEnd(binding, chunk, reading);
  const isDeclaredHere = chunk.body.some((statement) => isWithin(binding.range, statement));
  if (last === undefined && !isDeclaredHere) return new Set(["unknown"]);
  const unset: Kinds = new Set(last === undefined ? ["nil"] : []);
  const sources = last === undefined ? others : [last, ...others];
  return new Set([...unset, ...(sources.length === 0 ? [] : reading.kinds.ofSources(sources))]);
}

/** `M = { … }` near the end: the table that the local certainly holds then, in place of what it held before. */
export function tableAtEnd(
  binding: Binding,
  chunk: Chunk,
  reading: Reading,
): TableConstructorExpression | undefined {
  const { last, others } = heldAtEnd(binding, chunk, reading);
  if (last?.result !== 0 || others.length > 0) return undefined;
  return last.expression.type === "TableConstructorExpression" ? last.expression : undefined;
}

interface HeldAtEnd {
  /** What the last statement that certainly gives it something gives it. */
  readonly last: ValueSource | undefined;
  /** What it may be given after that. */
  readonly others: readonly ValueSource[];
}

function heldAtEnd({ sources }: Binding, chunk: Chunk, { scopes }: Reading): HeldAtEnd {
  const [body] = scopes.bodies;
  // A function may be called at any time.
  const isLater = ({ expression }: ValueSource) => bodyAt(scopes.bodies, expression.range[0] - 1) !== body;
  const given = certainlyGiven(new Set(sources.map(({ expression }) => expression)), chunk.body);
  const last = sources.findLastIndex(({ expression }) => given.has(expression));
  const others = sources.filter((source, index) => index > last || (index < last && isLater(source)));
  return { last: sources[last], others };
}

/** Those of some values that the statements certainly give: `local function f` is one itself. What `do … end` holds runs as what stands around it. */
function certainlyGiven(
  values: ReadonlySet<unknown>,
  statements: readonly Statement[],
  given = new Set<unknown>(),
): ReadonlySet<unknown> {
  for (const statement of statements) {
    if (statement.type === "DoStatement") certainlyGiven(values, statement.body, given);
    else if (statement.type === "LocalStatement" || statement.type === "AssignmentStatement") {
      for (const each of statement.init) if (values.has(each)) given.add(each);
    } else if (values.has(statement)) given.add(statement);
  }
  return given;
}

function isWithin([start, end]: readonly [number, number], { range }: Statement): boolean {
  return start >= range[0] && end <= range[1];
}
