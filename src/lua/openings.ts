// What may put fields into a table that no one can name.
import type { ByteText } from "../base/byte-text.ts";
import type { Expression, TableConstructorExpression } from "./ast.ts";
import type { Origin } from "./origins.ts";
import type { Reading } from "./reading.ts";
import type { Chain } from "./scopes.ts";
import { STANDARD_NAMES } from "./standard-names.ts";
import { fieldKey } from "./table-fields.ts";

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

/** Whether a function that a table is given to may set fields of it: Lua's own do not, but for `rawset` and those that call others. */
export function maySetFields(call: Chain): boolean {
  const { root, binding } = call;
  if (root.type !== "Identifier" || binding !== undefined) return true;
  return !STANDARD_NAMES.has(root.name) || CALLS_OTHERS.has(root.name);
}

const CALLS_OTHERS: ReadonlySet<string> = new Set(["pcall", "xpcall", "coroutine", "load", "dofile", "_G"]);

/** Whether a metatable answers for fields that are not there, other than from `own`, the table itself. */
export function answersForOthers(
  metatable: Expression | undefined,
  isOwn: (origin: Origin) => boolean,
  reading: Reading,
): boolean {
  if (metatable === undefined || metatable.type === "NilLiteral") return false;
  const found = reading.origins.ofExpression(metatable);
  if (found.length === 0) return true;
  return found.some((origin) => {
    if (origin.kind !== "table" || origin.path.length > 0) return true;
    return indexValues(origin.node, reading).some(
      (value) => value === undefined || !reading.origins.ofExpression(value).some(isOwn),
    );
  });
}

/** Everything that `__index` of a table is set to; undefined for what is not written down. */
function indexValues(
  node: TableConstructorExpression,
  { scopes, origins }: Reading,
): (Expression | undefined)[] {
  const index = "__index" as ByteText;
  const values: (Expression | undefined)[] = node.fields
    .filter((field) => fieldKey(field) === index)
    .map(({ value }) => value);
  for (const chain of scopes.chains) {
    if (chain.role.kind !== "target") continue;
    for (const { origin, rest } of origins.trace(chain)) {
      if (origin.kind !== "table" || origin.node !== node || rest < chain.steps.length) continue;
      if (origin.path.length === 1 && origin.path[0] === index) values.push(chain.role.value);
    }
  }
  return values;
}
