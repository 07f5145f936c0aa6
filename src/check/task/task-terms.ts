// What a change's task brings to its terms: its layer of settings, its claims, and what rules about tasks have to know.
import { Trees } from "../../git/objects/trees.ts";
import type { Repository } from "../../git/open/repository.ts";
import { isAgentBranch } from "../../model/agent-branch.ts";
import type { ObjectId } from "../../model/change.ts";
import { CannotLook, type Failure } from "../../model/failure.ts";
import { sameCode } from "../../model/task/task-at-hand.ts";
import type { Task } from "../../model/task.ts";
import { fenceOf } from "../../task/fence-of.ts";
import { layerOf } from "../../task/layer-of.ts";
import { type NamedBy, type NamedTask, namedTasks } from "../../task/named-tasks.ts";
import { phaseCode } from "../../task/task-file.ts";
import { TaskFiles } from "../task-files.ts";
import type { TaskQuestion } from "../task-question.ts";
import { NO_TASK, type TaskTerms } from "../terms-for.ts";
import { noSuchTask } from "./active-task.ts";
import { IgnoredTasks, KeptTasks } from "./kept-tasks.ts";
import { phaseOfCommit, saidTask } from "./phase-of-commit.ts";

/** The tasks of one look at a repository, however many changes are judged in it. */
export class TaskDesk {
  readonly #repo: Repository;
  #ignored: IgnoredTasks | undefined;
  #hasLooked = false;

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  /**
   * On an agent's branch the branch counts before the title, so that a title can't choose another fence; elsewhere the title does. What was
   * asked for by name must exist.
   */
  async termsFor(question: TaskQuestion): Promise<TaskTerms> {
    const { parent, branches, policy } = question;
    return {
      ...(await this.#termsFor(question)),
      objectionsTo: async (path, source) =>
        (await import("./objections.ts")).objectionsTo(this.#repo, {
          path,
          source,
          parent,
          branches,
          policy,
        }),
    };
  }

