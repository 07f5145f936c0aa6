// Where tasks lie: in what a change stands on, in the change itself, and last on the disk, where Git ignores them in some repositories.
import { join } from "node:path";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { listIndex } from "../git/objects/index-list.ts";
import { Trees } from "../git/objects/trees.ts";
import type { Repository } from "../git/open/repository.ts";
import type { Entry, FileChange, ObjectId } from "../model/change.ts";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import type { Manifest } from "../model/pipeline.ts";
import type { Task, TaskSource } from "../model/task.ts";
import { namesIn } from "../system/folders.ts";
import { readRegularFile } from "../system/regular-file.ts";
import { isBlocked } from "../system/working-files.ts";
import { type ReadManifest, readManifest } from "../task/read-manifest.ts";
import { LARGEST_TASK, readTask } from "../task/read-task.ts";
import { taskFailure } from "../task/task-fault.ts";
import { codeFault, codeOfFile, TASK_FOLDER, taskFile } from "../task/task-file.ts";

export interface TaskPlaces {
  /** What the change stands on: `HEAD`, or a parent. */
  readonly parent: ObjectId | undefined;
  /** The change itself. */
  readonly after:
    | { readonly kind: "tree"; readonly id: ObjectId }
    | { readonly kind: "index" }
    /** As far as it differs from what it stands on. */
    | { readonly kind: "changes"; readonly files: readonly FileChange[] }
    | undefined;
  /** The working tree; undefined where only objects count. */
  readonly top: string | undefined;
}

interface TaskText {
  readonly bytes: Buffer;
  readonly source: TaskSource;
}

/** The tasks of one look at a repository; what can't be read is `CannotLook`, and never taken for missing. */
export class TaskFiles {
  readonly #repo: Repository;
  readonly #places: TaskPlaces;
  readonly #trees: Trees;

  constructor(repo: Repository, places: TaskPlaces) {
    this.#repo = repo;
    this.#places = places;
    this.#trees = new Trees(repo.objects, repo.objectFormat);
  }

  /** The task with a code: a file, or a phase of a manifest; undefined if there is none. */
  async find(code: string): Promise<Task | undefined> {
    if (codeFault(code) !== undefined) return undefined;
    const text = await this.#text(taskFile(code));
    if (text !== undefined) {
      const task = readTask(text.bytes, { code, source: text.source });
      if (task.ok) return task.value;
      throw new CannotLook(taskFailure(task.error));
    }
    return code.startsWith("phase-") ? await this.#phase(code) : undefined;
  }

