// What an operator looks up in the metatable of its operands (manual of Lua 5.4, §2.4).
import type { Role } from "./scopes.ts";
import { OPERAND } from "./tasks.ts";

/** `==` looks only where both sides are tables, which a text hardly ever shows. */
const BINARY = rolesOf({
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div",
  "%": "mod",
  "^": "pow",
  "//": "idiv",
  "&": "band",
  "|": "bor",
  "~": "bxor",
  "<<": "shl",
  ">>": "shr",
  "..": "concat",
  "<": "lt",
  ">": "lt",
  "<=": "le",
  ">=": "le",
});
const UNARY = rolesOf({ "-": "unm", "#": "len", "~": "bnot" });

export function binaryOperand(operator: string): Role {
  return BINARY.get(operator) ?? OPERAND;
}

export function unaryOperand(operator: string): Role {
  return UNARY.get(operator) ?? OPERAND;
}

function rolesOf(events: Readonly<Record<string, string>>): ReadonlyMap<string, Role> {
  return new Map(
    Object.entries(events).map(([operator, event]) => [operator, { kind: "operand", event: `__${event}` }]),
  );
}
