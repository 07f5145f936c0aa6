/** The text without white space as C's `isspace` sees it: two lines that are equal then are the same under `-w`. */
export function withoutWhitespace(line: string): string {
  return line.replace(/[\t-\r ]+/g, "");
}
