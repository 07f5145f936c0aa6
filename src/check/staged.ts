import { judge } from "../gate/judge.ts";
import type { Memories } from "../gate/known/memory.ts";
import { isClaim } from "../gate/proved-exceptions.ts";
import { asSkip, withFinding } from "../gate/verdict.ts";
import { stagedChangeSet } from "../git/changes/staged.ts";
import { refuseHalfMade } from "../git/open/half-made.ts";
import type { Repository } from "../git/open/repository.ts";
import { type ChangeSet, type FileChange, isText, type ObjectId } from "../model/change.ts";
import type { JudgedFinding, Verdict } from "../model/finding.ts";
import type { Override } from "../model/override.ts";
import { REQUESTS } from "../model/project.ts";
import { isLua } from "../modules/lua-files.ts";
import type { Policy } from "../policy/policy.ts";
import { withBrokenPolicy } from "../policy-source/broken-policy.ts";
import { policyForChange } from "../policy-source/in-force.ts";
import { expectShortRun } from "../system/engine.ts";
import type { KeptEntries } from "../system/kept/kept-entries.ts";
import { stepOf } from "./history/step-of.ts";
import { settledTitles } from "./hook/settled-titles.ts";
import { loadLuaReader } from "./lua-reader.ts";
import { namesHere, TaskLookup } from "./task-of.ts";
import type { TaskNames } from "./task-question.ts";
import { termsFor } from "./terms-for.ts";
import { withAcceptance } from "./with-acceptance.ts";

export interface StagedOptions {
  readonly today: string;
  readonly overrides: readonly Override[];
  /** Used instead of the repository's own. */
  readonly policy?: Policy;
  /** The branches it is judged for; those that are checked out when left out. */
  readonly branches?: readonly string[];
  readonly isMergeHook?: boolean;
  /** What names the task; the working tree when left out. */
  readonly names?: TaskNames;
  /** What was found out before. */
  readonly kept?: KeptEntries<Memories> | undefined;
  /** What the commit would record as its tasks, if it is what they make. */
  readonly tasks?: readonly string[];
}

/** With no more files than this a commit is judged before optimised code would pay, with more it is like a tree; and with fewer still before V8 could be told. */
const FEW = 60;
const SOME = 3;

/** Judges what is staged, by the policy of `HEAD`. Where nothing is, the outcome is a skip. */
export async function judgeStaged(repo: Repository, options: StagedOptions): Promise<Verdict> {
  return (await judgeIndex(repo, options)).verdict;
}

/** A verdict with what it was about. */
export interface JudgedIndex {
  readonly verdict: Verdict;
  /** As they are staged. */
  readonly files: readonly FileChange[];
  /** The id of the object that holds the policy it was judged by. */
  readonly policy: ObjectId | undefined;
  /** What a title has to match for commit-msg to have nothing to say; undefined where that takes more than a title. */
  readonly titles: string | undefined;
  /** The rules that would stop it without overrides; undefined where that takes another look. */
  readonly overridden: readonly string[] | undefined;
}

export async function judgeIndex(repo: Repository, options: StagedOptions): Promise<JudgedIndex> {
  const { today, overrides, isMergeHook = false } = options;
  const changing = stagedChangeSet(repo, { isMergeHook });
  const parent = repo.head.kind === "unborn" ? undefined : repo.head.id;
  const staged = {
    after: { kind: "index" },
    files: async () => (await changing).files,
    memory: options.kept,
  } as const;
  const [change, { policy, id, broken }] = await Promise.all([
    changing,
    policyForChange(repo, parent, staged, options.policy),
  ]);
  if (repo.top !== undefined)
    await refuseHalfMade(repo.top, policy.project.requests ?? REQUESTS, change.files);
  const branches = options.branches ?? change.branches;
  const lua = change.files.filter(({ path }) => isLua(path, policy.project)).length;
  const { names = namesHere(repo) } = options;
  const lookup = new TaskLookup(repo);
  const task = await lookup.termsFor({ parent, branches, policy, names, files: change.files });
  const isPlain = overrides.length === 0 && !options.tasks?.length && !isMergeHook;
  const step = isPlain
    ? stepOf(options.kept?.steps, { ...change, branches }, { parents: [parent], policy, task, today })
    : undefined;
  if (lua > 0 && step?.recall() === undefined) {
    repo.objects.foresee(blobsOf(change.files, policy.project), policy.limits.fileBytes);
    loadLuaReader();
    if (lua >= SOME) expectShortRun(lua <= FEW ? "commit" : "tree");
  }
  const replay = await replayed(repo, change, policy, options.tasks ?? []);
  const terms = {
    ...termsFor(policy, branches, today, overrides, task),
    ...(options.kept && { memory: options.kept }),
    step,
    isReproduced: replay?.isReproduced === true,
  };
  const judged = await judge({ ...change, branches }, terms);
  const found = replay?.finding === undefined ? judged : withFinding(judged, replay.finding);
  const whole = async () => {
    if (broken !== undefined) return withBrokenPolicy(found, broken, change.files);
    return change.files.length === 0 ? asSkip(found) : await withAcceptance(change, terms, found);
  };
  const verdict = await whole();
  const overridden =
    isMergeHook || options.tasks?.length || overrides.some((each) => isClaim(each, terms.rules))
      ? undefined
      : overriddenIn(verdict);
  const isSettled =
    overridden !== undefined && overridden.length === overrides.length && overridden.length <= 1;
  const titles = isSettled ? settledTitles(policy, { ...change, branches }, task) : undefined;
  return { verdict, files: change.files, policy: id, titles, overridden };
}

/** What Lua files are and were: Git looks for it while what reads it is loaded. */
function blobsOf(files: readonly FileChange[], project: Policy["project"]): readonly ObjectId[] {
  const entries = files.flatMap((file) => {
    if (file.kind === "deleted" || !isLua(file.path, project)) return [];
    return file.kind === "modified" ? [file.after, file.before] : [file.after];
  });
  return [...new Set(entries.filter(isText).map(({ id }) => id))];
}

function overriddenIn({ findings }: Verdict): readonly string[] {
  return [
    ...new Set(findings.flatMap(({ rule, standing }) => (standing.kind === "overridden" ? [rule] : []))),
  ];
}

interface Replayed {
  readonly isReproduced: boolean;
  readonly finding: JudgedFinding | undefined;
}

/** Loaded for those who have a task at hand that can be done again. */
async function replayed(
  repo: Repository,
  { subject, files }: ChangeSet,
  { project }: Policy,
  tasks: readonly string[],
): Promise<Replayed | undefined> {
  const isMerge = subject.kind === "staged" && subject.isMerge;
  if (tasks.length === 0 || isMerge || files.length === 0) return undefined;
  const { TaskReplay } = await import("./refactor/task-replay.ts");
  const { findingOfReplay } = await import("./refactor/recorded-task.ts");
  const replay = await new TaskReplay(repo).replayStaged(tasks, project);
  return { isReproduced: replay.kind === "equal", finding: findingOfReplay(replay) };
}
