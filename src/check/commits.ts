import { once } from "../base/result.ts";
import { judge } from "../gate/judge.ts";
import type { Memories } from "../gate/known/memory.ts";
import type { Terms } from "../gate/terms.ts";
import { joined, withFinding } from "../gate/verdict.ts";
import { type CommitChangeSet, commitChange, commitChangeSets } from "../git/changes/commits.ts";
import { rangeChangeSet } from "../git/changes/tree.ts";
import type { Lineage } from "../git/history/lineage.ts";
import type { NewCommits } from "../git/history/new-commits.ts";
import { patchEquivalents } from "../git/history/patch-equivalents.ts";
import type { CommitRange } from "../git/history/range.ts";
import type { Repository } from "../git/open/repository.ts";
import type { CommitChange, ObjectId } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";
import { overridesOf } from "../model/override.ts";
import { committedPhase } from "../model/task/phase-trailers.ts";
import { recordedTasks } from "../model/task/task-trailer.ts";
import { isLua } from "../modules/lua-files.ts";
import type { Policy } from "../policy/policy.ts";
import { withBrokenPolicy, withPolicyRollback } from "../policy-source/broken-policy.ts";
import { beforeFirstPolicy } from "../policy-source/first-policy.ts";
import { policyInForce } from "../policy-source/in-force.ts";
import { Policies, type PolicyOfCommit } from "../policy-source/policies.ts";
import { codeOfTitle } from "../rules/task-code.ts";
import type { KeptEntries } from "../system/kept/kept-entries.ts";
import { stepOf } from "./history/step-of.ts";
import { loadLuaReader } from "./lua-reader.ts";
import { judgeOutside } from "./outside.ts";
import type { TaskReplay } from "./refactor/task-replay.ts";
import { judgeBranchBudget } from "./task/branch-budget.ts";
import { TaskLookup } from "./task-of.ts";
import { termsFor } from "./terms-for.ts";
import { withAcceptance } from "./with-acceptance.ts";

export interface CommitsOptions {
  readonly today: string;
  /** Used instead of each commit's own. */
  readonly policy?: Policy;
  /** What was found out before, when these commits were made. */
  readonly kept?: KeptEntries<Memories> | undefined;
  report?(done: number, total: number, what: string): void;
}

/** What `each` gives: only whoever holds it can judge the range as a whole. */
export interface JudgedCommits {
  /** For those that were wanted, in their order. */
  readonly verdicts: readonly Verdict[];
  readonly changes: ReadonlyMap<ObjectId, CommitChange>;
}

/** Which commits are judged, by their place among all, and whether the range as a whole is to be judged as well. */
export interface Wanted {
  isWanted(at: number): boolean;
  readonly isForWhole: boolean;
}

const ALL: Wanted = { isWanted: () => true, isForWhole: true };

/** Judges commits one by one, and ranges of them as a whole; what it learns about a commit serves both. */
export class CommitJudge {
  readonly #repo: Repository;
  readonly #options: CommitsOptions;
  readonly #policies: Policies;
  readonly #tasks: TaskLookup;
  #fallback: Promise<Policy> | undefined;
  #replay: Promise<TaskReplay> | undefined;
  readonly #reproduced = new Set<ObjectId>();

  constructor(repo: Repository, options: CommitsOptions) {
    this.#repo = repo;
    this.#options = options;
    this.#policies = new Policies(repo);
    this.#tasks = new TaskLookup(repo);
  }

