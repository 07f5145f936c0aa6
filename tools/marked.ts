/** The page with the part between its two marks made anew: `<!-- <name>: written by npm run generate -->`, `<!-- end of <name> -->`. */
export function withMarked(page: string, name: string, made: string): string {
  const first = `<!-- ${name}: written by npm run generate -->\n`;
  const last = `<!-- end of ${name} -->`;
  const start = page.indexOf(first);
  const end = page.indexOf(last);
  if (start < 0 || end < start) throw new Error(`a page has lost its marks ${first.trim()} and ${last}`);
  return page.slice(0, start + first.length) + made + page.slice(end);
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return line(head) + `|${"---|".repeat(head.length)}\n` + rows.map(line).join("");
}
