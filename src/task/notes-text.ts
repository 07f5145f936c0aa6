type Notes = string | readonly string[] | { readonly [heading: string]: string | readonly string[] };

/** Notes as text; for an object a line for each heading, spelled as words: "Impacted modules: a, b". */
export function notesText(notes: Notes | undefined): string {
  if (notes === undefined) return "";
  if (typeof notes === "string") return notes;
  if (isList(notes)) return notes.join("\n");
  return Object.entries(notes)
    .map(([heading, said]) => `${asWords(heading)}: ${isList(said) ? said.join(", ") : said}`)
    .join("\n");
}

function isList(value: object | string): value is readonly string[] {
  return Array.isArray(value);
}

function asWords(heading: string): string {
  const words = heading.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
