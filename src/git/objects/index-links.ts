// The symbolic links that the bytes of an index show, so that a commit need not start Git to list all of it.
// Source: gitformat-index(5), versions 2 to 4.
import { decodePath, encodePath, type RepoPath } from "../../base/repo-path.ts";
import type { Entry } from "../../model/change.ts";

/** In bytes. */
export const ID_LENGTHS = { sha1: 20, sha256: 32 } as const;

/** `idLength` in bytes. Undefined where the bytes don't tell: Git is asked then. */
export function linksInIndex(bytes: Buffer, idLength: number): ReadonlyMap<RepoPath, Entry> | undefined {
  if (liesElsewhere(bytes, idLength)) return undefined;
  return bytes.includes(LINK) ? walkIndex(bytes, idLength)?.links : new Map();
}

/** Whether the bytes show that no entry's path begins with any of these, or is one; false where only Git can tell. */
export function holdsNone(bytes: Buffer, idLength: number, paths: readonly RepoPath[]): boolean {
  const isPlain = bytes.toString("latin1", 0, 4) === "DIRC" && [2, 3].includes(bytes.readUInt32BE(4));
  return (
    isPlain && !liesElsewhere(bytes, idLength) && !paths.some((path) => bytes.includes(encodePath(path)))
  );
}

/** The mode of a link. Other bytes may look like one. */
const LINK = Buffer.from([0, 0, 0xa0, 0]);

/** Extensions of an index whose entries lie in another file (a split one), or are folders with all that is in them (a sparse one). */
export const ELSEWHERE: readonly string[] = ["link", "sdir"];

export function liesElsewhere(bytes: Buffer, idLength: number): boolean {
  return ELSEWHERE.some((name) => {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      if (isExtensionAt(at, bytes, idLength)) return true;
    }
    return false;
  });
}

/** An extension is its name, its size and its bytes, followed by another one or the digest; a path may hold the same word. */
function isExtensionAt(at: number, bytes: Buffer, idLength: number): boolean {
  if (at + 8 > bytes.length) return false;
  const end = at + 8 + bytes.readUInt32BE(at + 4);
  return bytes.length - end === idLength || /^[A-Za-z]{4}/.test(bytes.toString("latin1", end, end + 4));
}

/** Where the parts of an entry lie, in bytes from its start: what the file system says about it comes first. */
const MODE = 24;
const ID = 40;
const FIRST_ENTRY = 12;
/** In the flags: that more of them follow, the sides of a conflict, and the length of the name, if it is less than that. */
const EXTENDED = 0x4000;
const STAGE = 0x3000;
const LENGTH = 0x0fff;
/** In the first byte of the further flags: it is only intended to be added, and no commit holds it. */
const INTENDED = 0x20;

export interface WalkedIndex {
  readonly links: ReadonlyMap<RepoPath, Entry>;
  /** The byte after the last entry, where the extensions begin. */
  readonly end: number;
  /** A conflict is not resolved. */
  readonly isUnmerged: boolean;
}

/** Undefined where the bytes are not those of an index of a version that is known. */
export function walkIndex(bytes: Buffer, idLength: number): WalkedIndex | undefined {
  if (bytes.length < FIRST_ENTRY || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = bytes.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const links = new Map<RepoPath, Entry>();
  let isUnmerged = false;
  /** The last name, one character per byte; only version 4 writes less than the whole of the next one. */
  let name = "";
  let at = FIRST_ENTRY;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + ID + idLength;
    const flags = ((bytes[flagsAt] ?? 0) << 8) | (bytes[flagsAt + 1] ?? 0);
    const start = flagsAt + (flags & EXTENDED ? 4 : 2);
    const shared = version === 4 ? readOffset(bytes, start) : undefined;
    const kept = shared === undefined ? 0 : name.length - shared.value;
    const nameAt = shared?.end ?? start;
    const length = flags & LENGTH;
    const end = length < LENGTH ? nameAt + length - kept : bytes.indexOf(0, nameAt);
    if (kept < 0 || end < nameAt || bytes[end] !== 0) return undefined;
    if (version === 4) name = name.slice(0, kept) + bytes.toString("latin1", nameAt, end);
    if ((flags & STAGE) !== 0) isUnmerged = true;
    const isIntended = (flags & EXTENDED) !== 0 && ((bytes[flagsAt + 2] ?? 0) & INTENDED) !== 0;
    if (isLinkAt(at, bytes) && (flags & STAGE) === 0 && !isIntended) {
      const path = decodePath(version === 4 ? Buffer.from(name, "latin1") : bytes.subarray(nameAt, end));
      links.set(path, { kind: "symlink", id: bytes.toString("hex", at + ID, flagsAt) });
    }
    // At least one NUL, and enough that the next entry begins at a multiple of eight from this one.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return { links, end: at, isUnmerged };
}

function isLinkAt(entry: number, bytes: Buffer): boolean {
  return bytes[entry + MODE + 2] === LINK[2] && bytes[entry + MODE + 3] === LINK[3];
}

/** A number as a pack writes the distance to a base: seven bits a byte, the highest first, each further byte worth one more. */
function readOffset(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at };
}
