// The symbolic links that the bytes of an index show, so that a commit need not start Git to list all of it.
// Source: gitformat-index(5), versions 2 to 4.
import { decodePath, encodePath, type RepoPath } from "../../base/repo-path.ts";
import { type Links, linksOf, NO_LINKS, type ObjectId } from "../../model/change.ts";

/** In bytes. */
export const ID_LENGTHS = { sha1: 20, sha256: 32 } as const;

/** `idLength` in bytes. Undefined where the bytes don't tell: Git is asked then. */
export function linksInIndex(bytes: Buffer, idLength: number): Links | undefined {
  const found = linksByMode(bytes, idLength);
  if (found !== undefined) return found;
  const walked = walkIndex(bytes, idLength);
  return walked === undefined || walked.liesElsewhere ? undefined : walked.links;
}

/** Whether the bytes show that no entry's path begins with any of these, or is one; false where only Git can tell. */
export function holdsNone(bytes: Buffer, idLength: number, paths: readonly RepoPath[]): boolean {
  const isPlain = bytes.toString("latin1", 0, 4) === "DIRC" && [2, 3].includes(bytes.readUInt32BE(4));
  if (!isPlain || paths.some((path) => bytes.includes(encodePath(path)))) return false;
  return walkIndex(bytes, idLength)?.liesElsewhere === false;
}

/** The lower half of the mode 120000, in octal digits, one character per byte: it begins with what is rare in an index. */
const LINK = "\xa0\0";

/**
 * The same by looking for the mode of a link, which takes a fraction of walking all entries. It stands where it may stand in an entry, and the entry is
 * one. Undefined where entries begin anywhere (version 4), where it isn't sure that they end, and where any such place is none of theirs, or is one of a
 * conflict or of what is only intended.
 */
export function linksByMode(bytes: Buffer, idLength: number): Links | undefined {
  const version = versionOf(bytes);
  const end = version === 2 || version === 3 ? endOfEntries(bytes, bytes.length - idLength) : undefined;
  if (end === undefined) return undefined;
  // Most repositories have none, and of their index no text need be made.
  if (!mayShowLink(bytes, end)) return NO_LINKS;
  const found: string[] = [];
  // Searching and cutting a text costs less than a call of Buffer for each link.
  const text = bytes.toString("latin1", 0, end);
  for (let mode = text.indexOf(LINK); mode >= 0; mode = text.indexOf(LINK, mode + 1)) {
    const at = mode - 2 - MODE;
    if (!mayBeginEntry(at) || !text.startsWith("\0\0", mode - 2)) continue;
    const flagsAt = at + ID + idLength;
    const flags = (text.charCodeAt(flagsAt) << 8) | text.charCodeAt(flagsAt + 1);
    const nameAt = flagsAt + FLAGS;
    const nameEnd = nameAt + (flags & LENGTH);
    if ((flags & (EXTENDED | STAGE)) !== 0 || text.indexOf("\0", nameAt) !== nameEnd) return undefined;
    found.push(text.slice(at + ID, nameEnd));
  }
  return new ShownLinks(found, idLength);
}

function mayShowLink(bytes: Buffer, end: number): boolean {
  for (let mode = bytes.indexOf(LINK, 0, "latin1"); mode >= 0 && mode < end; ) {
    if (mayBeginEntry(mode - 2 - MODE) && bytes[mode - 1] === 0 && bytes[mode - 2] === 0) return true;
    mode = bytes.indexOf(LINK, mode + 1, "latin1");
  }
  return false;
}

/** Each entry begins at a multiple of eight bytes from the first. */
function mayBeginEntry(at: number): boolean {
  return at >= FIRST_ENTRY && (at - FIRST_ENTRY) % 8 === 0;
}

/** Links as an index shows them, each from its id to the end of its name, one character per byte. */
class ShownLinks implements Links {
  readonly #shown: readonly string[];
  readonly #idLength: number;
  #paths: readonly RepoPath[] | undefined;
  #ids: readonly ObjectId[] | undefined;

  constructor(shown: readonly string[], idLength: number) {
    this.#shown = shown;
    this.#idLength = idLength;
  }

  get size(): number {
    return this.#shown.length;
  }

