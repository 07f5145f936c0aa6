// The tasks that count for a change: those of what it stands on, those that it brings, and on the disk those that Git ignores.
import { ignoredPaths } from "../../git/changes/ignored-paths.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { FileChange, ObjectId } from "../../model/change.ts";
import { CannotLook, type Failure } from "../../model/failure.ts";
import type { Task } from "../../model/task.ts";
import { isFolder } from "../../system/folders.ts";
import { taskFile } from "../../task/task-file.ts";
import { TaskFiles } from "../task-files.ts";

/** A task that can't be read is reported as such: it exists all the same. */
export type FoundTask =
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "broken"; readonly failure: Failure };

export class KeptTasks {
  readonly #tracked: TaskFiles;
  readonly #ignored: IgnoredTasks | undefined;

  constructor(
    repo: Repository,
    parent: ObjectId | undefined,
    changes: readonly FileChange[],
    ignored: IgnoredTasks | undefined,
  ) {
    const files = changes.filter(({ path }) => path.startsWith(`${FOLDER}/`));
    this.#tracked = new TaskFiles(repo, { parent, after: { kind: "changes", files }, top: undefined });
    this.#ignored = ignored;
  }

  async find(code: string): Promise<FoundTask | undefined> {
    return (await findIn(this.#tracked, code)) ?? (await this.#ignored?.find(code));
  }

  /** The codes of all tasks and phases; a manifest that can't be read has none. */
  async codes(): Promise<readonly string[]> {
    return [...new Set([...(await codesIn(this.#tracked)), ...((await this.#ignored?.codes()) ?? [])])];
  }

  /** All phases of its manifest, by their codes; none for a task of its own. */
  async phasesOf({ phase, source: { path, where } }: Task): Promise<readonly string[]> {
    if (phase === undefined || path === undefined) return [];
    const files = where === "disk" ? this.#ignored?.files : this.#tracked;
    const phases = (await files?.phases(path)) ?? [];
    return phases.map(({ code }) => code);
  }
}

/** The tasks of a working tree that Git ignores. What is neither tracked nor ignored does not count yet. */
export class IgnoredTasks {
  readonly files: TaskFiles;
  readonly #repo: Repository;
  #ignored: ReadonlySet<string> | undefined;

  constructor(repo: Repository) {
    this.#repo = repo;
    this.files = new TaskFiles(repo, { parent: undefined, after: undefined, top: repo.top });
  }

  /** Undefined where there is no folder for them. */
  static of(repo: Repository): IgnoredTasks | undefined {
    return repo.top !== undefined && isFolder(`${repo.top}/${FOLDER}`) ? new IgnoredTasks(repo) : undefined;
  }

  async find(code: string): Promise<FoundTask | undefined> {
    const ignored = await this.#paths();
    if (ignored.size === 0) return undefined;
    if (ignored.has(taskFile(code))) return await findIn(this.files, code);
    const found = await findIn(this.files, code);
    const path = found?.kind === "task" ? found.task.source.path : undefined;
    return path !== undefined && ignored.has(path) ? found : undefined;
  }

  async codes(): Promise<readonly string[]> {
    return await codesIn(this.files, await this.#paths());
  }

  async #paths(): Promise<ReadonlySet<string>> {
    if (this.#ignored !== undefined) return this.#ignored;
    const paths = [...(await this.files.codes()).map(taskFile), ...(await this.files.manifests())];
    this.#ignored = ignoredPaths(this.#repo, paths);
    return this.#ignored;
  }
}

const FOLDER = ".codex";

async function findIn(files: TaskFiles, code: string): Promise<FoundTask | undefined> {
  try {
    const task = await files.find(code);
    return task && { kind: "task", task };
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-task")
      return { kind: "broken", failure: error.failure };
    throw error;
  }
}

async function codesIn(files: TaskFiles, among?: ReadonlySet<string>): Promise<readonly string[]> {
  const counts = (path: string) => among === undefined || among.has(path);
  const codes = (await files.codes()).filter((code) => counts(taskFile(code)));
  const phases: string[] = [];
  for (const manifest of (await files.manifests()).filter(counts)) {
    const read = await phasesIn(files, manifest);
    phases.push(...read.map(({ code }) => code));
  }
  return [...codes, ...phases];
}

async function phasesIn(files: TaskFiles, manifest: string): Promise<readonly Task[]> {
  try {
    return await files.phases(manifest);
  } catch (error) {
    if (error instanceof CannotLook && error.failure.kind === "bad-task") return [];
    throw error;
  }
}
