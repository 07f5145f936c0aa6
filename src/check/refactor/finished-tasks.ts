// Finished stays finished: for a task whose file says so where a range begins, the proof-greps, the acceptance and the work itself still
// hold where it ends.
import { isUnder, matchesAny } from "../../base/glob.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { judge } from "../../gate/judge.ts";
import { GitSource, listTree } from "../../git/objects/source.ts";
import { Trees } from "../../git/objects/trees.ts";
import type { Repository } from "../../git/open/repository.ts";
import type { ChangeSet, Entry, FileChange, ObjectId } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Finding } from "../../model/finding.ts";
import { pathOf, WHOLE_CHANGE } from "../../model/place.ts";
import type { TaskLayer } from "../../model/task/task-layer.ts";
import type { Task } from "../../model/task.ts";
import { recordOf } from "../../refactor/read-refactoring.ts";
import { refactoringOf } from "../../refactor/refactoring-of.ts";
import { rules } from "../../rules/index.ts";
import { claimsOf } from "../../task/acceptance.ts";
import { fenceOf } from "../../task/fence-of.ts";
import { grepSetting } from "../../task/layer-of.ts";
import { ifReadable } from "../task/if-readable.ts";
import { TaskFiles } from "../task-files.ts";
import { NO_TASK, termsFor } from "../terms-for.ts";
import type { RangeOfTasks } from "./range-of-tasks.ts";

export async function finishedTasks(repo: Repository, range: RangeOfTasks): Promise<readonly Finding[]> {
  const { base } = range;
  const trees = new Trees(repo.objects, repo.objectFormat);
  if (base === undefined || (await trees.node(base, ".codex")) === undefined) return [];
  const findings: Finding[] = [];
  for (const task of await doneAt(repo, base)) {
    const fence = await fenceOf(task, async (folder) => (await trees.node(base, folder))?.mode === "40000");
    const isInside = (path: RepoPath) =>
      fence === undefined || fence.some((entry) => isUnder(path, entry) || matchesAny([entry], path));
    if (!range.files.some((file) => changedPaths(file).some(isInside))) continue;
    findings.push(...(await brokenAgain(repo, task, isInside, { ...range, base })));
  }
  return findings;
}

/** A file that can't be read any more says nothing about being done. */
async function doneAt(repo: Repository, base: ObjectId): Promise<readonly Task[]> {
  const files = new TaskFiles(repo, { parent: base, after: undefined, top: undefined });
  const tasks: Task[] = [];
  for (const code of await files.codes()) {
    const task = await ifReadable(() => files.find(code));
    if (task?.isDone) tasks.push(task);
  }
  for (const manifest of await files.manifests())
    tasks.push(...((await ifReadable(() => files.phases(manifest))) ?? []).filter(({ isDone }) => isDone));
  return tasks;
}

type RangeWithBase = RangeOfTasks & { readonly base: ObjectId };

async function brokenAgain(
  repo: Repository,
  task: Task,
  isInside: (path: RepoPath) => boolean,
  range: RangeWithBase,
): Promise<readonly Finding[]> {
  const work = await undoneWork(task, range);
  const { policy, branches, today } = range;
  const layer = layerFor(task);
  const held = rules.filter(({ id }) => Object.hasOwn(layer.rules, id));
  if (held.length === 0) return work;
  const terms = termsFor(policy, branches, today, [], { ...NO_TASK, layers: [layer] });
  const change = await insideOf(repo, range, isInside);
  const verdict = await judge(change, { ...terms, rules: held });
  const broken = verdict.findings.filter(
    ({ level, standing }) => level === "error" && standing.kind === "new",
  );
  return [
    ...work,
    ...broken.map(
      ({ rule, place, message, details }): Finding => ({
        place: pathOf(place) === undefined ? WHOLE_CHANGE : place,
        message: `${task.code} is finished, and what it has proved does not hold any more: ${rule}: ${message}`,
        ...(details === undefined ? {} : { details }),
        hint: 'mend it, or take up the task again: a commit of its own, by people, takes its "done" back',
      }),
    ),
  ];
}

/** Its proof-greps, and the rules that prove lines of its acceptance by the state of files: not by those about a change. */
function layerFor({ acceptance, proofGreps }: Task): TaskLayer {
  const proving = acceptance
    .flatMap(claimsOf)
    .flatMap(({ rule }) => (rule !== undefined && STATES.has(rule) ? [rule] : []));
  return {
    origin: "task",
    rules: {
      ...Object.fromEntries(proving.map((rule) => [rule, { level: "error" as const, options: {} }])),
      ...(proofGreps.length === 0 ? {} : { "proof-grep": grepSetting(proofGreps) }),
    },
  };
}

const STATES: ReadonlySet<string> = new Set([
  "require-graph",
  "lua-parse",
  "purity-fence",
  "retired-namespace",
  "require-separators",
  "canonical-shape",
  "numeric-fields",
  "require-fence",
  "no-globals",
  "no-require-effects",
  "unmet-exports",
  "shim-surface",
  "shim-header",
  "shim-expiry",
]);

/** The tree where the range ends, as far as the task reaches; what stood there where it begins is not new. */
async function insideOf(
  repo: Repository,
  { base, tip, branches, files }: RangeWithBase,
  isInside: (path: RepoPath) => boolean,
): Promise<ChangeSet> {
  const touched = files.filter((file) => changedPaths(file).some(isInside));
  const before = async () => await treeOf(repo, base, branches, isInside);
  const after = await treeOf(repo, tip, branches, isInside, base);
  return { ...after, since: { files: touched, before } };
}

async function treeOf(
  repo: Repository,
  id: ObjectId,
  branches: readonly string[],
  isInside: (path: RepoPath) => boolean,
  base?: ObjectId,
): Promise<ChangeSet> {
  const files = [...(await listTree(repo, id))].filter(([path]) => isInside(path)).map(added);
  const source = new GitSource(repo, base === undefined ? { kind: "nothing" } : { kind: "tree", id: base }, {
    kind: "tree",
    id,
  });
  return { subject: { kind: "tree", id }, branches, files, source };
}

function added([path, after]: readonly [RepoPath, Entry]): FileChange {
  const lines = { kind: "text", added: [{ start: 1, end: Number.MAX_SAFE_INTEGER }], addedLoc: 0 } as const;
  return { kind: "added", path, after, lines };
}

/** A task that can be done again changes nothing; where it did so before, nobody here is to blame. */
async function undoneWork(
  task: Task,
  { replay, base, tip, policy }: RangeWithBase,
): Promise<readonly Finding[]> {
  const refactoring = refactoringOf(task);
  if (!refactoring.ok || refactoring.value === undefined) return [];
  const record = recordOf(refactoring.value);
  const replays = await replay();
  const again = await replays.again(record, tip, policy.project);
  if (again.kind === "equal") return [];
  const before = await replays.again(record, base, policy.project);
  if (before.kind === again.kind) return [];
  if (again.kind === "impossible")
    return [
      {
        place: WHOLE_CHANGE,
        message: `whether ${task.code}, which is finished, is still done is unknown: ${again.why}`,
        hint: "look at it by hand",
        atMost: "warn",
      },
    ];
  return [
    {
      place: WHOLE_CHANGE,
      message: `${task.code} is finished, and done again it would change ${again.paths} file${again.paths === 1 ? "" : "s"} more`,
      details: [record, ...again.diff],
      hint: "commit what it makes: shown is what that changes",
    },
  ];
}
