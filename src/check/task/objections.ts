// What speaks against a task that somebody adds on an agent's branch: that it exists already, that it widens what the policy allows, and what
// the checklist leaves open.
import { isUnder, matchesAny } from "../../base/glob.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { list } from "../../base/wording.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ObjectId, Source } from "../../model/change.ts";
import { CannotLook } from "../../model/failure.ts";
import type { Manifest } from "../../model/pipeline.ts";
import type { Task } from "../../model/task.ts";
import type { TaskObjection } from "../../modules/facts.ts";
import type { Policy } from "../../policy/policy.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import { fenceOf } from "../../task/fence-of.ts";
import { namesDocument } from "../../task/layer-of.ts";
import { codeOfFile } from "../../task/task-file.ts";
import { namingFaults } from "../conformance/manifest-faults.ts";
import { pathsMadeBy } from "../conformance/reach.ts";
import { TaskFiles } from "../task-files.ts";
import { checkTask } from "./check-task.ts";
import { KeptTasks } from "./kept-tasks.ts";

export interface OfferedTask {
  readonly path: string;
  /** Of the change that adds it. */
  readonly source: Source;
  readonly parent: ObjectId | undefined;
  readonly branches: readonly string[];
  readonly policy: Policy;
}

export async function objectionsTo(
  repo: Repository,
  offered: OfferedTask,
): Promise<readonly TaskObjection[]> {
  const { path, source, parent } = offered;
  const entry = (await source.entries("after", [path])).get(path);
  if (entry === undefined) return [];
  const lines = { kind: "binary" } as const;
  const files = new TaskFiles(repo, {
    parent: undefined,
    after: { kind: "changes", files: [{ kind: "added", path, after: entry, lines }] },
    top: undefined,
  });
  const code = codeOfFile(path);
  try {
    const manifest = code === undefined ? await files.soundManifest(path) : undefined;
    const found =
      code === undefined
        ? (manifest?.phases.map(({ task }) => task) ?? [])
        : [await files.find(code)].flatMap((task) => task ?? []);
    if (found.length === 0) return [{ message: "it holds no task", next: "write one: arkitekt task new" }];
    const kept = new KeptTasks(repo, parent, [], undefined);
    const all = manifest === undefined ? [] : namingObjections(manifest);
    const made: RepoPath[] = [];
    for (const task of found) {
      all.push(...(await objectionsToTask(repo, task, kept, offered, made)));
      made.push(...pathsMadeBy(task));
    }
    return all;
  } catch (error) {
    if (!(error instanceof CannotLook) || error.failure.kind !== "bad-task") throw error;
    const { message, next = "mend it" } = error.failure;
    return [{ message, next }];
  }
}

function namingObjections(manifest: Manifest): TaskObjection[] {
  return manifest.phases.flatMap((_, at) =>
    namingFaults(manifest, at).map(({ message, next = "mend it there" }) => ({ message, next })),
  );
}

async function objectionsToTask(
  repo: Repository,
  task: Task,
  kept: KeptTasks,
  { source, branches, policy }: OfferedTask,
  made: readonly RepoPath[],
): Promise<readonly TaskObjection[]> {
  if ((await kept.find(task.code)) !== undefined)
    return [{ message: `there is a task ${task.code} already`, next: "give it a code of its own" }];
  const entries = await source.list("after");
  const isThere = async (folder: string) => [...entries.keys()].some((path) => path.startsWith(`${folder}/`));
  const fence = (await fenceOf(task, isThere)) ?? [];
  const place = { tree: undefined, policy, entries, notes: [] };
  const { points } = await checkTask({ repo, policy }, task, place, made);
  const open = points.filter(({ isMet }) => !isMet);
  return [
    ...widerFence(fence, policy, branches),
    ...documents(fence, policy, branches),
    ...open.map(({ name, says, next }) => ({
      message: `${task.phase === undefined ? "" : `phase ${task.phase.name}: `}${name}: ${says[0] ?? ""}`,
      next: next[0] ?? "see: arkitekt task check",
    })),
  ];
}

function widerFence(
  fence: readonly string[],
  policy: Policy,
  branches: readonly string[],
): readonly TaskObjection[] {
  const { level, options } = settingFor(policy, "path-fence", { branches });
  const { roots } = options as { readonly roots: readonly string[] };
  if (level === "off" || roots.length === 0) return [];
  return fence
    .filter(
      (entry) =>
        !roots.some((root) => isUnder(plainPart(entry), root) || matchesAny([root], plainPart(entry))),
    )
    .map((entry) => ({
      message: `it reaches ${entry}, and the policy allows ${list([...roots], "and")} alone`,
      next: "keep its allowlist inside of that, or let somebody add it on a person's branch",
    }));
}

/** The folder that a glob can't leave; for a path, the path itself. */
function plainPart(entry: string): string {
  const plain = /^[^*?[\]{}()!+@\\]*/.exec(entry)?.[0] ?? "";
  return (plain === entry ? entry : plain.replace(/[^/]*$/, "")).replace(/\/+$/, "");
}

function documents(
  fence: readonly string[],
  policy: Policy,
  branches: readonly string[],
): readonly TaskObjection[] {
  const { level, options } = settingFor(policy, "docs-fence", { branches });
  const { files, allow } = options as {
    readonly files: readonly string[];
    readonly allow: readonly string[];
  };
  if (level === "off") return [];
  return fence
    .filter((entry) => namesDocument(entry) && asksFor(entry, files, allow))
    .map((entry) => ({
      message: `it asks for the document ${entry}, which agents may not change`,
      next: "take it out, or let somebody add the task on a person's branch",
    }));
}

function asksFor(entry: string, files: readonly string[], allow: readonly string[]): boolean {
  const samples = [entry, entry.replaceAll(/\{(\w+)[^}]*\}/g, "$1")].map((glob) =>
    glob.replaceAll(/\*+/g, "x").replaceAll("?", "x"),
  );
  return samples.some((sample) => matchesAny(files, sample) && !matchesAny(allow, sample));
}
