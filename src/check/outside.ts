import { judge } from "../gate/judge.ts";
import type { Terms } from "../gate/terms.ts";
import type { CommitChangeSet } from "../git/changes/commits.ts";
import type { Lineage } from "../git/history/lineage.ts";
import { listTree } from "../git/objects/source.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Verdict } from "../model/finding.ts";

type RuleInForce = Terms["rules"][number];

/**
 * Judges a commit of another history that a merge joins to this one. The merge answers for all that is left of it, where it
 * lies now; here only what can't be seen there is looked at. Its titles, its folders and its steps were other people's
 * affair: only rules about the text of files hold.
 */
export async function judgeOutside(
  repo: Repository,
  change: CommitChangeSet,
  terms: Terms,
  lines: readonly Lineage[],
): Promise<Verdict> {
  const left = new Set<string>();
  for (const { tip } of lines) for (const { id } of (await treeOf(repo, tip)).values()) left.add(id);
  const files = change.files.filter((file) => file.kind !== "deleted" && !left.has(file.after.id));
  return judge({ ...change, files }, { ...terms, rules: terms.rules.flatMap(aboutFiles) });
}

function aboutFiles(rule: RuleInForce): RuleInForce[] {
  if (rule.kind !== "file") return [];
  const { ofChange: _, ...alone } = rule;
  return [alone];
}

type ListedTree = ReturnType<typeof listTree>;
const trees = new WeakMap<Repository, Map<string, ListedTree>>();

function treeOf(repo: Repository, tip: string): ListedTree {
  const known = trees.get(repo) ?? new Map<string, ListedTree>();
  trees.set(repo, known);
  const tree = known.get(tip) ?? listTree(repo, tip);
  known.set(tip, tree);
  return tree;
}
