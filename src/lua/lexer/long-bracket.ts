/** How many `=` the long bracket at `at` has. If there is no second bracket, it is not a long bracket: minus the length of what was read. */
export function longBracketLevel(text: string, at: number): number {
  let end = at + 1;
  while (text.charCodeAt(end) === 61) end++;
  return text.charCodeAt(end) === text.charCodeAt(at) ? end - at - 1 : at - end;
}

/** The offset after the long bracket of that level that opens at `at`; undefined if it never closes. */
export function skipLongBracket(text: string, at: number, level: number): number | undefined {
  const close = `]${"=".repeat(level)}]`;
  const found = text.indexOf(close, at + level + 2);
  return found < 0 ? undefined : found + close.length;
}
