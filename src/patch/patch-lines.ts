/** Lines without their ends; one character a byte. */
export type PatchLines = readonly string[];

/** Where every line of a patch ends with CR LF, the CR belongs to the way it was sent, not to its lines. */
export function patchLines(text: string): PatchLines {
  const lines = text.replace(/^\xef\xbb\xbf/, "").split("\n");
  if (lines.at(-1) === "") lines.pop();
  const isSentWithReturns = lines.length > 0 && lines.every((line) => line.endsWith("\r"));
  return isSentWithReturns ? lines.map((line) => line.slice(0, -1)) : lines;
}
