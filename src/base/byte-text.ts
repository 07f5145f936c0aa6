// A byte text is a string that holds one byte in each character (0–255), as `latin1` decoding makes it. Lua sources are
// read that way: offsets are byte offsets, any byte sequence can be held, and the parser accepts it.

declare const byteText: unique symbol;
export type ByteText = string & { readonly [byteText]: true };

export function byteTextOf(bytes: Uint8Array): ByteText {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1") as ByteText;
}

/** The bytes of `text` in UTF-8, as a byte text: what a pattern written by a person has to be before it meets a source. */
export function encodeText(text: string): ByteText {
  return isAscii(text) ? (text as ByteText) : byteTextOf(Buffer.from(text, "utf8"));
}

/** Byte text for people: UTF-8 where it is valid, U+FFFD in place of each bad sequence. */
export function readable(text: ByteText | string): string {
  return isAscii(text) ? text : Buffer.from(text, "latin1").toString("utf8");
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}
