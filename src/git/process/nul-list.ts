/** The entries of what Git lists with `-z`: each ends in a NUL, so what follows the last one is not an entry. */
export function nulList(listing: string): readonly string[] {
  const entries = listing.split("\0");
  return entries.at(-1) === "" ? entries.slice(0, -1) : entries;
}