  /** Of an id and a number each length is known, and a name ends with a NUL. In ASCII, because it is kept as JSON, which spells out other bytes. */
  mark(): string {
    return Buffer.from(this.#shown.join("\0"), "latin1").toString("base64");
  }

  get paths(): readonly RepoPath[] {
    this.#paths ??= this.#shown.map((shown) => decoded(shown.slice(this.#idLength + FLAGS)));
    return this.#paths;
  }

  get ids(): readonly ObjectId[] {
    this.#ids ??= this.#shown.map((shown) => this.#idOf(shown));
    return this.#ids;
  }

  get firstId(): ObjectId {
    return this.#idOf(this.#shown[0] ?? "");
  }

  #idOf(shown: string): ObjectId {
    return Buffer.from(shown.slice(0, this.#idLength), "latin1").toString("hex");
  }
}

function decoded(name: string): RepoPath {
  return /[^\0-\x7f]/.test(name) ? decodePath(Buffer.from(name, "latin1")) : name;
}

/**
 * Where the extension begins that tells the tree: behind the entries, unless it is one of a split index. Undefined where there is none or more than
 * one place that may be it, and where entries lie elsewhere.
 */
function endOfEntries(bytes: Buffer, last: number): number | undefined {
  const ends: number[] = [];
  for (const at of placesOf("TREE", bytes)) {
    const extensions = extensionsFrom(at, bytes, last);
    if (extensions === undefined) continue;
    if (ELSEWHERE.some((word) => extensions.has(word))) return undefined;
    ends.push(at);
  }
  const [end] = ends;
  if (end === undefined || ends.length > 1) return undefined;
  const isSplit = placesOf("link", bytes).some(
    (at) => at + NAME_AND_SIZE <= end && at + NAME_AND_SIZE + bytes.readUInt32BE(at + 4) === end,
  );
  return isSplit ? undefined : end;
}

function placesOf(word: string, bytes: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Undefined where they are not those of an index of a version that is known. */
function versionOf(bytes: Buffer): number | undefined {
  if (bytes.length < FIRST_ENTRY || bytes.toString("latin1", 0, 4) !== "DIRC") return undefined;
  const version = bytes.readUInt32BE(4);
  return version < 2 || version > 4 ? undefined : version;
}

/** Where the parts of an entry lie, in bytes from its start: what the file system says about it comes first. */
const MODE = 24;
const ID = 40;
const FLAGS = 2;
const FIRST_ENTRY = 12;
/** In the flags: that more of them follow, the sides of a conflict, and the length of the name, if it is less than that. */
const EXTENDED = 0x4000;
const STAGE = 0x3000;
const LENGTH = 0x0fff;
/** In the first byte of the further flags: it is only intended to be added, and no commit holds it. */
const INTENDED = 0x20;

export interface WalkedIndex {
  readonly links: Links;
  /** A conflict is not resolved. */
  readonly isUnmerged: boolean;
  /** The extensions say that entries lie in another file (a split index), or are folders with all that is in them (a sparse one). */
  readonly liesElsewhere: boolean;
  /** Where the extension of that name begins, behind its name and size; undefined where there is none. */
  readonly tree: number | undefined;
}

/** Undefined where the bytes are not those of an index of a version that is known. They are walked once, whoever asks. */
export function walkIndex(bytes: Buffer, idLength: number): WalkedIndex | undefined {
  const known = walks.get(bytes);
  if (known !== undefined) return known;
  const walked = walk(bytes, idLength);
  if (walked !== undefined) walks.set(bytes, walked);
  return walked;
}

const walks = new WeakMap<Buffer, WalkedIndex>();

function walk(bytes: Buffer, idLength: number): WalkedIndex | undefined {
  const version: number | undefined = versionOf(bytes);
  if (version === undefined) return undefined;
  const links: [path: RepoPath, id: ObjectId][] = [];
  let isUnmerged = false;
  /** The last name, one character per byte; only version 4 writes less than the whole of the next one. */
  let name = "";
  let at = FIRST_ENTRY;
  for (let left = bytes.readUInt32BE(8); left > 0; left--) {
    const flagsAt = at + ID + idLength;
    const flags = ((bytes[flagsAt] ?? 0) << 8) | (bytes[flagsAt + 1] ?? 0);
    const start = flagsAt + (flags & EXTENDED ? 4 : 2);
    const shared: Offset | undefined = version === 4 ? readOffset(bytes, start) : undefined;
    const kept: number = shared === undefined ? 0 : name.length - shared.value;
    const nameAt: number = shared?.end ?? start;
    const length = flags & LENGTH;
    const end = length < LENGTH ? nameAt + length - kept : bytes.indexOf(0, nameAt);
    if (kept < 0 || end < nameAt || bytes[end] !== 0) return undefined;
    if (version === 4) name = name.slice(0, kept) + bytes.toString("latin1", nameAt, end);
    if ((flags & STAGE) !== 0) isUnmerged = true;
    const isIntended = (flags & EXTENDED) !== 0 && ((bytes[flagsAt + 2] ?? 0) & INTENDED) !== 0;
    if (isLinkAt(at, bytes) && (flags & STAGE) === 0 && !isIntended) {
      const path = decodePath(version === 4 ? Buffer.from(name, "latin1") : bytes.subarray(nameAt, end));
      links.push([path, bytes.toString("hex", at + ID, flagsAt)]);
    }
    // At least one NUL, and enough that the next entry begins at a multiple of eight from this one.
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  const extensions = extensionsFrom(at, bytes, bytes.length - idLength);
  if (extensions === undefined) return undefined;
  const liesElsewhere = ELSEWHERE.some((word) => extensions.has(word));
  return { links: linksOf(links), isUnmerged, liesElsewhere, tree: extensions.get("TREE") };
}

const ELSEWHERE = ["link", "sdir"];

/** Each is its name, its size and its bytes, up to the digest at the end. */
function extensionsFrom(start: number, bytes: Buffer, last: number): ReadonlyMap<string, number> | undefined {
  const found = new Map<string, number>();
  let at = start;
  while (at + NAME_AND_SIZE <= last) {
    found.set(bytes.toString("latin1", at, at + 4), at + NAME_AND_SIZE);
    at += NAME_AND_SIZE + bytes.readUInt32BE(at + 4);
  }
  return at === last ? found : undefined;
}

const NAME_AND_SIZE = 8;

/** 120000, in octal digits. */
function isLinkAt(entry: number, bytes: Buffer): boolean {
  return bytes[entry + MODE + 2] === 0xa0 && bytes[entry + MODE + 3] === 0;
}

interface Offset {
  readonly value: number;
  readonly end: number;
}

/** A number as a pack writes the distance to a base: seven bits a byte, the highest first, each further byte worth one more. */
function readOffset(bytes: Buffer, start: number): Offset {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes[at++] ?? 0;
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, end: at };
}
