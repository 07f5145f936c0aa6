// The tree that an index was last written as: Git keeps its id there until an entry changes, so that writing it once more need not
// be asked of Git. Source: gitformat-index(5), "Cache tree".
import type { ObjectId } from "../../model/change.ts";
import { ELSEWHERE, walkIndex } from "./index-links.ts";

/** `idLength` in bytes. Undefined if an entry has changed since, and where the bytes don't tell: Git is asked then. */
export function treeInIndex(bytes: Buffer, idLength: number): ObjectId | undefined {
  const walked = walkIndex(bytes, idLength);
  if (walked === undefined || walked.isUnmerged) return undefined;
  const last = bytes.length - idLength;
  let tree: number | undefined;
  let at = walked.end;
  while (at + HEAD <= last) {
    const name = bytes.toString("latin1", at, at + 4);
    if (ELSEWHERE.includes(name)) return undefined;
    if (name === NAME) tree = at + HEAD;
    at += HEAD + bytes.readUInt32BE(at + 4);
  }
  return at !== last || tree === undefined ? undefined : rootIn(bytes, tree, idLength);
}

const NAME = "TREE";
/** The name of an extension and its size. */
const HEAD = 8;

/** The first record is the root's: an empty name and a NUL, how many entries it is over, a space, its folders, a line end, its id. */
function rootIn(bytes: Buffer, start: number, idLength: number): ObjectId | undefined {
  const lineEnd = bytes.indexOf(10, start);
  const counts = /^\0(\d+) \d+$/.exec(bytes.toString("latin1", start, Math.min(lineEnd, start + 40)));
  return counts === null ? undefined : bytes.toString("hex", lineEnd + 1, lineEnd + 1 + idLength);
}
