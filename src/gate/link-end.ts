import { decodePath, type RepoPath } from "../base/repo-path.ts";
import type { Entry, Side, Source } from "../model/change.ts";
import type { LostLink } from "../model/note.ts";

/** What stands where a path leads to. */
export type LinkEnd =
  | { readonly kind: "file"; readonly path: RepoPath; readonly entry: Entry }
  /** No file; it may be the folder `path`. */
  | { readonly kind: "nothing"; readonly path: RepoPath }
  | { readonly kind: LostLink };

export interface Way {
  readonly end: LinkEnd;
  /** The links on the way, and where it ends: whoever changes one of them changes what the path is. */
  readonly over: readonly RepoPath[];
}

/** As many links as Linux follows. */
export const MOST_LINKS = 40;

/** Goes where `path` leads on that side, through links to files and folders, segment by segment as a file system does. */
export async function linkEnd(side: Side, path: RepoPath, source: Source): Promise<Way> {
  const over: RepoPath[] = [];
  const at: string[] = [];
  const ahead = path.split("/").reverse();
  for (let links = 0; ahead.length > 0; ) {
    const segment = ahead.pop() ?? "";
    if (segment === "" || segment === ".") continue;
    if (segment === "..") {
      if (at.pop() === undefined) return { end: { kind: "outside" }, over };
      continue;
    }
    const here = [...at, segment].join("/");
    const entry = (await source.entries(side, [here])).get(here);
    if (entry?.kind === "submodule" && ahead.length > 0) return { end: { kind: "submodule" }, over };
    if (entry?.kind === "file" || entry?.kind === "executable") {
      const end: LinkEnd =
        ahead.length > 0 ? { kind: "nothing", path: here } : { kind: "file", path: here, entry };
      return { end, over: [...over, here] };
    }
    if (entry?.kind !== "symlink") {
      at.push(segment);
      continue;
    }
    over.push(here);
    const text = await textOf(entry, source);
    if (/^(?:\/|[A-Za-z]:|\\)/.test(text)) return { end: { kind: "outside" }, over };
    if (text === "" || text.includes("\0") || ++links > MOST_LINKS) {
      return { end: { kind: "nothing", path: here }, over };
    }
    ahead.push(...text.split("/").reverse());
  }
  const end = at.join("/");
  return { end: { kind: "nothing", path: end }, over: [...over, end] };
}

/** In bytes; no system has longer paths. */
export const LONGEST_LINK = 4096;

async function textOf({ id }: Entry, source: Source): Promise<RepoPath> {
  const blob = (await source.load([id], LONGEST_LINK)).get(id);
  return blob?.kind === "bytes" ? decodePath(blob.bytes) : "";
}
