// What a local may hold where the file ends: the last value that it gets on the way there, and what a block or a function may
// also give it.
import { bodyAt } from "../scopes/function-scopes.ts";
import type { Binding, ValueSource } from "../scopes/scopes.ts";
import type { Chunk, Expression, Statement, TableConstructorExpression } from "../syntax/ast.ts";
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
  const given = new Set<unknown>(chunk.body.flatMap(unblocked).flatMap(givenBy));
  const last = sources.findLastIndex(({ expression }) => given.has(expression));
  const others = sources.filter((source, index) => index > last || (index < last && isLater(source)));
  return { last: sources[last], others };
}

/** What `do … end` holds runs as what stands around it. */
function unblocked(statement: Statement): readonly Statement[] {
  return statement.type === "DoStatement" ? statement.body.flatMap(unblocked) : [statement];
}

/** The values that a statement certainly gives: `local function f` is one itself. */
function givenBy(statement: Statement): readonly (Statement | Expression)[] {
  const isPlain = statement.type === "LocalStatement" || statement.type === "AssignmentStatement";
  return isPlain ? statement.init : [statement];
}

function isWithin([start, end]: readonly [number, number], { range }: Statement): boolean {
  return start >= range[0] && end <= range[1];
}
