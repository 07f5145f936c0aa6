// Constants that a host gives come in families: `FCVAR_ARCHIVE`, `FCVAR_NOTIFY` … A tree that reads many of one, and sets none, will read more.

/** This many of one family are not slips. */
const FEWEST = 4;

/** `FCVAR_*`: the upper-case beginnings of names that are read. What the repository itself sets under such a name is not a host's. */
export function globalFamilies(read: Iterable<string>, set: Iterable<string>): readonly string[] {
  const families = new Map<string, number>();
  for (const name of read) {
    const start = startOf(name);
    if (start !== undefined) families.set(start, (families.get(start) ?? 0) + 1);
  }
  for (const name of set) families.delete(startOf(name) ?? "");
  return [...families].flatMap(([start, count]) => (count >= FEWEST ? [`${start}*`] : [])).sort();
}

function startOf(name: string): string | undefined {
  return /^[A-Z][A-Z0-9]+_(?=[A-Z0-9])/.exec(name)?.[0];
}
