// Trailers in a message file, at the end of what Git will store of it: above the comments and the diff that it takes out. `git
// interpret-trailers` is not used: it obeys the user's `trailer.*` settings, and stops at a line `---` or `#` that Git stores.
import type { Trailer } from "../../model/change.ts";
import { cleanMessage, type MessageSettings, storedPart, stripsComments } from "./message.ts";
import { isTrailerBlock, parseTrailers } from "./trailers.ts";

/**
 * `raw` with those of `trailers` that it does not hold yet; every other character stays as it is. A message of which Git will store
 * nothing stays as it is too.
 */
export function insertTrailers(raw: string, trailers: readonly Trailer[], settings: MessageSettings): string {
  const stored = cleanMessage(raw, settings);
  const held = parseTrailers(stored);
  const missing = trailers.filter(
    ({ key, value }) => !held.some((other) => other.key === key && other.value === value),
  );
  const end = endOfText(raw, settings);
  if (missing.length === 0 || end === 0) return raw;
  const text = raw.slice(0, end);
  const rest = raw.slice(end).replace(/^\r?\n/, "");
  const gap = isTrailerBlock(stored) ? "" : "\n";
  return `${text}\n${gap}${missing.map(({ key, value }) => `${key}: ${value}\n`).join("")}${rest}`;
}

/** The place after the last line that is stored, without its line end; 0 if none is. */
function endOfText(raw: string, settings: MessageSettings): number {
  const comment = stripsComments(raw, settings);
  let end = 0;
  let at = 0;
  for (const line of storedPart(raw, settings).split("\n")) {
    const isStored = line.trim() !== "" && (comment === undefined || !line.startsWith(comment));
    if (isStored) end = at + line.replace(/\r$/, "").length;
    at += line.length + 1;
  }
  return end;
}