  /**
   * Each commit on its own, by the policy of its parent: one that a later one mends is still found. Those that are not wanted,
   * because others judge them, are looked at only as far as the rest needs it.
   */
  async each(
    fresh: NewCommits,
    lineages: readonly Lineage[],
    { isWanted, isForWhole }: Wanted = ALL,
  ): Promise<JudgedCommits> {
    const changes = new Map<ObjectId, CommitChange>();
    const verdicts: Verdict[] = [];
    const older = once(() => beforeFirstPolicy(fresh, this.#policies));
    const lineOf = (commit: ObjectId) => lineages.filter((lineage) => lineage.has(commit));
    const isOutside = (commit: ObjectId) => {
      const lines = lineOf(commit);
      return lines.length > 0 && lines.every((lineage) => lineage.isJoined(commit));
    };
    const branchesOf = (commit: ObjectId) => fresh.branchesOf(commit);
    for await (const change of commitChangeSets(this.#repo, fresh.all, { branchesOf, isOutside })) {
      const { id } = change.subject;
      const at = changes.size;
      changes.set(id, commitChange(change));
      const own = await this.#policyOf(change, lineOf(id), older);
      if (isWanted(at)) verdicts.push(await this.#one(change, own, lineOf(id), isOutside(id)));
      else if (isForWhole && !isOutside(id)) await this.#replayOf(change, own.policy);
      this.#options.report?.(changes.size, fresh.all.length, "commits judged");
    }
    return { verdicts, changes };
  }

  /** From the base to the tip, as if it were one change. `mainLine` is where that of the remote stands. */
  async whole(range: CommitRange, { changes }: JudgedCommits, mainLine?: ObjectId): Promise<Verdict> {
    const equivalents = await patchEquivalents(this.#repo, range, mainLine);
    const commits = range.commits.map((id) => {
      const change = changes.get(id);
      if (change === undefined) throw new Error(`the commit ${id} of this range was not judged`);
      return equivalents.has(id) ? { ...change, isUpstream: true } : change;
    });
    const change = await rangeChangeSet(this.#repo, range, commits);
    const policy = await this.#policyOfRange(range, mainLine);
    const { today } = this.#options;
    const overrides = commits.flatMap(({ message }) => overridesOf(message));
    const replays = async () => {
      const { replaysOf } = await import("./refactor/replays.ts");
      const { base, tip, branches } = range;
      const { files } = change;
      const replay = () => this.#replays();
      return await replaysOf(this.#repo, { base, tip, branches, commits, files, policy, today, replay });
    };
    const verdict = await judge(change, { ...termsFor(policy, range.branches, today, overrides), replays });
    const branch = { range, commits, mainLine, policy, today, reproduced: this.#reproduced };
    const ofTask = await judgeBranchBudget(this.#repo, this.#tasks, branch);
    return ofTask === undefined ? verdict : joined([verdict, ofTask]);
  }

  async #policyOf(
    change: CommitChangeSet,
    lines: readonly Lineage[],
    older: () => Promise<ReadonlySet<ObjectId>>,
  ): Promise<PolicyOfCommit> {
    const { id } = change.subject;
    const isOwn = lines.every((lineage) => lineage.isOwn(id));
    const own = await this.#policies.for(change, { isOwn, policy: () => this.#policyBefore(lines) });
    const isOlder = own.policy === undefined && (await older()).has(id);
    const policy = this.#options.policy ?? own.policy ?? (isOlder ? undefined : await this.#inForce());
    return { ...own, policy };
  }

  async #one(
    change: CommitChangeSet,
    { policy, broken }: PolicyOfCommit,
    lines: readonly Lineage[],
    isOutside: boolean,
  ): Promise<Verdict> {
    const { id, message } = change.subject;
    if (policy === undefined) {
      const commit = { id, title: message.title };
      const notes = [{ kind: "before-first-policy", commit }] as const;
      return { outcome: "skip", findings: [], notes, commits: [commit] };
    }
    const { today } = this.#options;
    if (isOutside) {
      const terms = termsFor(policy, change.branches, today, overridesOf(message));
      return await judgeOutside(this.#repo, change, terms, lines);
    }
    const task = await this.#tasks.termsFor({
      parent: change.subject.parents[0],
      commit: change.otherParents.length + change.subject.parents.length < 2 ? id : undefined,
      branches: change.branches,
      policy,
      names: {
        title: codeOfTitle(message.title, policy.project.taskCode.patterns),
        phase: committedPhase(message),
      },
      files: change.files,
    });
    const { kept } = this.#options;
    const overrides = overridesOf(message);
    const isPlain =
      overrides.length === 0 && change.otherParents.length === 0 && recordedTasks(message).length === 0;
    const { parents } = change.subject;
    const step = isPlain ? stepOf(kept?.steps, change, { parents, policy, task, today }) : undefined;
    if (step?.recall() === undefined && change.files.some(({ path }) => isLua(path, policy.project)))
      loadLuaReader();
    const terms = {
      ...termsFor(policy, change.branches, today, overrides, task),
      ...(kept && { memory: kept }),
      step,
    };
    const verdict = await this.#withTask(change, terms);
    const rollback = await this.#policies.policyRollbackIn(change);
    if (rollback !== undefined) return withPolicyRollback(verdict, rollback, id);
    return broken === undefined
      ? await withAcceptance(change, terms, verdict)
      : withBrokenPolicy(verdict, broken, change.files, id);
  }

  /** A commit that records its task is compared with what the task makes of its parent; if they are equal, nobody has to read it. */
  async #withTask(change: CommitChangeSet, terms: Terms): Promise<Verdict> {
    const { id } = change.subject;
    const replay = await this.#replayOf(change, terms);
    if (replay === undefined) return await judge(change, terms);
    const verdict = await judge(change, { ...terms, isReproduced: replay.kind === "equal" });
    const { findingOfReplay } = await import("./refactor/recorded-task.ts");
    const finding = findingOfReplay(replay, id);
    return finding === undefined ? verdict : withFinding(verdict, finding);
  }

  async #replayOf(
    { subject: { id, message, parents, isMerge } }: CommitChangeSet,
    terms: Pick<Terms, "project"> | undefined,
  ): Promise<Awaited<ReturnType<TaskReplay["replay"]>> | undefined> {
    const tasks = isMerge ? [] : recordedTasks(message);
    if (tasks.length === 0 || terms === undefined) return undefined;
    const replay = await (await this.#replays()).replay(tasks, parents[0], id, terms.project);
    if (replay.kind === "equal") this.#reproduced.add(id);
    return replay;
  }

  /** Few commits record a task, so it is loaded for those that do. */
  #replays(): Promise<TaskReplay> {
    this.#replay ??= import("./refactor/task-replay.ts").then(({ TaskReplay }) => new TaskReplay(this.#repo));
    return this.#replay;
  }

  /** The policy that holds in the places where these lines go. */
  async #policyBefore(lines: readonly Lineage[]): Promise<Policy | undefined> {
    for (const { before } of lines) {
      const policy = before === undefined ? undefined : await this.#policies.at(before);
      if (policy !== undefined) return policy;
    }
    return undefined;
  }

  async #policyOfRange({ base, tip }: CommitRange, mainLine: ObjectId | undefined): Promise<Policy> {
    if (this.#options.policy !== undefined) return this.#options.policy;
    for (const place of [base, mainLine, tip]) {
      const policy = place === undefined ? undefined : await this.#policies.at(place);
      if (policy !== undefined) return policy;
    }
    return await this.#inForce();
  }

  #inForce(): Promise<Policy> {
    this.#fallback ??= policyInForce(this.#repo).then(({ policy }) => policy);
    return this.#fallback;
  }
}
