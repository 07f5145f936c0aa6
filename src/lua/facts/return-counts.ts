import type { ByteText } from "../../base/byte-text.ts";
import { isCall } from "../scopes/chains.ts";
import type { ReturnStatement, Statement } from "../syntax/ast.ts";
import { blockEnd } from "../syntax/block-end.ts";

/** How many values a function gives back. */
export interface ReturnCounts {
  /** At least as many on every path. */
  readonly least: number;
  /** Undefined if a call or `...` at the end of a `return` decides. */
  readonly most: number | undefined;
  /** The fewest that one path certainly gives; undefined if each leaves it open. */
  readonly fewest: number | undefined;
}

/** `returns` are the function's own, not those of functions inside it. */
export function returnCounts(
  body: readonly Statement[],
  returns: readonly ReturnStatement[],
  text: ByteText,
): ReturnCounts {
  const end = blockEnd(body);
  let least = end === "never" ? Number.POSITIVE_INFINITY : 0;
  let fewest = end === "surely" ? 0 : Number.POSITIVE_INFINITY;
  let most: number | undefined = 0;
  for (const statement of returns) {
    const { length } = statement.arguments;
    const isMany = isOpen(statement, text);
    least = Math.min(least, isMany ? length - 1 : length);
    if (!isMany) fewest = Math.min(fewest, length);
    most = isMany || most === undefined ? undefined : Math.max(most, length);
  }
  return {
    least: Number.isFinite(least) ? least : 0,
    most,
    fewest: Number.isFinite(fewest) ? fewest : undefined,
  };
}

/** A call or `...` at its end gives any number of values; in brackets, `return (f())`, it gives one. */
function isOpen({ arguments: given, range: [, end] }: ReturnStatement, text: ByteText): boolean {
  const last = given.at(-1);
  if (last === undefined || !(isCall(last) || last.type === "VarargLiteral")) return false;
  const behind = text.slice(last.range[1], end);
  return !behind.includes(")") || !/^(?:\s|--(?!\[=*\[)[^\r\n]*|--\[(=*)\[[\s\S]*?\]\1\])*\)/.test(behind);
}
