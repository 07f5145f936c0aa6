// What Git leaves in its folder while it makes commits from others: a merge, a cherry-pick, a revert, a rebase. Whoever made those has
// answered for them, and stopping one halfway helps nobody.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Repository } from "./repository.ts";

/** `MERGE_MSG` stands there while a revert, or a clean cherry-pick, makes its commit. */
export const UNDER_WAY: readonly string[] = [
  "MERGE_HEAD",
  "CHERRY_PICK_HEAD",
  "REVERT_HEAD",
  "MERGE_MSG",
  "rebase-merge",
  "rebase-apply",
  "sequencer",
];

export function isUnderWay({ gitDir }: Pick<Repository, "gitDir">): boolean {
  return UNDER_WAY.some((name) => existsSync(join(gitDir, name)));
}
