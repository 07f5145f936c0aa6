// One consistent renaming: a name that changes wherever it stands, or the beginning of a path (`Colors.…` is `Ark.Colors.…`).
import { type CodeToken, chainAt, isVariable } from "./code.ts";

export interface TokenRenaming {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Only where a variable begins; else every name with that spelling, fields too. */
  readonly isPath: boolean;
}

/** The renamings that could explain the first difference, at `at` in both texts. */
export function possibleRenamings(
  old: readonly CodeToken[],
  now: readonly CodeToken[],
  at: number,
): readonly TokenRenaming[] {
  const found: TokenRenaming[] = [];
  const [was, is] = [old[at], now[at]];
  if (was?.isName === true && is?.isName === true)
    found.push({ from: [was.text], to: [is.text], isPath: false });
  const start = startOfChain(old, at);
  if (start !== undefined && isVariable(now, start)) {
    const [from, to] = [[...chainAt(old, start)], [...chainAt(now, start)]];
    while (from.length > 1 && to.length > 1 && from.at(-1) === to.at(-1)) {
      from.pop();
      to.pop();
    }
    if (from.join() !== to.join()) found.push({ from, to, isPath: true });
  }
  return found;
}

/** How many tokens the old name takes at `at`; 0 if it does not stand there. */
export function lengthAt(code: readonly CodeToken[], at: number, { from, isPath }: TokenRenaming): number {
  if (code[at]?.text !== from[0] || code[at]?.isName !== true) return 0;
  if (!isPath) return 1;
  if (!isVariable(code, at)) return 0;
  const chain = chainAt(code, at);
  return from.every((name, index) => chain[index] === name) ? from.length * 2 - 1 : 0;
}

/** Whether something else already has the new name, so that two become one. */
export function isTaken(old: readonly CodeToken[], renaming: TokenRenaming): boolean {
  const taken: TokenRenaming = { ...renaming, from: renaming.to };
  return old.some((_, at) => lengthAt(old, at, taken) > 0 && lengthAt(old, at, renaming) === 0);
}

/** Where the path that `at` is in, or right after, begins; undefined if it does not begin with a variable. */
function startOfChain(code: readonly CodeToken[], at: number): number | undefined {
  let start = code[at]?.isName === true ? at : at - 1;
  if (code[start]?.text === ".") start--;
  while (code[start - 1]?.text === "." && code[start - 2]?.isName === true) start -= 2;
  return isVariable(code, start) ? start : undefined;
}
