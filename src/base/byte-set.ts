// A set of byte values: what a character class of a pattern stands for when the text is bytes.

/** 256 cells; a byte is in the set when its cell is 1. */
export type ByteSet = Uint8Array;

export function byteSet(has: (byte: number) => boolean): ByteSet {
  return Uint8Array.from({ length: 256 }, (_, byte) => (has(byte) ? 1 : 0));
}

export function oneByte(byte: number): ByteSet {
  return byteSet((candidate) => candidate === byte);
}

/** The only member, if there is exactly one. */
export function onlyMember(set: ByteSet): number | undefined {
  const first = set.indexOf(1);
  return first >= 0 && set.indexOf(1, first + 1) < 0 ? first : undefined;
}

export function isEmptySet(set: ByteSet): boolean {
  return !set.includes(1);
}

export function isFullSet(set: ByteSet): boolean {
  return !set.includes(0);
}

export function areDisjoint(a: ByteSet, b: ByteSet): boolean {
  return !a.some((cell, byte) => cell === 1 && b[byte] === 1);
}

/** The set as a piece of a JavaScript regular expression without flags, for texts that hold one byte per character. */
export function printByteSet(set: ByteSet): string {
  const only = onlyMember(set);
  if (only !== undefined) return printByte(only);
  if (isFullSet(set)) return "[^]";
  let ranges = "";
  for (let start = set.indexOf(1); start >= 0; ) {
    let end = set.indexOf(0, start);
    if (end < 0) end = 256;
    ranges += end - start === 1 ? printByte(start) : `${printByte(start)}-${printByte(end - 1)}`;
    start = end < 256 ? set.indexOf(1, end) : -1;
  }
  return `[${ranges}]`;
}

function printByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9_ ]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
}
