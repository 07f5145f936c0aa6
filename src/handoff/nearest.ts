/** The choice that is most like `word`, if one is like it at all: at most a third of its letters differ. */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  const ranked = choices
    .map((choice) => ({ choice, distance: distance(word, choice) }))
    .sort((left, right) => left.distance - right.distance);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const isPrefix = word.length > 1 && best.choice.startsWith(word);
  const prefixed = choices.find((choice) => word.length > 1 && choice.startsWith(word));
  if (prefixed !== undefined && !isPrefix) return prefixed;
  return isPrefix || best.distance <= Math.max(1, Math.floor(best.choice.length / 3))
    ? best.choice
    : undefined;
}

/** Levenshtein's. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [index, character] of [...left].entries()) {
    const next = [index + 1];
    for (let at = 1; at <= right.length; at++) {
      const change = (row[at - 1] ?? 0) + (right[at - 1] === character ? 0 : 1);
      next.push(Math.min(change, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
