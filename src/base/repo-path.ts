// A path inside a repository: bytes to Git, and a string here. Valid UTF-8 reads as itself; every other byte b becomes the
// lone surrogate U+DC00 + b, which no valid UTF-8 decodes to, so any path survives the round trip.
import { isUtf8 } from "node:buffer";

/** A path relative to the root of the work tree, with `/` between segments. */
export type RepoPath = string;

export function decodePath(bytes: Buffer): RepoPath {
  return isUtf8(bytes) ? bytes.toString("utf8") : decodeBroken(bytes);
}

export function encodePath(path: RepoPath): Buffer {
  if (!/[\ud800-\udfff]/.test(path)) return Buffer.from(path, "utf8");
  const pieces = path.split(/([\udc80-\udcff])(?<![\ud800-\udbff][\udc80-\udcff])/);
  return Buffer.concat(
    pieces.map((piece, index) =>
      index % 2 === 1 ? Buffer.of(piece.charCodeAt(0) - 0xdc00) : Buffer.from(piece, "utf8"),
    ),
  );
}

/** A path for people: as it is when plain, else in double quotes with C escapes, as Git itself shows it. */
export function showPath(path: RepoPath): string {
  if (!/[\0-\x1f"\\\x7f-\x9f\ud800-\udfff\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s|\s$/u.test(path))
    return path;
  return `"${[...path].map(escapeCharacter).join("")}"`;
}

const NAMED: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\t": "\\t",
  "\r": "\\r",
  '"': '\\"',
  "\\": "\\\\",
};

function escapeCharacter(character: string): string {
  const named = NAMED[character];
  if (named !== undefined) return named;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xdc80 && code <= 0xdcff) return octal(code - 0xdc00);
  if (
    code < 0x20 ||
    (code >= 0x7f && code < 0xa0) ||
    /[\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(character)
  ) {
    return [...Buffer.from(character, "utf8")].map(octal).join("");
  }
  return character;
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, "0")}`;
}

function decodeBroken(bytes: Buffer): RepoPath {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = validSequenceAt(bytes, at);
    text +=
      length === 0 ? String.fromCharCode(0xdc00 + (bytes[at] ?? 0)) : bytes.toString("utf8", at, at + length);
    at += Math.max(1, length);
  }
  return text;
}

function validSequenceAt(bytes: Buffer, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length++) {
    if (isUtf8(bytes.subarray(at, at + length))) return length;
  }
  return 0;
}
