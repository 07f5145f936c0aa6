import { type Paint, wrap } from "./terminal-text.ts";

/** A Markdown page for the terminal: headings bold, code as it stands, paragraphs and lists wrapped. */
export function page(markdown: string, paint: Paint, width: number): string {
  const lines: string[] = [];
  let paragraph: string[] = [];
  let inCode = false;
  const flush = () => {
    if (paragraph.length > 0) lines.push(inline(wrapItem(paragraph.join(" "), width), paint));
    paragraph = [];
  };
  for (const line of markdown.trimEnd().split("\n")) {
    if (line.startsWith("```")) {
      flush();
      inCode = !inCode;
    } else if (inCode) {
      lines.push(paint.dim(`    ${line}`.trimEnd()));
    } else if (/^#+ /.test(line)) {
      flush();
      lines.push(paint.bold(line.replace(/^#+ /, "")));
    } else if (line.startsWith("|")) {
      flush();
      if (!/^\|[\s|:-]+\|$/.test(line)) lines.push(inline(line, paint));
    } else if (line.trim() === "") {
      flush();
      lines.push("");
    } else {
      if (/^\s*[-*] /.test(line)) flush();
      paragraph.push(line.trim());
    }
  }
  flush();
  return `${lines.join("\n").replaceAll(/\n{3,}/g, "\n\n")}\n`;
}

function wrapItem(text: string, width: number): string {
  return text.startsWith("- ") ? `  ${wrap(text, width - 2, "    ")}` : wrap(text, width, "");
}

function inline(text: string, paint: Paint): string {
  return text
    .replaceAll(/`([^`]+)`/g, (_, code: string) => paint.cyan(code))
    .replaceAll(/\*\*([^*]+)\*\*/g, (_, strong: string) => paint.bold(strong))
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, "$1");
}
