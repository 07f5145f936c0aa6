/** Lines without their ends; one character per byte. */
export type PatchLines = readonly string[];

/** If every line of a patch ends with CR LF, the CR comes from the way it was sent, not from its lines. */
export function patchLines(text: string): PatchLines {
  const lines = text.replace(/^\xef\xbb\xbf/, "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  const isSentWithReturns = lines.length > 0 && lines.every((line) => line.endsWith("\r"));
  return isSentWithReturns ? lines.map((line) => line.slice(0, -1)) : lines;
}
