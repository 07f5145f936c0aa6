// JSON as people write patterns into it: `"require\("` is no JSON, and there is only one thing it can mean. Every escape
// that JSON does not know is read as a backslash and the character, and said; all else is as strict as JSON.parse.

import { ok, type Result } from "../base/result.ts";
import { type JsonNote, JsonScanner } from "./scanner.ts";

export interface LenientJson {
  /** Objects are plain; a key `__proto__` is an ordinary own key of theirs. */
  readonly value: unknown;
  /** One for each escape that had to be guessed; empty for valid JSON. */
  readonly warnings: readonly JsonNote[];
  /** The same text as valid JSON: only what a warning names differs. */
  readonly repaired: string;
}

/** Refuses comments, trailing commas, a key that stands twice, and whatever else is no JSON, at the first fault. */
export function readLenientJson(text: string): Result<LenientJson, JsonNote> {
  const scanner = new JsonScanner(text);
  const scanned = scanner.scan();
  if (!scanned.ok) return scanned;
  const { repaired, warnings } = scanned.value;
  return ok({ value: JSON.parse(repaired), warnings, repaired });
}
