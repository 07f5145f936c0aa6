// What a rule about the whole change is shown.
import type { ChangeSet, FileChange } from "../model/change.ts";
import type { ChangeRule, ChangeScene } from "../rule/rule.ts";
import { isClaimed } from "./proved-exceptions.ts";
import type { Terms } from "./terms.ts";
import { mustParse } from "./unread.ts";

/** For what a commit holds, a link is its own text; for what code is there, it is what it leads to. */
function filesFor({ facet }: ChangeRule<unknown>, change: ChangeSet): readonly FileChange[] {
  if (facet === "sides" && change.subject.kind === "tree") return change.since?.files ?? [];
  if (facet === "files" || facet === "sides" || change.asCommitted === undefined) return change.files;
  return inOrder(change.asCommitted);
}

/** Whatever order they came in, what is said about them is the same. */
export function inOrder(files: readonly FileChange[]): readonly FileChange[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

export function sceneOf(rule: ChangeRule<unknown>, change: ChangeSet, terms: Terms): ChangeScene<unknown> {
  return {
    change: { ...change, files: filesFor(rule, change) },
    isClaimed: isClaimed(rule, terms),
    isReproduced: terms.isReproduced === true,
    isTree: change.subject.kind === "tree",
    project: terms.project,
    options: terms.setting(rule.id).options,
    today: terms.today,
    isStrictOnDates: terms.isStrictOnDates === true,
    code: terms.code,
    task: terms.task,
    optionsFor(path) {
      const { level, options } = terms.setting(rule.id, path);
      return level === "off" ? undefined : options;
    },
    mustParse: (path) => mustParse(path, terms),
  };
}
