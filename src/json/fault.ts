// What keeps a text from being JSON: facts, and the one set of words for them.
import type { Position } from "../base/position.ts";

export interface JsonFault {
  readonly kind: JsonFaultKind;
  /** In UTF-16 units of the text. */
  readonly offset: number;
  readonly position: Position;
  /** What stands there, where the kind has a use for it. */
  readonly found: string;
}

export interface JsonFaultWords {
  readonly message: string;
  /** The one next step, where the message does not say it already. */
  readonly next?: string;
}

export type JsonFaultKind = keyof typeof WORDS;

export function describeJsonFault({ kind, found }: JsonFault): JsonFaultWords {
  return WORDS[kind](found);
}

/** The fault on one line, with its place. */
export function showJsonFault(fault: JsonFault): string {
  const { line, column } = fault.position;
  return `line ${line}, column ${column}: ${describeJsonFault(fault).message}`;
}

const words = (message: string, next?: string): JsonFaultWords =>
  next === undefined ? { message } : { message, next };

const WORDS = {
  "ends-early": (close: string) =>
    words(
      "the text ends too early",
      close === "" ? "is it the whole file?" : `write the ${close} that is missing`,
    ),
  "goes-on": () => words("the text goes on after its end", "take the rest out"),
  "too-deep": (limit: string) => words(`this is nested more than ${limit} levels deep`, "make it flatter"),
  comment: () => words("JSON has no comments", "take it out"),
  "comma-before-end": () => words("there is a comma here before the end", "take the comma out"),
  "no-comma": () => words("a comma is missing before this"),
  "no-colon": () => words("a colon is missing before this", "write : between key and value"),
  "no-key": () => words("a key in double quotes is expected here", 'write it as "key": value'),
  "no-value": () =>
    words(
      "a value is expected here",
      "a value is an object, a list, a string in double quotes, a number, true, false or null",
    ),
  "bare-word": (found: string) =>
    words(`${JSON.stringify(found)} means nothing here`, "is it a string without its quotes?"),
  "single-quotes": () => words("strings are in double quotes here"),
  "bad-number": (found: string) =>
    words(`${JSON.stringify(found)} is not a number`, "write it as 0.5 or 12e3"),
  "open-string": () => words("this string has no end", 'write " where it ends, or \\n for a line end in it'),
  "control-character": (found: string) =>
    words(
      `a control character (U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}) is in a string`,
      `write ${JSON.stringify(found).slice(1, -1)}`,
    ),
  "bad-escape": () => words("a string holds an escape that JSON does not have", "write \\\\ for a backslash"),
  "repeated-key": (key: string) => words(`the key ${JSON.stringify(key)} appears twice`, "keep one of them"),
} as const;