  async #termsFor(question: TaskQuestion): Promise<TaskTerms> {
    const { branches, policy, names, given } = question;
    const isAgent = isAgentBranch(branches, policy.project);
    const kept = await this.#keptFor(question);
    if (given !== undefined) return await this.#termsOf(given, "flag", question, kept, isAgent);
    const all = namedTasks({ ...names, phase: names.phase?.name, branches }, policy.project.agentBranches);
    const named = isAgent ? await inOrderOfAgents(all, kept) : all;
    for (const name of named) {
      const isSaid = name.by === "trailer" && names.phase !== undefined;
      const found = await (isSaid ? phaseOfCommit(names.phase, kept) : kept?.find(name.code));
      if (found?.kind === "task") return await this.#termsOf(found.task, name.by, question, kept, isAgent);
      if (found?.kind === "broken") return await brokenTerms(name, found.failure, kept, names.title);
      if (isAskedFor(name)) throw new CannotLook(await noSuchTask(name, this.#filesOf(question)));
    }
    const codes = (await kept?.codes()) ?? [];
    const task = codes.length === 0 ? undefined : { kept: codes, active: undefined };
    return { ...NO_TASK, code: names.title, task };
  }

  async #termsOf(
    task: Task,
    foundBy: NamedBy,
    { parent, names }: TaskQuestion,
    kept: KeptTasks | undefined,
    isAgent: boolean,
  ): Promise<TaskTerms> {
    const isThere = async (path: string) => (await this.#modeOf(parent, path)) === "40000";
    const fence = await fenceOf(task, isThere);
    const { code, constraints, source } = task;
    const phases = (await kept?.phasesOf(task)) ?? [];
    const series = phases.slice(0, (task.phase?.index ?? -1) + 1);
    const isIgnored = source.where === "disk" && foundBy !== "flag";
    const isPhase = names.phase !== undefined && phaseCode(names.phase.name) === code;
    // A phase that was carried out differently from what is tracked may do no more than both allow.
    const said = isPhase && source.where === "tree" ? saidTask(names.phase) : undefined;
    const mayWiden = source.where === "tree" || (!isAgent && source.where !== "trailer");
    return {
      layers: [
        layerOf(task, fence, mayWiden),
        ...(said === undefined ? [] : [layerOf(said, await fenceOf(said, isThere), false)]),
      ],
      claims: constraints.isMechanical
        ? [{ rule: "diff-budget", reason: "mechanical: the task says so" }]
        : [],
      task: {
        kept: await codesWith(code, kept),
        active: { kind: "task", code, foundBy, series, phases, task },
      },
      // The title of a phase's commit may name anything: what it is for stands in its trailer; and whoever makes one by hand titles it by the
      // phase's work, as the runner would.
      code: isPhase || isTitledByWork(task, names.title) ? code : (names.title ?? code),
      notes: isIgnored && source.path !== undefined ? [{ kind: "task-from-disk", path: source.path }] : [],
    };
  }

  /** Undefined where there is no folder for tasks, as in most repositories; then nothing more is asked. */
  async #keptFor({ parent, files }: TaskQuestion): Promise<KeptTasks | undefined> {
    if (!this.#hasLooked) this.#ignored = IgnoredTasks.of(this.#repo);
    this.#hasLooked = true;
    const isHeld = (await this.#modeOf(parent, FOLDER)) !== undefined;
    const isAsked = isHeld || this.#ignored !== undefined;
    if (typeof files === "function")
      return isAsked ? new KeptTasks(this.#repo, parent, await files(), this.#ignored) : undefined;
    const isBrought = files.some(({ path }) => path.startsWith(`${FOLDER}/`));
    return isAsked || isBrought ? new KeptTasks(this.#repo, parent, files, this.#ignored) : undefined;
  }

  /** The id of what a commit holds at a path. */
  async #modeOf(commit: ObjectId | undefined, path: string): Promise<string | undefined> {
    if (commit === undefined) return undefined;
    const { objects, objectFormat } = this.#repo;
    return (await new Trees(objects, objectFormat).node(commit, path))?.mode;
  }

  #filesOf({ parent }: TaskQuestion): TaskFiles {
    return new TaskFiles(this.#repo, { parent, after: undefined, top: this.#repo.top });
  }
}

const FOLDER = ".codex";

function isTitledByWork({ phase, kind }: Task, title: string | undefined): boolean {
  return phase !== undefined && kind !== undefined && title !== undefined && sameCode(title, kind);
}

function isAskedFor({ by }: NamedTask): boolean {
  return by === "flag" || by === "environment" || by === "use";
}

/** The branch counts before what a commit says about itself, except for a phase that comes along on the branch of another phase of its manifest. */
async function inOrderOfAgents(
  named: readonly NamedTask[],
  kept: KeptTasks | undefined,
): Promise<readonly NamedTask[]> {
  const by = (...finders: readonly NamedBy[]) => named.filter((name) => finders.includes(name.by));
  const [asked, branches, trailer] = [by("flag", "environment", "use"), by("branch"), by("trailer")];
  const isStacked = await comesAlong(trailer, branches, kept);
  const own = isStacked ? [...trailer, ...branches] : [...branches, ...trailer];
  return [...asked, ...own, ...by("title")];
}

async function comesAlong(
  [trailer]: readonly NamedTask[],
  branches: readonly NamedTask[],
  kept: KeptTasks | undefined,
): Promise<boolean> {
  if (trailer === undefined || kept === undefined) return false;
  for (const { code } of branches) {
    const found = await kept.find(code);
    if (found?.kind === "task" && (await kept.phasesOf(found.task)).includes(trailer.code)) return true;
  }
  return false;
}

async function brokenTerms(
  { code, by }: NamedTask,
  failure: Failure,
  kept: KeptTasks | undefined,
  title: string | undefined,
): Promise<TaskTerms> {
  const active = { kind: "broken", code, foundBy: by, series: [], phases: [], failure } as const;
  return { ...NO_TASK, code: title, task: { kept: await codesWith(code, kept), active } };
}

async function codesWith(code: string, kept: KeptTasks | undefined): Promise<readonly string[]> {
  return [...new Set([code, ...((await kept?.codes()) ?? [])])];
}
