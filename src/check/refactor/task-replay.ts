// Recorded tasks, done again in a quarantine: on what a commit stands on they must give the commit, on the tip of a push nothing.
import { err, ok, type Result } from "../../base/result.ts";
import { changedEntries } from "../../git/changes/tree.ts";
import { emptyTree, type Repository } from "../../git/open/repository.ts";
import { indexFile } from "../../git/write/index-writer.ts";
import { type Quarantine, withQuarantine } from "../../git/write/quarantine.ts";
import type { ObjectId } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import { applySteps } from "../../patch/apply-steps.ts";
import { readRecord } from "../../refactor/read-refactoring.ts";
import { refactor } from "../../refactor/refactor.ts";
import type { Refactoring } from "../../refactor/refactoring.ts";
import { readFileIfThere } from "../../system/files.ts";
import { RefactoringTrees } from "./refactoring-trees.ts";

export type Replay =
  | { readonly kind: "equal" }
  /** The tree that the tasks make is another one. */
  | {
      readonly kind: "differs";
      readonly paths: number;
      readonly diff: readonly string[];
      /** They are already done there. */
      readonly isIdle: boolean;
    }
  /** They can't be read, or can't be done there. */
  | { readonly kind: "impossible"; readonly why: string };

export class TaskReplay {
  readonly #repo: Repository;
  readonly #trees = new RefactoringTrees();

  constructor(repo: Repository) {
    this.#repo = repo;
  }

  /** Whether `tasks`, one after the other, make `wanted` of what `base` holds. */
  async replay(
    tasks: readonly string[],
    base: ObjectId | undefined,
    wanted: ObjectId,
    project: Project,
  ): Promise<Replay> {
    return await withQuarantine(this.#repo, (room) => this.#inRoom(room, tasks, base, wanted, project));
  }

  /** Whether a task, done again on what it has made, changes nothing. What it should change and is gone by then needs no change. */
  async again(task: string, tip: ObjectId, project: Project): Promise<Replay> {
    return await withQuarantine(this.#repo, (room) => this.#inRoom(room, [task], tip, tip, project, true));
  }

  /** The same with what is staged. */
  async replayStaged(tasks: readonly string[], project: Project): Promise<Replay> {
    const { head } = this.#repo;
    const base = head.kind === "unborn" ? undefined : head.id;
    return await withQuarantine(this.#repo, async (room) => {
      room.fillIndex(readFileIfThere(indexFile(this.#repo)) ?? Buffer.alloc(0));
      const staged = await room.writeTree();
      return await this.#inRoom(room, tasks, base, staged, project);
    });
  }

  async #inRoom(
    room: Quarantine,
    tasks: readonly string[],
    base: ObjectId | undefined,
    wanted: ObjectId,
    project: Project,
    isAgain = false,
  ): Promise<Replay> {
    await room.readTree(base ?? emptyTree(this.#repo));
    const before = await room.writeTree();
    let tree = before;
    for (const text of tasks) {
      const task = readRecord(text);
      if (!task.ok) return { kind: "impossible", why: task.error };
      const made = await this.#doOne(room, tree, task.value, project, isAgain);
      if (!made.ok) return { kind: "impossible", why: made.error };
      tree = made.value;
    }
    return await compare(room, tree, wanted, tree === before);
  }

  async #doOne(
    room: Quarantine,
    tree: ObjectId,
    task: Refactoring,
    project: Project,
    isAgain: boolean,
  ): Promise<Result<ObjectId, string>> {
    const { patch, stops } = refactor(await this.#trees.read(room.repo, tree, project), task);
    const [stop] = isAgain ? stops.filter(({ contract }) => contract?.kind !== "missing-file") : stops;
    if (stop !== undefined) return err(stop.message);
    const applied = await applySteps(room, tree, patch, true);
    return applied.ok
      ? ok(await applied.value.tree())
      : err(applied.error[0]?.message ?? "it does not apply");
  }
}

async function compare(room: Quarantine, made: ObjectId, wanted: ObjectId, isIdle: boolean): Promise<Replay> {
  const changes = await changedEntries(room.repo, made, wanted);
  if (changes.length === 0) return { kind: "equal" };
  // The difference from what is there to what the task makes.
  const { stdout } = await room.repo.detached.run([...DIFF, wanted, made]);
  return { kind: "differs", paths: changes.length, diff: linesOf(stdout), isIdle };
}

const DIFF = [
  "diff-tree",
  "-r",
  "-p",
  "-M",
  "-U0",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--src-prefix=a/",
  "--dst-prefix=b/",
];
const MOST_LINES = 24;

function linesOf(diff: Buffer): readonly string[] {
  const lines = diff
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "" && !/^(?:index|similarity|diff --git) /.test(line));
  return lines.length <= MOST_LINES
    ? lines
    : [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more lines`];
}
