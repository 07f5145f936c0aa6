import type { ObjectId } from "../../model/change.ts";

export interface LinkOrFolder {
  readonly isFolder: boolean;
  /** One character per byte. */
  readonly name: string;
  readonly id: ObjectId;
}

/**
 * The entries of a tree object that are links and folders: `<mode> <name>\0<id in bytes>`, again and again. Of a mode Git asks only what
 * kind it says, and old programs wrote a zero before it.
 */
export function* linksAndFolders(bytes: Buffer, idLength: number): Iterable<LinkOrFolder> {
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    const kind = isFileAt(at, space, bytes)
      ? FILE
      : Number.parseInt(bytes.toString("latin1", at, space), 8) & KIND;
    if (kind === LINK || kind === FOLDER) {
      yield {
        isFolder: kind === FOLDER,
        name: bytes.toString("latin1", space + 1, end),
        id: bytes.toString("hex", end + 1, end + 1 + idLength),
      };
    }
    at = end + 1 + idLength;
  }
}

const KIND = 0o170000;
const FILE = 0o100000;
const LINK = 0o120000;
const FOLDER = 0o040000;

/** Six digits, of which the first are 1 and 0: nearly all of them. */
function isFileAt(at: number, space: number, bytes: Buffer): boolean {
  return space - at === 6 && bytes[at] === 0x31 && bytes[at + 1] === 0x30;
}
