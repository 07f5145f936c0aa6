/**
 * A text without the characters of `signs` that it ends in. A regular expression such as `/ +$/` starts again at each of them wherever
 * they stand, and takes minutes on a line with very many in its middle.
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
