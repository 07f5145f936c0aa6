// How far the work on a task is, judged as one change: all commits of its branch, what is staged, and the working tree. Everything is
// looked at in a quarantine: nothing is written to the repository.

import { budgetUse } from "../../gate/budget-use.ts";
import { judge } from "../../gate/judge.ts";
import type { Memories } from "../../gate/known/memory.ts";
import type { Terms } from "../../gate/terms.ts";
import { verdict as verdictOf } from "../../gate/verdict.ts";
import { stagedAgainst } from "../../git/changes/staged.ts";
import { changesBetween } from "../../git/changes/tree.ts";
import { branchBase, commitsSince } from "../../git/history/branch-base.ts";
import { parseCommit } from "../../git/objects/commit-object.ts";
import { GitSource } from "../../git/objects/source.ts";
import { emptyTree, type Repository } from "../../git/open/repository.ts";
import { type Quarantine, withQuarantine } from "../../git/write/quarantine.ts";
import type { ChangeSet, FileChange, ObjectId } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import { type Override, overridesOf } from "../../model/override.ts";
import { pathOf } from "../../model/place.ts";
import type { Project } from "../../model/project.ts";
import type { TaskLook, TaskStatus } from "../../model/task/task-report.ts";
import { recordedTasks } from "../../model/task/task-trailer.ts";
import type { Task } from "../../model/task.ts";
import { diffBudget } from "../../rules/diff-budget/diff-budget.ts";
import { pathFence } from "../../rules/path-fence/path-fence.ts";
import { policyChange } from "../../rules/policy-change/policy-change.ts";
import { expectShortRun } from "../../system/engine.ts";
import type { KeptEntries } from "../../system/kept/kept-entries.ts";
import { codeOfBranch, type NamedBy } from "../../task/named-tasks.ts";
import { loadLuaReader } from "../lua-reader.ts";
import { provedTasks } from "../refactor/proved-tasks.ts";
import { settledValue } from "../settled-value.ts";
import { TaskLookup } from "../task-of.ts";
import { termsFor } from "../terms-for.ts";
import { addWorkingTree, fillFromIndex } from "../working.ts";
import { NAMED_BY } from "./named-by.ts";
import { ownWorkSince } from "./own-work.ts";
import { proveAcceptance } from "./prove-acceptance.ts";
import type { TasksHere } from "./tasks-here.ts";
import { withoutMade } from "./without-made.ts";

export async function taskStatus(
  here: TasksHere,
  { task, by }: { readonly task: Task; readonly by: NamedBy | undefined },
  today: string,
  kept?: KeptEntries<Memories>,
): Promise<TaskStatus> {
  const { repo } = here;
  const { top } = repo;
  if (top === undefined)
    throw new CannotLook(failure("no-working-tree", "there is no working tree here", "run it in a clone"));
  return await withQuarantine(repo, async (room) => {
    fillFromIndex(repo, room);
    const [begun, filled] = await Promise.allSettled([startOf(here, task), stageAll(room, top)]);
    const start = settledValue(begun);
    const staged = settledValue(filled);
    const [working, { files }] = await Promise.all([
      room.writeTree(),
      stagedAgainst(room.inIndex, start.base),
    ]);
    const tasks = new TaskLookup(repo);
    const made = [...start.made, ...(await madeHere(here, room, staged))];
    const look = async (tree: ObjectId, what: TaskLook["what"]) =>
      await lookAt(
        here,
        room,
        task,
        { ...start, made },
        {
          tree,
          what,
          today,
          kept,
          tasks,
          files: tree === working ? files : await changesSince(room.repo, start.base, tree),
        },
      );
    const looks =
      staged === working
        ? [await look(staged, "staged and working tree")]
        : [await look(staged, "staged"), await look(working, "working tree")];
    const [first] = looks;
    return {
      code: task.code,
      by: by && NAMED_BY[by],
      commits: start.commits,
      looks: looks.map(({ look: one }) => one),
      allowed: first?.allowed,
      allowedStrict: first?.allowedStrict,
    };
  });
}

/** Puts the working tree into the index, and gives the tree of what was staged before. */
async function stageAll(room: Quarantine, top: string): Promise<ObjectId> {
  const staged = await room.writeTree();
  await addWorkingTree(room, top);
  return staged;
}

interface Start {
  readonly base: ObjectId;
  readonly commits: number;
  readonly overrides: readonly Override[];
  /** What those commits have changed that are exactly what a recorded task makes. */
  readonly made: readonly (readonly FileChange[])[];
}

