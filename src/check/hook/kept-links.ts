import type { Memories } from "../../gate/known/memory.ts";
import { keepLinks } from "../../git/objects/links.ts";
import type { KnownLinks } from "../../git/objects/links-since.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { KeptEntries } from "../../system/kept/kept-entries.ts";
import { checksumOf } from "../../system/program/checksums.ts";

/** What `pre-commit` keeps. */
export interface HookMemories extends Memories {
  readonly treeLinks: KnownLinks;
}

/** Has the links of the last commit kept for the next one in this working tree, so that a large index need not be read for them. */
export function keepLinksOf(repo: Repository, kept: KeptEntries<HookMemories>): void {
  const place = checksumOf(Buffer.from(repo.gitDir)).slice(0, 8);
  keepLinks(repo, {
    recall: () => kept.recall(place, "treeLinks"),
    keep: (links) => kept.keep(place, "treeLinks", links),
  });
}
