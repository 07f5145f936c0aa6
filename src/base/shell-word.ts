/** A text as one word on a shell's command line. */
export function shellWord(text: string): string {
  return /^[\w./:@+^~-]+$/.test(text) && !text.startsWith("~") ? text : shellQuoted(text);
}

/** The same in quotes, whatever it is. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
