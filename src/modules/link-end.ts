// Where a path leads through symbolic links: the one walk, used by everybody who looks up what lies on the way.
import { decodePath, type RepoPath } from "../base/repo-path.ts";
import type { Blob, Entry } from "../model/change.ts";
import type { LostLink } from "../model/note.ts";

/** What stands where a path leads to. */
export type LinkEnd =
  | { readonly kind: "file"; readonly path: RepoPath; readonly entry: Entry }
  /** No file; it may be the folder `path`. */
  | { readonly kind: "nothing"; readonly path: RepoPath }
  /** From one link to the next, more of them than a system follows. */
  | { readonly kind: "cycle" }
  | { readonly kind: Exclude<LostLink, "submodule"> }
  /** `path` is in the submodule; undefined where only the submodule knows it, as it goes up again in there. */
  | { readonly kind: "submodule"; readonly path: RepoPath | undefined };

export interface Way {
  readonly end: LinkEnd;
  /** The links on the way, and where it ends: a change of any of them changes what the path is. */
  readonly over: readonly RepoPath[];
  /** How many links are on the way. */
  readonly links: number;
}

/** What lies at a path: a file, a submodule, or a link with its text. Undefined for a folder, and for nothing. */
export type Milestone = { readonly entry: Entry } | { readonly link: RepoPath };

/** As many links as Linux follows. */
const MOST_LINKS = 40;

/**
 * Goes where `path` leads, through links to files and folders, segment by segment as a file system does: asks what lies at one path
 * after another, and waits for each answer.
 */
export function* walkLinks(path: RepoPath): Generator<RepoPath, Way, Milestone | undefined> {
  const over: RepoPath[] = [];
  let links = 0;
  // Linux stops there; Windows first removes a `..` and what stands before it.
  let isThroughFile = false;
  const ended = (end: LinkEnd, last: readonly RepoPath[] = []): Way => ({
    end,
    over: [...over, ...last],
    links,
  });
  const at: string[] = [];
  const ahead = segmentsOf(path);
  for (let segment = ahead.pop(); segment !== undefined; segment = ahead.pop()) {
    if (segment === "..") {
      if (at.pop() === undefined) return ended({ kind: "outside" });
      continue;
    }
    const here = [...at, segment].join("/");
    const found = yield here;
    if (found !== undefined && "link" in found) {
      over.push(here);
      if (LEADS_OUT.test(found.link)) return ended({ kind: "outside" });
      if (found.link === "") return ended({ kind: "nothing", path: here });
      if (++links > MOST_LINKS) return ended({ kind: "cycle" });
      ahead.push(...segmentsOf(found.link));
    } else if (found === undefined) {
      // It separates folders on Windows, and is part of a name on every other system.
      if (links > 0 && segment.includes("\\")) return ended({ kind: "backslash" });
      at.push(segment);
    } else if (found.entry.kind !== "submodule") {
      if (ahead.length === 0 && !isThroughFile) {
        return ended({ kind: "file", path: here, entry: found.entry }, [here]);
      }
      if (ahead.length > 0) over.push(here);
      isThroughFile = true;
      at.push(segment);
    } else if (ahead.length > 0 && ahead.at(-1) !== "..") {
      const isKnown = !ahead.includes("..");
      const inside = isKnown ? [here, ...ahead.reverse()].join("/") : undefined;
      return ended({ kind: "submodule", path: inside });
    } else {
      at.push(segment);
    }
  }
  const end = at.join("/");
  return ended({ kind: "nothing", path: end }, [end]);
}

const LEADS_OUT = /^(?:\/|[A-Za-z]:|\\)/;

/** The last one first. */
function segmentsOf(path: RepoPath): string[] {
  return path
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".")
    .reverse();
}

/** In bytes; no system has longer paths. */
export const LONGEST_LINK = 4096;

/** The text of a link, as Git makes a link from it: up to a NUL. Empty for one that no system can make. */
export function linkText(blob: Blob | undefined): RepoPath {
  if (blob?.kind !== "bytes") return "";
  const end = blob.bytes.indexOf(0);
  return decodePath(end < 0 ? blob.bytes : blob.bytes.subarray(0, end));
}
