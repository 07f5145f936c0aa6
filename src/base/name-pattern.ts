// Names that a policy lists, where one `*` may stand for any letters, digits and underscores: `FCVAR_*`.

/** Whether a name is one of these. */
export function nameMatcher(names: readonly string[]): (name: string) => boolean {
  const plain = new Set(names.filter((name) => !name.includes("*")));
  const ends = names.filter((name) => name.includes("*")).map((name) => name.split("*", 2));
  return (name) =>
    plain.has(name) ||
    ends.some(
      ([start = "", end = ""]) =>
        name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
    );
}
