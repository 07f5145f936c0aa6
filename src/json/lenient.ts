// JSON as people write patterns into it: `"require\("` is not JSON, and there is only one thing it can mean. Every escape
// that JSON does not know is read as a backslash and the character, and reported; everything else is as strict as ever.
import type { Position } from "../base/position.ts";
import { err, ok, type Result } from "../base/result.ts";
import { TextPositions } from "../base/text-position.ts";
import { BYTE_ORDER_MARK } from "../base/utf8.ts";
import type { JsonFault, JsonFaultWords } from "./fault.ts";
import { Reader, withBackslashes } from "./reader.ts";
import { repeatedKeyIn, stopped } from "./text.ts";
import type { JsonDocument } from "./tree.ts";

export interface LenientJson {
  readonly document: JsonDocument;
  /** One for each escape that had to be guessed, and for a byte order mark; empty for valid JSON without one. */
  readonly warnings: readonly JsonWarning[];
  /** The same text as valid JSON: only what a warning names differs. */
  readonly repaired: string;
}

export interface JsonWarning extends JsonFaultWords {
  readonly offset: number;
  readonly position: Position;
}

/** Refuses comments, trailing commas, a key that appears twice, and whatever else is not JSON, at the first fault. */
export function parseLenientJson(text: string): Result<LenientJson, JsonFault> {
  const reader = new Reader(text, "lenient");
  const document = stopped(() => reader.document());
  if (!document.ok) return document;
  const fault = repeatedKeyIn(text, document.value);
  if (fault !== undefined) return err(fault);
  const positions = new TextPositions(text);
  const hasMark = text.startsWith(BYTE_ORDER_MARK);
  const repaired = withBackslashes(text, reader.guessed);
  return ok({
    document: document.value,
    warnings: [
      ...(hasMark ? [{ ...MARK, offset: 0, position: positions.at(0) }] : []),
      ...reader.guessed.map((offset) => ({ ...guess(text, offset), offset, position: positions.at(offset) })),
    ],
    repaired: hasMark ? repaired.slice(BYTE_ORDER_MARK.length) : repaired,
  });
}

const MARK: JsonFaultWords = {
  message: "the file starts with a byte order mark",
  next: "save it as UTF-8 without one",
};

function guess(text: string, offset: number): JsonFaultWords {
  const what = String.fromCodePoint(text.codePointAt(offset + 1) ?? 0x5c);
  return {
    message: `JSON has no escape \\${what}; it is read as a backslash and ${what}`,
    next: `write \\\\${what}`,
  };
}