/** On the task's own branch its work begins where the branch left the main line; elsewhere with what is not committed yet. */
async function startOf(
  { repo, policy, branches, files }: TasksHere,
  { code, phase, source }: Task,
): Promise<Start> {
  const { head } = repo;
  if (head.kind === "unborn") return { base: emptyTree(repo), commits: 0, overrides: [], made: [] };
  const { agentBranches } = policy.project;
  const isItsOwn = branches.some((branch) => codeOfBranch(branch, agentBranches) === code);
  const phasesAt = async () => {
    const phases = phase === undefined || source.path === undefined ? [] : await files.phases(source.path);
    return phases.map((each) => each.code);
  };
  const left = isItsOwn ? ((await branchBase(repo)) ?? head.id) : head.id;
  const base = await ownWorkSince(repo, left, head.id, { codes: [code], phasesAt });
  const ids = base === head.id ? [] : await commitsSince(repo, base);
  const commits = await Promise.all(ids.map((id) => commitOf(repo, id)));
  return {
    base,
    commits: ids.length,
    overrides: commits.flatMap(({ message }) => overridesOf(message)),
    made: await madeByTasks(repo, policy.project, commits),
  };
}

async function commitOf({ objects }: Repository, id: ObjectId) {
  const { bytes } = await objects.get(id);
  const { message, parents } = parseCommit(bytes ?? Buffer.alloc(0));
  return { id, message, parents };
}

type Commit = Awaited<ReturnType<typeof commitOf>>;

async function madeByTasks(
  repo: Repository,
  project: Project,
  commits: readonly Commit[],
): Promise<readonly (readonly FileChange[])[]> {
  const made: (readonly FileChange[])[] = [];
  for (const { id, message, parents } of commits) {
    const tasks = recordedTasks(message);
    const [parent] = parents;
    if (tasks.length === 0 || parents.length > 1) continue;
    // Loaded for the few commits that record one.
    const { TaskReplay } = await import("../refactor/task-replay.ts");
    const replay = await new TaskReplay(repo).replay(tasks, parent, id, project);
    if (replay.kind === "equal") made.push(await changesBetween(repo, parent ?? emptyTree(repo), id));
  }
  return made;
}

/** What is staged may be what the task makes of `HEAD`: its commit will record it. */
async function madeHere(
  { repo }: TasksHere,
  room: Quarantine,
  staged: ObjectId,
): Promise<readonly (readonly FileChange[])[]> {
  const { head } = repo;
  if (head.kind === "unborn") return [];
  const proved = await provedTasks(repo, repo.git.env["ARKITEKT_TASK"]);
  return proved.length === 0 ? [] : [await changesBetween(room.repo, head.id, staged)];
}

interface Looking {
  readonly tree: ObjectId;
  readonly what: TaskLook["what"];
  /** How it differs from the base. */
  readonly files: readonly FileChange[];
  readonly today: string;
  readonly kept: KeptEntries<Memories> | undefined;
  readonly tasks: TaskLookup;
}

async function lookAt(
  { repo, policy, branches }: TasksHere,
  room: Quarantine,
  task: Task,
  { base, overrides, made }: Start,
  { tree, what, files, today, kept, tasks }: Looking,
) {
  const change: ChangeSet = {
    subject: { kind: "staged", isMerge: false },
    branches,
    files,
    source: new GitSource(room.repo, { kind: "tree", id: base }, { kind: "tree", id: tree }),
  };
  const parent = repo.head.kind === "unborn" ? undefined : repo.head.id;
  const question = { parent, branches, policy, names: {}, given: task, files: change.files };
  const brought = await tasks.termsFor(question);
  const all = termsFor(policy, branches, today, overrides, brought);
  // The task's file may have come in a commit of its own, among these.
  const rules = all.rules.filter(({ id }) => id !== policyChange.id);
  const terms: Terms = { ...all, ...(kept && { memory: kept }), rules };
  const costing = { ...change, files: withoutMade(change.files, made) };
  loadLuaReader();
  if (change.files.length <= FEW) expectShortRun("commit");
  const judged = await judge(change, terms);
  const verdict = made.length === 0 ? judged : await withBudgetOf(costing, terms, judged);
  const { used, usedStrict, ...allowed } = budgetUse(costing, terms);
  const outside = verdict.findings.flatMap(({ rule, level, standing, place }) =>
    rule === pathFence.id && level === "error" && standing.kind === "new" ? (pathOf(place) ?? []) : [],
  );
  const look: TaskLook = {
    what,
    used,
    usedStrict,
    outside,
    acceptance: proveAcceptance(task.acceptance, { change, terms, verdict }),
    verdict,
  };
  return { look, ...allowed };
}

/** Often nothing is staged. */
async function changesSince(
  repo: Repository,
  base: ObjectId,
  tree: ObjectId,
): Promise<readonly FileChange[]> {
  const held = await repo.objects.find(`${base}^{tree}`, -1);
  return held?.id === tree ? [] : await changesBetween(repo, base, tree);
}

/** With no more files than this a change is judged before optimised code would pay. */
const FEW = 60;

/** What it says about the budget goes by what costs; everything else by the whole change. */
async function withBudgetOf(costing: ChangeSet, terms: Terms, judged: Verdict): Promise<Verdict> {
  const rules = terms.rules.filter(({ id }) => id === diffBudget.id);
  const budget = await judge(costing, { ...terms, rules });
  const others = judged.findings.filter(({ rule }) => rule !== diffBudget.id);
  return verdictOf([...others, ...budget.findings], judged.notes, judged.commits);
}
