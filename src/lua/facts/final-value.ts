// What a local may hold where the file ends: the last value that it gets on the way there, and what a block or a function may
// also give it.
import { bodyAt } from "../scopes/function-scopes.ts";
import type { Binding, ValueSource } from "../scopes/scopes.ts";
import type { Chunk, Expression, Statement } from "../syntax/ast.ts";
import type { Reading } from "../values/reading.ts";
import type { Kinds } from "../values/value-kinds.ts";

export function kindsAtEnd(binding: Binding, chunk: Chunk, { scopes, kinds }: Reading): Kinds {
  const [body] = scopes.bodies;
  // A function may be called at any time.
  const isLater = ({ expression }: ValueSource) => bodyAt(scopes.bodies, expression.range[0] - 1) !== body;
  const { sources } = binding;
  const given = new Set<unknown>(chunk.body.flatMap(unblocked).flatMap(givenBy));
  const last = sources.findLastIndex(({ expression }) => given.has(expression));
  const isDeclaredHere = chunk.body.some((statement) => isWithin(binding.range, statement));
  if (last === -1 && !isDeclaredHere) return new Set(["unknown"]);
  const unset: Kinds = new Set(last === -1 ? ["nil"] : []);
  const others = sources.filter((source, index) => index >= Math.max(last, 0) || isLater(source));
  return new Set([...unset, ...(others.length === 0 ? [] : kinds.ofSources(others))]);
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
