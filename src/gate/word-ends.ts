// Git compares every line with every word that it is asked for: of many words that end alike it is asked for the ends, and what it finds is
// looked through here.

/** With no more, each is asked for as it is. */
const MANY = 500;

/** The last name in a word, with what closes it: `"a.b.c"`, `'b/c'` and `.c"` end in `c"`, `c'` and `c"`. */
const END = /[\w-]+[^\w-]*$/;

/** What a text holds that holds one of the words. */
export function wordEnds(words: ReadonlySet<string>): ReadonlySet<string> {
  return words.size <= MANY ? words : new Set([...words].map((word) => END.exec(word)?.[0] ?? word));
}

/** So few are looked for one by one sooner than the names of a text are walked through. */
const FEW = 20;

/** Whether a text holds one of the words: found in one walk through its names, however many the words are. */
export function holdsOneOf(words: readonly string[]): (text: string) => boolean {
  if (words.length <= FEW) return (text) => words.some((word) => text.includes(word));
  const byName = new Map<string, string[]>();
  const others: string[] = [];
  for (const word of words) {
    const name = nameIn(word);
    const same = name === undefined ? others : (byName.get(name) ?? []);
    same.push(word);
    if (name !== undefined) byName.set(name, same);
  }
  return (text) => {
    if (others.some((word) => text.includes(word))) return true;
    for (const [name] of byName.size === 0 ? [] : text.matchAll(/[\w-]+/g))
      if (byName.get(name)?.some((word) => text.includes(word)) === true) return true;
    return false;
  };
}

/** The last name of a word, if it stands between other characters there: then no longer one is around it in a text, either. */
function nameIn(word: string): string | undefined {
  const end = END.exec(word);
  const name = end === null || end.index === 0 ? undefined : /^[\w-]+/.exec(end[0])?.[0];
  return name === undefined || name.length === end?.[0].length ? undefined : name;
}
