// Names for functions: what a finding is recognised by when lines move, and what people call the place.
import type { Expression, FunctionDeclaration, TableField } from "../syntax/ast.ts";
import type { Role } from "./scopes.ts";

const ANONYMOUS = "<anonymous>";

/** `M.f`, `M:f`, `local f`, `f`; inside another function `outer.inner`; `<anonymous>` where nothing names it. */
export function functionName(node: FunctionDeclaration, role: Role, outer: string): string {
  const name = node.identifier === null ? nameFrom(role) : pathText(node.identifier);
  if (outer !== "") return `${outer}.${name}`;
  return node.isLocal || role.kind === "init" ? `local ${name}` : name;
}

/** The name that the place where the value goes gives it. */
function nameFrom(role: Role): string {
  const keys: string[] = [];
  let owner = role;
  while (owner.kind === "field") {
    keys.push(keyName(owner.field));
    owner = owner.owner;
  }
  const place = placeName(owner);
  if (keys.length === 0) return place;
  return [...(place === ANONYMOUS ? [] : [place]), ...keys.reverse()].join(".");
}

function placeName(role: Role): string {
  if (role.kind === "init") return role.bindings[role.index]?.name ?? ANONYMOUS;
  if (role.kind !== "assigned") return ANONYMOUS;
  const target = role.targets[role.index];
  return target === undefined ? ANONYMOUS : pathText(target);
}

function keyName(field: TableField): string {
  if (field.type === "TableKeyString") return field.key.name;
  return field.type === "TableKey" && field.key.type === "StringLiteral" ? field.key.value : ANONYMOUS;
}

/** `a.b:c`, always written the same way, whatever the spaces, brackets and comments in it. */
function pathText(expression: Expression): string {
  const parts: string[] = [];
  let at = expression;
  for (;;) {
    if (at.type === "MemberExpression") {
      parts.push(at.indexer + at.identifier.name);
      at = at.base;
    } else if (at.type === "IndexExpression") {
      parts.push(at.index.type === "StringLiteral" ? `.${at.index.value}` : "[]");
      at = at.base;
    } else {
      parts.push(at.type === "Identifier" ? at.name : ANONYMOUS);
      return parts.reverse().join("");
    }
  }
}
