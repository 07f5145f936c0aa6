// The task of a change, for those who judge one. Most repositories keep no tasks: there it costs one look at a folder.
import type { RepoPath } from "../base/repo-path.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Repository } from "../git/open/repository.ts";
import { usedTask } from "../git/open/used-task.ts";
import type { ObjectId } from "../model/change.ts";
import { changedPaths } from "../model/changed-paths.ts";
import { isFolder } from "../system/folders.ts";
import type { TaskDesk } from "./task/task-terms.ts";
import type { TaskNames, TaskQuestion } from "./task-question.ts";
import { NO_TASK, type TaskTerms } from "./terms-for.ts";

/** What names the task of the next commit in this working tree. */
export function namesHere(repo: Repository): TaskNames {
  return { environment: repo.git.env["ARKITEKT_TASK"], use: usedTask(repo) };
}

/** Answers for one look at a repository, however many changes are judged in it. */
export class TaskLookup {
  readonly #repo: Repository;
  readonly #isOnDisk: boolean;
  /** Which commits have a folder for tasks: where a commit does not touch it, it has what its parent has. */
  readonly #known = new Map<ObjectId, boolean>();
  #desk: Promise<TaskDesk> | undefined;

  constructor(repo: Repository) {
    this.#repo = repo;
    this.#isOnDisk = repo.top !== undefined && isFolder(`${repo.top}/${FOLDER}`);
  }

  async termsFor(question: TaskQuestion): Promise<TaskTerms> {
    const { flag, environment, use, title, phase } = question.names;
    const isAskedFor = [flag, environment, use, phase, question.given].some((name) => name);
    if (!isAskedFor && !(await this.#mayKeep(question))) return { ...NO_TASK, code: title };
    const repo = this.#repo;
    this.#desk ??= import("./task/task-terms.ts").then((part) => new part.TaskDesk(repo));
    return await (await this.#desk).termsFor(question);
  }

  async #mayKeep({ parent, commit, files }: TaskQuestion): Promise<boolean> {
    if (this.#isOnDisk) return true;
    if (typeof files !== "function" && files.some((file) => changedPaths(file).some(isInTaskFolder)))
      return true;
    const isHeld = parent !== undefined && (await this.#hasFolder(parent));
    if (commit !== undefined) this.#known.set(commit, isHeld);
    return isHeld;
  }

  async #hasFolder(commit: ObjectId): Promise<boolean> {
    const known = this.#known.get(commit);
    if (known !== undefined) return known;
    const { objects, objectFormat } = this.#repo;
    const isHeld = (await new Trees(objects, objectFormat).node(commit, FOLDER)) !== undefined;
    this.#known.set(commit, isHeld);
    return isHeld;
  }
}

const FOLDER = ".codex";

export function isInTaskFolder(path: RepoPath): boolean {
  return path === FOLDER || path.startsWith(`${FOLDER}/`);
}
