// What Lua's own functions make of known texts. A text that is known in part is known up to some point.
import type { ByteText } from "../../base/byte-text.ts";

/** A text that an expression may be; if it is not complete, how that begins. */
export interface FoldedText {
  readonly text: ByteText;
  readonly isWhole: boolean;
  /** It is a number, which is a text only where it is joined to one. */
  readonly isNumber?: boolean;
}

/** Every text that a value may be; none if it is not text. */
export type FoldedTexts = readonly FoldedText[];

export const UNKNOWN_TEXT: FoldedTexts = [{ text: "" as ByteText, isWhole: false }];

/** More than a list of modules holds: this limits the result of joining several lists. */
const MOST_TEXTS = 64;
/** Longer than any name. */
const LONGEST_TEXT = 1000;

export function whole(text: string): FoldedText {
  if (text.length <= LONGEST_TEXT) return { text: text as ByteText, isWhole: true };
  return { text: text.slice(0, LONGEST_TEXT) as ByteText, isWhole: false };
}

/** Each once, and no more than anybody can need. */
export function distinct(texts: FoldedTexts): FoldedTexts {
  if (texts.length < 2) return texts;
  const each = [...new Map(texts.map((one) => [`${one.isWhole} ${one.text}`, one])).values()];
  return each.length <= MOST_TEXTS ? each : [...each.slice(0, MOST_TEXTS), ...UNKNOWN_TEXT];
}

/** `a .. b .. c`: every way to join what the parts may be. */
export function joinTexts(parts: readonly FoldedTexts[]): FoldedTexts {
  let joined: FoldedTexts = [whole("")];
  for (const part of parts) {
    if (joined.every(({ isWhole }) => !isWhole)) return joined;
    const next = part.length === 0 ? UNKNOWN_TEXT : part;
    joined = distinct(
      joined.flatMap((start) =>
        start.isWhole ? next.map(({ text, isWhole }) => cut(start.text + text, isWhole)) : [start],
      ),
    );
  }
  return joined;
}

function cut(text: string, isWhole: boolean): FoldedText {
  return isWhole ? whole(text) : { text: text.slice(0, LONGEST_TEXT) as ByteText, isWhole };
}

/** `string.format(format, …)` */
export function formatTexts(formats: FoldedTexts, given: readonly FoldedTexts[]): FoldedTexts {
  return distinct(
    formats.flatMap((format) => {
      if (!format.isWhole) return UNKNOWN_TEXT;
      const values = [...given];
      // What is not put in unchanged can't be known.
      const parts = format.text
        .split(/(%[-+ #0]*\d*(?:\.\d*)?[A-Za-z]|%%)/)
        .map((part, index): FoldedTexts => {
          if (index % 2 === 0) return [whole(part)];
          if (part === "%%") return [whole("%")];
          const value = values.shift() ?? UNKNOWN_TEXT;
          return part === "%s" || part === "%d" ? value : UNKNOWN_TEXT;
        });
      return joinTexts(parts);
    }),
  );
}

/** Functions of `string` from a text to a text, by their names. `given` are the further arguments. */
const OF_STRING: Readonly<Record<string, (text: string, given: readonly string[]) => string | undefined>> = {
  lower: (text) => text.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  upper: (text) => text.replaceAll(/[a-z]+/g, (letters) => letters.toUpperCase()),
  reverse: (text) => [...text].reverse().join(""),
  sub: (text, [from = "1", to = "-1"]) => slice(text, Number(from), Number(to)),
  rep: (text, [times = "", between = ""]) => repeat(text, Number(times), between),
  gsub: (text, [pattern = "", by = "", most]) => {
    const plain = plainPattern(pattern);
    return plain === undefined || plain === "" || by.includes("%") || most !== undefined
      ? undefined
      : text.replaceAll(plain, () => by);
  },
};

/** What a function of `string` makes of its arguments, the text first; undefined for a function that is not looked into. */
export function callTexts(name: string, given: readonly FoldedTexts[]): FoldedTexts | undefined {
  const [first = UNKNOWN_TEXT, ...others] = given;
  if (name === "format") return formatTexts(first, others);
  const make = Object.hasOwn(OF_STRING, name) ? OF_STRING[name] : undefined;
  if (make === undefined) return undefined;
  const settled = others.map((texts) =>
    texts.length === 1 && texts[0]?.isWhole ? texts[0].text : undefined,
  );
  if (settled.includes(undefined)) return UNKNOWN_TEXT;
  const made = first.map(({ text, isWhole }) => {
    // The beginning of a text stays where it is when only its letters change.
    if (!isWhole && name !== "lower" && name !== "upper") return undefined;
    const result = make(text, settled as readonly string[]);
    return result === undefined ? undefined : cut(result, isWhole);
  });
  return made.some((one) => one === undefined) ? UNKNOWN_TEXT : distinct(made as FoldedTexts);
}

/** `string.sub`: positions count from 1, from the end where they are negative. */
function slice(text: string, from: number, to: number): string | undefined {
  if (!Number.isInteger(from) || !Number.isInteger(to)) return undefined;
  const start = from < 0 ? Math.max(text.length + from, 0) : Math.max(from - 1, 0);
  const end = to < 0 ? text.length + to + 1 : to;
  return text.slice(start, Math.max(end, start));
}

function repeat(text: string, times: number, between: string): string | undefined {
  if (!Number.isInteger(times) || times * (text.length + between.length) > LONGEST_TEXT) return undefined;
  return Array.from({ length: Math.max(times, 0) }, () => text).join(between);
}

/** The text that a Lua pattern finds, if it stands for one text: `%.` is a dot. */
function plainPattern(pattern: string): string | undefined {
  const text = pattern.replaceAll(/%([^A-Za-z0-9])/g, "\0$1");
  if (/(?<!\0)[\^$*+?.()[\]%-]/.test(text)) return undefined;
  return text.replaceAll("\0", "");
}
