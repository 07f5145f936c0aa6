// How many values a function returns, as far as its text tells.
import type { ByteRange } from "../base/position.ts";
import type { Chunk, Expression, Node } from "../lua/ast.ts";

export interface ReturnCount {
  /** Of the return that gives most. */
  readonly most: number;
  /** One of them ends in a call or in `...`, and may give any number. */
  readonly isOpen: boolean;
}

/** Of the function whose declaration or expression lies in `range`; functions inside it are their own. */
export function returnsOf(chunk: Chunk, range: ByteRange): ReturnCount {
  let most = 0;
  let isOpen = false;
  let isFound = false;
  const waiting: Node[] = [chunk];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "FunctionDeclaration" && isWithin(node, range)) {
      if (isFound) continue;
      isFound = true;
    } else if (isFound && node.type === "ReturnStatement") {
      most = Math.max(most, node.arguments.length);
      isOpen ||= mayGiveMore(node.arguments.at(-1));
    }
    for (const child of children(node)) {
      if (child.range[0] < range.end && child.range[1] > range.start) waiting.push(child);
    }
  }
  return { most, isOpen };
}

function isWithin({ range }: Node, { start, end }: ByteRange): boolean {
  return range[0] >= start && range[1] <= end;
}

function mayGiveMore(last: Expression | undefined): boolean {
  return (
    last?.type === "CallExpression" ||
    last?.type === "StringCallExpression" ||
    last?.type === "TableCallExpression" ||
    last?.type === "VarargLiteral"
  );
}

function children(node: Node): Node[] {
  return Object.values(node).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : [],
  );
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === "object" && "type" in value && "range" in value;
}
