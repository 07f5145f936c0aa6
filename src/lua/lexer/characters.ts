// Classes of bytes as in Lua's own tables: no locale, nothing beyond ASCII.

export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

export function isNamePart(code: number): boolean {
  return isNameStart(code) || (code >= 48 && code <= 57);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** The offset after the part of a name that starts at `at`. */
export function nameEnd(
  text: string,
  at: number,
  { hasHighNames }: { readonly hasHighNames: boolean },
): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (!isNamePart(code) && !(hasHighNames && code >= 128)) return end;
    end++;
  }
}
