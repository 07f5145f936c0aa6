/** Colours and weights of a terminal; picocolors makes one, with or without colour. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

/** How text is laid out on a terminal: with or without colour, and how wide. */
export interface Page {
  readonly paint: Paint;
  readonly columns: number;
}

/** Text of unknown origin made safe for a terminal: control characters shown, tabs as two spaces. */
export function printable(text: string): string {
  return text
    .replaceAll("\t", "  ")
    .replaceAll(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return `\\x${code.toString(16).padStart(2, "0")}`;
    });
}

/** Breaks `text` at spaces so that no line is longer than `width`, and sets every line after the first `indent` deep. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length > width - indent.length && line !== "") {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}

/** The width of a column that holds `names`, with two spaces after the longest. */
export function nameWidth(names: readonly string[]): number {
  return Math.max(0, ...names.map((name) => name.length)) + 2;
}
