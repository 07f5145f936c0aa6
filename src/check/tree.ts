import { ENOUGH_FOR_HELP } from "../gate/inspect/helpers.ts";
import { judge } from "../gate/judge.ts";
import { KnownTree } from "../gate/known/known-tree.ts";
import type { Terms } from "../gate/terms.ts";
import { verdict as verdictOf } from "../gate/verdict.ts";
import { treeChangeSet } from "../git/changes/tree.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Baseline } from "../model/baseline/baseline.ts";
import type { FileChange } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";
import type { Policy } from "../policy/policy.ts";
import { policyOfTree } from "../policy-source/in-force.ts";
import { expectShortRun } from "../system/engine.ts";
import type { KeptTree } from "../system/kept/kept-tree.ts";
import type { TreeHelpers } from "./shard/tree-helpers.ts";
import { termsFor } from "./terms-for.ts";

export interface TreeOptions {
  readonly today: string;
  readonly policy?: Policy;
  /** The branches it is judged for; those it is on when left out. */
  readonly branches?: readonly string[];
  /** Dates that have passed are errors. */
  readonly isStrictOnDates?: boolean;
  /** Threads that judge files at the same time. */
  readonly helpers?: TreeHelpers | undefined;
  /** Where what is found is kept for the next look. */
  readonly keptTree?: KeptTree | undefined;
}

/**
 * Judges every file of a commit or tree, by the policy that it holds itself. Where it holds a baseline, what that lists is old and all
 * else is new; what a commit brought under an override that it records is overridden.
 */
export async function judgeTree(repo: Repository, tree: string, options: TreeOptions): Promise<Verdict> {
  const { verdict, terms, baseline } = await lookAtTree(repo, tree, options);
  const { withAccepted } = await import("./baseline/accepted-findings.ts");
  if (baseline === undefined) return await withAccepted(repo, tree, verdict, terms);
  const { underBaseline } = await import("./baseline/tree-baseline.ts");
  const held = underBaseline(verdict, baseline, terms);
  return await withAccepted(repo, tree, verdictOf(held.findings, held.notes, held.commits), terms);
}

export interface TreeLook {
  readonly verdict: Verdict;
  readonly terms: Terms;
  /** That of the tree; undefined where it holds none. */
  readonly baseline: Baseline | undefined;
}

/** What is found in a tree, before its baseline is taken into account. */
export async function lookAtTree(repo: Repository, tree: string, options: TreeOptions): Promise<TreeLook> {
  expectShortRun("tree");
  const known = options.keptTree && new KnownTree(options.keptTree.read());
  const change = await treeChangeSet(repo, tree);
  if (known?.isEmpty !== false && change.files.filter(mayBeLua).length >= ENOUGH_FOR_HELP)
    options.helpers?.start();
  const own = options.policy ?? (await policyOfTree(repo, tree, tree)).policy;
  const named = termsFor(own, options.branches ?? change.branches, options.today, []);
  const terms = {
    ...named,
    tree: known,
    isStrictOnDates: options.isStrictOnDates === true,
    ...(options.helpers && { helpers: options.helpers }),
  };
  const verdict = await judge(change, terms);
  const found = options.keptTree && known?.text(options.keptTree.largest);
  if (found !== undefined) options.keptTree?.write(found);
  const { baselineIn } = await import("./baseline/tree-baseline.ts");
  return { verdict, terms, baseline: await baselineIn(change.source) };
}

/** Before there is a policy that says which files are Lua. */
function mayBeLua({ path }: FileChange): boolean {
  return path.endsWith(".lua");
}
