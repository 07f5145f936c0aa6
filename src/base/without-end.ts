/**
 * A text without the signs of `signs` that it ends in. A regular expression such as `/ +$/` begins anew at each of them wherever
 * they stand, and a line with very many in its middle takes it minutes.
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}
