// The tree that an index was last written as: Git keeps its id there until an entry changes, so that writing it once more need not
// be asked of Git. Source: gitformat-index(5), "Cache tree".
import type { ObjectId } from "../../model/change.ts";
import { walkIndex } from "./index-links.ts";

/** `idLength` in bytes. Undefined if an entry has changed since, and where the bytes don't tell: Git is asked then. */
export function treeInIndex(bytes: Buffer, idLength: number): ObjectId | undefined {
  const walked = walkIndex(bytes, idLength);
  if (walked?.tree === undefined || walked.isUnmerged || walked.liesElsewhere) return undefined;
  return rootIn(bytes, walked.tree, idLength);
}

/** The first record is the root's: an empty name and a NUL, how many entries it is over, a space, its folders, a line end, its id. */
function rootIn(bytes: Buffer, start: number, idLength: number): ObjectId | undefined {
  const lineEnd = bytes.indexOf(10, start);
  const counts = /^\0(\d+) \d+$/.exec(bytes.toString("latin1", start, Math.min(lineEnd, start + 40)));
  return counts === null ? undefined : bytes.toString("hex", lineEnd + 1, lineEnd + 1 + idLength);
}
