// The page of words, cut into its sections: each heading names the words that it is about, the first of them first.

/** The section that is about `word`, as a page of its own; letter case does not matter. */
export function sectionOf(page: string, word: string): string | undefined {
  const wanted = plain(word);
  const section = sectionsIn(page).find(({ words }) => words.some((each) => plain(each) === wanted));
  return section === undefined ? undefined : `# ${section.words[0]}\n\n${section.text}`;
}

/** Every word that there is a section about. */
export function wordsOf(page: string): readonly string[] {
  return sectionsIn(page).flatMap(({ words }) => words);
}

function sectionsIn(page: string): readonly { readonly words: readonly string[]; readonly text: string }[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      return { words: heading.split(", "), text: `${lines.join("\n").trim()}\n` };
    });
}

/** `EXPIRES:`, `"agents"` and `Agents` are one word. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll(/^["'`]+|["'`:]+$/g, "");
}
