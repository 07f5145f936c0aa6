import { inlineText } from "./inline-text.ts";
import { type Paint, wrap } from "./terminal-text.ts";

/**
 * A Markdown page for the terminal: headings bold, code as it stands, paragraphs, lists and quotes wrapped, each row of a
 * table of options as its name and default with the meaning below.
 */
export function page(markdown: string, paint: Paint, width: number): string {
  const blocks = blocksOf(markdown).map((block) => show(block, paint, width));
  return `${blocks.join("\n").replaceAll(/\n{3,}/g, "\n\n")}\n`;
}

type Block =
  | { readonly kind: "blank" }
  | { readonly kind: "heading" | "code" | "paragraph" | "item" | "quote"; readonly text: string }
  | { readonly kind: "row"; readonly cells: readonly string[] };

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let inCode = false;
  for (const line of markdown.trimEnd().split("\n")) {
    const last = blocks.at(-1);
    if (line.startsWith("```")) inCode = !inCode;
    else if (inCode) blocks.push({ kind: "code", text: line });
    else if (line.trim() === "") blocks.push({ kind: "blank" });
    else if (/^#+ /.test(line)) blocks.push({ kind: "heading", text: line.replace(/^#+ /, "") });
    else if (line.startsWith("|")) blocks.push({ kind: "row", cells: cellsOf(line) });
    else if (/^\s*[-*] /.test(line)) blocks.push({ kind: "item", text: line.replace(/^\s*[-*] /, "") });
    else if (line.startsWith("> ")) blocks.push({ kind: "quote", text: line.slice(2) });
    else if (last?.kind === "paragraph" || last?.kind === "item")
      blocks.splice(-1, 1, { ...last, text: `${last.text} ${line.trim()}` });
    else blocks.push({ kind: "paragraph", text: line.trim() });
  }
  return blocks.filter((block, index) => !isTableHead(block, blocks[index - 1]));
}

function show(block: Block, paint: Paint, width: number): string {
  switch (block.kind) {
    case "blank":
      return "";
    case "heading":
      return paint.bold(block.text);
    case "code":
      return paint.dim(`    ${block.text}`.trimEnd());
    case "paragraph":
    case "quote":
      return inlineText(block.text, width, "", paint);
    case "item":
      return `  - ${inlineText(block.text, width - 4, "    ", paint)}`;
    case "row":
      return row(block.cells, paint, width);
  }
}

function row(
  [name = "", standard = "", meaning = ""]: readonly string[],
  paint: Paint,
  width: number,
): string {
  const value = standard.replaceAll("`", "").replaceAll('","', '", "');
  const isShort = name.length + value.length < width - 4;
  return [
    `  ${paint.cyan(name.replaceAll("`", ""))}${isShort && value !== "" ? `  ${paint.dim(value)}` : ""}`,
    ...(isShort ? [] : [`      ${paint.dim(wrap(value, width, "      "))}`]),
    `      ${inlineText(meaning, width - 6, "      ", paint)}`,
  ].join("\n");
}

function cellsOf(line: string): string[] {
  return line
    .replaceAll("\\|", "\0")
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("\0", "|"));
}

/** The names of the columns and the line below them say nothing that the rows don't say. */
function isTableHead(block: Block, previous: Block | undefined): boolean {
  return (
    block.kind === "row" && (previous?.kind !== "row" || block.cells.every((cell) => /^:?-+:?$/.test(cell)))
  );
}
