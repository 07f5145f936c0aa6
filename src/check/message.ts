import { once } from "../base/result.ts";
import { judge } from "../gate/judge.ts";
import { isClaim } from "../gate/proved-exceptions.ts";
import type { Terms } from "../gate/terms.ts";
import { joined } from "../gate/verdict.ts";
import { isMerging, noChange, stagedChangeSet } from "../git/changes/staged.ts";
import { readMessage } from "../git/message/read-message.ts";
import { branchesOf } from "../git/open/head.ts";
import type { Repository } from "../git/open/repository.ts";
import { isAgentBranch } from "../model/agent-branch.ts";
import type { ChangeSet, CommitMessage, Trailer } from "../model/change.ts";
import type { Verdict } from "../model/finding.ts";
import { type Override, overridesOf } from "../model/override.ts";
import { committedPhase, PHASE_TRAILERS } from "../model/task/phase-trailers.ts";
import { sameCode } from "../model/task/task-at-hand.ts";
import type { Policy } from "../policy/policy.ts";
import { mayOverride } from "../policy/resolve/may-override.ts";
import { policyInForce } from "../policy-source/in-force.ts";
import { rules } from "../rules/index.ts";
import { codeOfTitle } from "../rules/task-code.ts";
import { namesHere, TaskLookup } from "./task-of.ts";
import type { TaskNames } from "./task-question.ts";
import { type TaskTerms, termsFor } from "./terms-for.ts";

/** In bytes; as large as a commit that is judged may be. */
export const LARGEST_MESSAGE = 16 << 20;

export interface MessageVerdict {
  readonly verdict: Verdict;
  /** The overrides asked for that the policy allows here, and claims, which the gate proves. */
  readonly allowed: readonly Override[];
  /** Those that its trailers bring. */
  readonly typed: readonly Override[];
  /** What the commit has to say about its phase, which only this working tree holds. */
  readonly phase: readonly Trailer[];
}

interface MessageOptions {
  readonly today: string;
  readonly overrides: readonly Override[];
  /** What is staged is what the tasks at hand make of `HEAD`. */
  readonly isReproduced?: boolean;
  /** Used instead of the repository's own. */
  readonly policy?: Policy;
  /** The branches it is judged for; those that are checked out when left out. */
  readonly branches?: readonly string[];
}

/** Judges the message of the commit being made, by the policy of `HEAD`. `raw` is the message file as Git wrote it. */
export async function judgeMessage(
  repo: Repository,
  raw: string,
  options: MessageOptions,
): Promise<MessageVerdict> {
  const [message, policy] = await Promise.all([
    readMessage(repo, raw),
    options.policy ?? policyInForce(repo).then((found) => found.policy),
  ]);
  const { branches = branchesOf(repo.head) } = options;
  return {
    ...(await judgeWith(repo, message, policy, { ...options, branches })),
    typed: overridesOf(message),
    allowed: options.overrides.filter(
      (override) => isClaim(override, rules) || mayOverride(policy, override.rule, branches),
    ),
  };
}

async function judgeWith(
  repo: Repository,
  message: CommitMessage,
  policy: Policy,
  { today, overrides: asked, isReproduced = false, branches }: MessageOptions & Pick<ChangeSet, "branches">,
): Promise<Pick<MessageVerdict, "verdict" | "phase">> {
  // A trailer that was typed counts as it will at a push.
  const overrides = [...asked, ...overridesOf(message)];
  const termsWith = (task: TaskTerms): Terms => ({
    ...termsFor(policy, branches, today, overrides, task),
    isReproduced,
  });
  const title = codeOfTitle(message.title, policy.project.taskCode.patterns);
  const change = once(async () => ({ ...(await stagedChangeSet(repo)), branches }));
  const taskBy = taskFinder(repo, { policy, branches, files: async () => (await change()).files });
  const names = namesHere(repo);
  const task = await taskBy({ ...names, title, phase: committedPhase(message) });
  const subject = { kind: "message", isMerge: isMerging(repo), message } as const;
  // Only what belongs to a task has to say more about itself than a title.
  const isOfTask = task.task?.active !== undefined;
  // An agent's commit that belongs to no existing task may be the one that adds some.
  const mayAddTasks =
    isAgentBranch(branches, policy.project) && title !== undefined && isStrange(title, task.task?.kept);
  const ofMessage =
    isOfTask || mayAddTasks ? { ...(await change()), subject } : { ...noChange(repo, subject), branches };
  const verdict = await judge(ofMessage, termsWith(task));
  const phase = subject.isMerge ? [] : untoldPhase(task, message);
  if (subject.isMerge || title === undefined) return { verdict, phase };
  const left = rulesLeft(task, await taskBy(names));
  if (left.length === 0) return { verdict, phase };
  const terms = termsWith({ ...task, notes: [] });
  return { verdict: joined([verdict, await judge(await change(), { ...terms, rules: left })]), phase };
}

/** For a phase whose manifest Git ignores: a push and CI judge the commit by what it says itself. */
function untoldPhase({ task }: TaskTerms, message: CommitMessage): readonly Trailer[] {
  const active = task?.active?.kind === "task" ? task.active.task : undefined;
  if (active?.phase === undefined || active.source.where !== "disk") return [];
  const { name } = active.phase;
  const said = committedPhase(message);
  const payload = active.payload();
  if (payload === undefined || said?.payload === payload || (said !== undefined && said.name !== name))
    return [];
  return [
    { key: PHASE_TRAILERS.phase, value: name },
    { key: PHASE_TRAILERS.payload, value: payload },
  ];
}

function isStrange(title: string, kept: readonly string[] | undefined): boolean {
  return kept !== undefined && !kept.some((code) => sameCode(code, title));
}

interface Asking {
  readonly policy: Policy;
  readonly branches: readonly string[];
  files(): Promise<ChangeSet["files"]>;
}

function taskFinder(repo: Repository, asking: Asking) {
  const { head } = repo;
  const parent = head.kind === "unborn" ? undefined : head.id;
  const lookup = new TaskLookup(repo);
  return (names: TaskNames) => lookup.termsFor({ parent, names, ...asking });
}

/** What only the title tells could not be judged before there was one: the settings of its task, and the phase that it names. */
function rulesLeft(own: TaskTerms, before: TaskTerms): Terms["rules"] {
  const isOther = own.task?.active?.code !== before.task?.active?.code;
  const ids = new Set(isOther ? own.layers.flatMap((layer) => Object.keys(layer.rules)) : []);
  if (own.code !== before.code && /phase/i.test(own.code ?? "")) ids.add("shim-expiry");
  return rules.filter(({ id }) => ids.has(id));
}
