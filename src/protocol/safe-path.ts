import { err, ok, type Result } from "../base/result.ts";

export interface UnsafePath {
  readonly kind: "unsafe-path";
  readonly message: string;
}

/**
 * One name that is safe as a file or folder name on every system and stays where it is put: no separator, no dot at the
 * beginning, nothing that a file system reads as something else.
 */
export function safeSegment(name: string, what: string): Result<string, UnsafePath> {
  const fault = segmentFault(name);
  return fault === undefined ? ok(name) : unsafe(`${what} ${JSON.stringify(name)} ${fault}`);
}

/** A relative path of safe segments, `/` between them; `./` at the beginning is dropped. Backslashes are not separators: refused. */
export function safePath(path: string, what: string): Result<readonly string[], UnsafePath> {
  const trimmed = path.replace(/^(?:\.\/+)+/, "");
  if (trimmed === "") return unsafe(`${what} is empty`);
  if (trimmed.startsWith("/")) return unsafe(`${what} ${JSON.stringify(path)} is absolute`);
  const segments = trimmed.split("/");
  for (const segment of segments) {
    const fault = pathSegmentFault(segment);
    if (fault !== undefined) return unsafe(`${what} ${JSON.stringify(path)} ${fault}`);
  }
  return ok(segments);
}

function segmentFault(name: string): string | undefined {
  const fault = pathSegmentFault(name);
  if (fault !== undefined) return fault;
  return name.startsWith(".") || name.startsWith("-") ? "begins with a dot or a dash" : undefined;
}

function pathSegmentFault(name: string): string | undefined {
  if (name === "") return "has an empty part";
  if (name === "." || name === "..") return `has a part "${name}"`;
  if (/[\0-\x1f\x7f/\\:*?"<>|]/.test(name) || /\p{Surrogate}/u.test(name)) {
    return "holds a character that is not safe in file names";
  }
  if (/[. ]$/.test(name)) return "has a part that ends in a dot or a space";
  if (Buffer.byteLength(name, "utf8") > 200) return "has a part of more than 200 bytes";
  if (isGitFolder(name)) return "reaches into a .git folder";
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name))
    return "has a name that Windows keeps for devices";
  return undefined;
}

/** `.git` in any letter case, as NTFS shortens it, and with characters in it that HFS+ ignores. */
function isGitFolder(name: string): boolean {
  const seen = name
    .replaceAll(/[\u200c-\u200f\u202a-\u202e\u2060-\u2064\u206a-\u206f\ufeff]/g, "")
    .toLowerCase();
  return seen === ".git" || /^git~\d+$/.test(seen);
}

function unsafe(message: string): Result<never, UnsafePath> {
  return err({ kind: "unsafe-path", message });
}
