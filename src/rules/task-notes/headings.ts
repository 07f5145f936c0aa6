// The headings of an impact analysis (playbook, "Notes format" and "Rollback"), as people write them.

const HEADINGS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["impacted modules", /\bimpacted[\s_-]+(?:modules?|files?)\b/i],
  ["caller deltas", /\bcallers?[\s_-]+deltas?\b/i],
  ["risks", /\brisks?\b/i],
  ["mitigations", /\bmitigations?\b/i],
  ["an undo outline", /\b(?:undo|roll[\s-]?back|revert)\b/i],
];

/** Those that none of the texts has with something below them. */
export function missingHeadings(texts: readonly string[]): readonly string[] {
  const said = new Set(texts.flatMap(headingsIn));
  return HEADINGS.map(([name]) => name).filter((name) => !said.has(name));
}

function headingsIn(text: string): readonly string[] {
  const found = HEADINGS.flatMap(([name, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ name, start: match.index, end: match.index + match[0].length }];
  }).sort((one, other) => one.start - other.start);
  return found
    .filter(({ end }, at) => /[\p{L}\p{N}]/u.test(text.slice(end, found[at + 1]?.start)))
    .map(({ name }) => name);
}