  /** Whether a file lies in any of the places, whatever it holds. */
  async holds(path: RepoPath): Promise<boolean> {
    return (await this.#text(path)) !== undefined;
  }

  /** The codes of every task that is a file, sorted. */
  async codes(): Promise<readonly string[]> {
    const names = await this.#names(TASK_FOLDER);
    const codes = names.flatMap((name) => codeOfFile(`${TASK_FOLDER}/${name}`) ?? []);
    return [...new Set(codes)].sort();
  }

  /** Every manifest, by its path. */
  async manifests(): Promise<readonly RepoPath[]> {
    const names = await this.#names(FOLDER);
    const manifests = names.filter((name) => /^pipeline(?:-[^/]+)?\.json$/.test(name));
    return [...new Set(manifests)].sort().map((name) => `${FOLDER}/${name}`);
  }

  /** What a file holds, whichever of the places it lies in. */
  async bytes(path: RepoPath): Promise<Buffer | undefined> {
    return (await this.#text(path))?.bytes;
  }

  /** A manifest with all its faults; undefined where there is none, and `CannotLook` for what is not JSON. */
  async manifest(path: RepoPath): Promise<ReadManifest | undefined> {
    const text = await this.#text(path);
    if (text === undefined) return undefined;
    const read = readManifest(text.bytes, text.source);
    if (read.ok) return read.value;
    throw new CannotLook(taskFailure(read.error, "manifest"));
  }

  /** The tasks of a manifest that has no fault. */
  async phases(path: RepoPath): Promise<readonly Task[]> {
    return (await this.soundManifest(path))?.phases.map(({ task }) => task) ?? [];
  }

  /** A manifest without faults; undefined where there is none. */
  async soundManifest(path: RepoPath): Promise<Manifest | undefined> {
    const read = await this.manifest(path);
    const [fault] = read?.faults ?? [];
    if (fault !== undefined) throw new CannotLook(taskFailure(fault, "manifest"));
    return read?.manifest;
  }

  async #phase(code: string): Promise<Task | undefined> {
    for (const manifest of await this.manifests()) {
      const phase = (await this.phases(manifest)).find((task) => task.code === code);
      if (phase !== undefined) return phase;
    }
    return undefined;
  }

  async #text(path: RepoPath): Promise<TaskText | undefined> {
    const { parent, after, top } = this.#places;
    const held = parent === undefined ? undefined : await this.#inTree(parent, path);
    if (held !== undefined) return await this.#contents(path, held, "tree");
    const brought = after === undefined ? undefined : await this.#inChange(after, path);
    if (brought !== undefined) return await this.#contents(path, brought, "change");
    if (top === undefined) return undefined;
    if (isBlocked(top, path)) throw new CannotLook(noFile(path));
    const found = readRegularFile(join(top, path), path, LARGEST_TASK);
    if (found.kind === "missing") return undefined;
    if (found.kind === "file") return { bytes: found.bytes, source: { where: "disk", path } };
    throw new CannotLook(found.kind === "no-file" ? noFile(path) : tooLarge(path, found.size));
  }

  async #inTree(root: ObjectId, path: RepoPath): Promise<Entry | undefined> {
    return (await this.#trees.entries(root, [path])).get(path);
  }

  async #inChange(after: NonNullable<TaskPlaces["after"]>, path: RepoPath): Promise<Entry | undefined> {
    if (after.kind === "tree") return await this.#inTree(after.id, path);
    if (after.kind === "changes") {
      const change = after.files.find((file) => file.path === path);
      return change === undefined || change.kind === "deleted" ? undefined : change.after;
    }
    return (await listIndex(this.#repo, [path])).entries.get(path);
  }

  async #contents(path: RepoPath, { kind, id }: Entry, where: "tree" | "change"): Promise<TaskText> {
    if (kind === "symlink" || kind === "submodule") throw new CannotLook(noFile(path));
    const { bytes, size } = await this.#repo.objects.get(id, LARGEST_TASK);
    if (bytes === undefined) throw new CannotLook(tooLarge(path, size));
    return { bytes, source: { where, path } };
  }

  async #names(folder: RepoPath): Promise<readonly string[]> {
    const { parent, after, top } = this.#places;
    const names: string[] = [];
    if (parent !== undefined) names.push(...(await this.#trees.names(parent, folder)));
    if (after?.kind === "tree") names.push(...(await this.#trees.names(after.id, folder)));
    if (after?.kind === "index") {
      const { entries } = await listIndex(this.#repo, [folder]);
      names.push(...[...entries.keys()].map((path) => path.slice(folder.length + 1)));
    }
    if (after?.kind === "changes") {
      const below = after.files.filter(
        ({ path, kind }) => kind !== "deleted" && path.startsWith(`${folder}/`),
      );
      names.push(...below.map(({ path }) => path.slice(folder.length + 1)));
    }
    if (top !== undefined) names.push(...namesIn(join(top, folder)));
    return names;
  }
}

const FOLDER = ".codex";

function noFile(path: RepoPath): Failure {
  const next = "put the task itself there";
  return failure("bad-task", "this is a link or a folder; a task is a file", next, showPath(path));
}

function tooLarge(path: RepoPath, size: number): Failure {
  const message = `it has ${size} bytes; ${LARGEST_TASK} is the most`;
  return failure("bad-task", message, "is this the right file?", showPath(path));
}
