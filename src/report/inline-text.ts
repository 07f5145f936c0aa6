// One paragraph of Markdown as words for a terminal: marks become colour and weight, and cost no width. Without colour, code
// keeps its marks: nothing else would distinguish it from the text around it.
import type { Paint } from "./terminal-text.ts";

interface Word {
  readonly painted: string;
  /** In columns. */
  readonly width: number;
}

const MARK = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]*\)/g;

/** Wraps `text` to `width` columns; every line after the first begins with `indent`. */
export function inlineText(text: string, width: number, indent: string, paint: Paint): string {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of wordsOf(text, paint)) {
    const start = lines.length === 0 ? 0 : indent.length;
    if (line !== "" && start + used + 1 + word.width > width) {
      lines.push(line);
      [line, used] = [word.painted, word.width];
    } else {
      used += word.width + (line === "" ? 0 : 1);
      line += (line === "" ? "" : " ") + word.painted;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}

function wordsOf(text: string, paint: Paint): Word[] {
  const words: Word[] = [];
  let open: Word = { painted: "", width: 0 };
  for (const { plain, style } of pieces(text, paint)) {
    plain.split(" ").forEach((part, index) => {
      if (index > 0) {
        if (open.width > 0) words.push(open);
        open = { painted: "", width: 0 };
      }
      if (part !== "") open = { painted: open.painted + style(part), width: open.width + part.length };
    });
  }
  return open.width > 0 ? [...words, open] : words;
}

interface Piece {
  readonly plain: string;
  style(text: string): string;
}

function* pieces(text: string, paint: Paint): Iterable<Piece> {
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, code, strong, stressed, link] = match;
    yield { plain: text.slice(at, match.index), style: asItIs };
    at = match.index + whole.length;
    if (code !== undefined) yield { plain: hasColour(paint) ? code : whole, style: paint.cyan };
    else if (strong !== undefined) yield { plain: strong, style: paint.bold };
    else yield { plain: stressed ?? link ?? "", style: asItIs };
  }
  yield { plain: text.slice(at), style: asItIs };
}

function hasColour(paint: Paint): boolean {
  return paint.cyan(" ") !== " ";
}

function asItIs(text: string): string {
  return text;
}
