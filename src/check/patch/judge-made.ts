// What a patch makes, as a change set, and the terms on which it is judged like any other.
import { judge } from "../../gate/judge.ts";
import type { Memories } from "../../gate/known/memory.ts";
import { commitChangeSets } from "../../git/changes/commits.ts";
import { type ChangedEntry, changesBetween } from "../../git/changes/tree.ts";
import { GitSource, type SideOf } from "../../git/objects/source.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { Quarantine } from "../../git/write/quarantine.ts";
import type { ChangeSet, FileChange, ObjectId } from "../../model/change.ts";
import { committedPhase } from "../../model/task/phase-trailers.ts";
import type { TaskLayer } from "../../model/task/task-layer.ts";
import type { Task } from "../../model/task.ts";
import type { Policy } from "../../policy/policy.ts";
import { withBrokenPolicy } from "../../policy-source/broken-policy.ts";
import { policyForChange } from "../../policy-source/in-force.ts";
import type { PolicyRead } from "../../policy-source/policy-at.ts";
import { codeOfTitle } from "../../rules/task-code.ts";
import { expectShortRun } from "../../system/engine.ts";
import type { KeptEntries } from "../../system/kept/kept-entries.ts";
import type { JudgedChange } from "../task/prove-acceptance.ts";
import { namesHere, TaskLookup } from "../task-of.ts";
import type { TaskNames } from "../task-question.ts";
import { termsFor } from "../terms-for.ts";

export interface PatchOptions {
  readonly today: string;
  /** In addition to what its task says: what the patch says for itself. */
  readonly layers?: readonly TaskLayer[];
  /** It is what a task makes: nobody has to read it. */
  readonly isReproduced?: boolean;
  /** What names its task; the working tree when left out. */
  readonly names?: TaskNames;
  readonly given?: Task | undefined;
  /** Used instead of the repository's own. */
  readonly policy?: Policy;
  /** What was found out before. */
  readonly kept?: KeptEntries<Memories> | undefined;
  /** Whoever asks wants to know the tree: it is written while the patch is judged. */
  readonly isTreeWanted?: boolean;
}

/** What a patch is applied to. */
export interface PatchBase {
  /** The tree of the index, or the tip that a commit is put on. */
  readonly tree: ObjectId;
  /** Whose policy is in force: the last commit's. */
  readonly parent: ObjectId | undefined;
  readonly branches: readonly string[];
  /** Makes the planned commit from the tree; left out where the index is what changes. */
  commit?(room: Quarantine, tree: ObjectId, changes: readonly ChangedEntry[]): Promise<ObjectId>;
}

export async function judgeMade(
  { repo: there }: Quarantine,
  onto: PatchBase & { readonly policy: PolicyRead },
  made: ToBeJudged,
  {
    today,
    layers = [],
    isReproduced = false,
    names = namesHere(there),
    given,
    kept,
    policy: own,
  }: PatchOptions,
): Promise<JudgedTree> {
  const { repo, side: after, commit } = made;
  const change = commit === undefined ? await stagedAs(onto, made) : await committedAs(repo, onto, commit);
  const files = async () => change.files;
  const { policy, broken } = await policyForChange(
    repo,
    onto.parent,
    { after, files, before: onto.policy },
    own,
  );
  const { parent, branches } = onto;
  const message = change.subject.kind === "commit" ? change.subject.message : undefined;
  const title = message && codeOfTitle(message.title, policy.project.taskCode.patterns);
  const phase = message && committedPhase(message);
  const task = await new TaskLookup(there).termsFor({
    parent,
    branches,
    policy,
    names: { ...names, title, phase },
    given,
    files: change.files,
  });
  const all = { ...task, layers: [...task.layers, ...layers] };
  const terms = {
    ...termsFor(policy, branches, today, [], all),
    ...(kept && { memory: kept }),
    isReproduced,
  };
  if (change.files.length <= FEW) expectShortRun("commit");
  const judged = await judge(change, terms);
  const verdict = broken === undefined ? judged : withBrokenPolicy(judged, broken, change.files);
  const active = task.task?.active;
  const acceptance = active?.kind === "task" ? active.task.acceptance : [];
  return { change, terms, verdict, acceptance };
}

export interface ToBeJudged {
  readonly base: ObjectId;
  /** It holds what the patch makes, on this side. */
  readonly repo: Repository;
  readonly side: Exclude<SideOf, { readonly kind: "nothing" }>;
  readonly commit: ObjectId | undefined;
  /** How the tree differs, where that is known. */
  readonly files: readonly FileChange[] | undefined;
}

/** With no more files than this a change is judged before optimised code would pay. */
const FEW = 60;

interface JudgedTree extends JudgedChange {
  /** The lines of its task. */
  readonly acceptance: readonly string[];
}

async function stagedAs({ branches }: PatchBase, made: ToBeJudged): Promise<ChangeSet> {
  const { repo, base, side, files = await filesOf(made) } = made;
  return {
    subject: { kind: "staged", isMerge: false, isProposed: true },
    branches,
    files,
    source: new GitSource(repo, { kind: "tree", id: base }, side),
  };
}

async function filesOf({ repo, base, side }: ToBeJudged): Promise<readonly FileChange[]> {
  return side.kind === "tree" ? await changesBetween(repo, base, side.id) : [];
}

async function committedAs(repo: Repository, { branches }: PatchBase, commit: ObjectId): Promise<ChangeSet> {
  for await (const change of commitChangeSets(repo, [commit], { branchesOf: () => branches }))
    return { ...change, subject: { ...change.subject, isProposed: true } };
  throw new Error(`${commit} is not a commit`);
}
