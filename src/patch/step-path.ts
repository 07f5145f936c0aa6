// Paths that a patch may name: inside the repository, and nowhere that Git or a disk would take for something else.

import { decodePath, type RepoPath } from "../base/repo-path.ts";
import { err, ok, type Result } from "../base/result.ts";
import { withoutEnd } from "../base/without-end.ts";

/** The path in a patch as one of the repository; the error says what is wrong with it. `bytes` has one character per byte. */
export function stepPath(bytes: string): Result<RepoPath, string> {
  const why = faultOf(bytes);
  return why === undefined ? ok(decodePath(Buffer.from(bytes, "latin1"))) : err(why);
}

function faultOf(bytes: string): string | undefined {
  if (bytes === "") return "it is empty";
  if (bytes.length > 4096) return "it is longer than 4096 bytes";
  if (bytes.startsWith("/")) return "it is absolute";
  if (/^[A-Za-z]:/.test(bytes)) return "it begins with a drive letter";
  if (bytes.includes("\\")) return "it holds a backslash; folders are divided by /";
  if (/[\0-\x1f\x7f]/.test(bytes)) return "it holds a control character";
  const segments = bytes.split("/");
  if (segments.includes("..")) return "it leaves the folder that it is in";
  if (segments.includes(".") || segments.includes("")) return "it has an empty or a . segment";
  if (segments.some(({ length }) => length > 255)) return "a name in it is longer than 255 bytes";
  if (segments.some(isGitFolder)) return "it leads into a Git folder";
  return undefined;
}

/** Every spelling that some disk takes for `.git` (as in Git's own protectHFS and protectNTFS). */
function isGitFolder(segment: string): boolean {
  const text = Buffer.from(segment, "latin1").toString("utf8").replaceAll(IGNORED, "");
  const name = withoutEnd(text.toLowerCase().replace(/:.*$/, ""), ". ");
  return name === ".git" || name === "git~1";
}

/** What HFS+ ignores in a name. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;
