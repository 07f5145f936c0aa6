// Which links a change may have to do with. Following one asks for every folder on its way, on both sides; a repository has hundreds, and
// most changes touch nothing that any of them leads over.
import { decodePath, type RepoPath } from "../base/repo-path.ts";
import type { Source } from "../model/change.ts";
import { LONGEST_LINK, MOST_LINKS } from "./link-end.ts";

export interface Course {
  /** Every path that it goes over, and where it ends. */
  readonly over: ReadonlySet<RepoPath>;
  readonly end: RepoPath;
}

/**
 * Where each link leads as texts alone say it, when no link of the change set was touched: then both sides lead there. What else may stand
 * on the way, a file or a submodule, ends it sooner.
 */
export async function coursesOf(
  links: readonly RepoPath[],
  source: Source,
): Promise<ReadonlyMap<RepoPath, Course>> {
  const entries = await source.links("after");
  const blobs = await source.load(new Set([...entries.values()].map(({ id }) => id)), LONGEST_LINK);
  const texts = new Map<RepoPath, RepoPath>();
  for (const [path, { id }] of entries) {
    const blob = blobs.get(id);
    texts.set(path, blob?.kind === "bytes" ? decodePath(blob.bytes) : "");
  }
  return new Map(links.map((path) => [path, courseOf(path, texts)]));
}

function courseOf(path: RepoPath, texts: ReadonlyMap<RepoPath, RepoPath>): Course {
  const over = new Set<RepoPath>();
  const at: string[] = [];
  const ahead = path.split("/").reverse();
  for (let links = 0; ahead.length > 0; ) {
    const segment = ahead.pop() ?? "";
    if (segment === "" || segment === ".") continue;
    if (segment === "..") {
      if (at.pop() === undefined) break;
      continue;
    }
    const here = [...at, segment].join("/");
    over.add(here);
    const text = texts.get(here);
    if (text === undefined) at.push(segment);
    else if (++links > MOST_LINKS) break;
    else ahead.push(...text.split("/").reverse());
  }
  return { over, end: at.join("/") };
}
