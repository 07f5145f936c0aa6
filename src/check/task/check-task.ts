// The playbook's operator checklist, answered for a task point by point.

import type { RepoPath } from "../../base/repo-path.ts";
import type { TaskChecklist } from "../../model/task/task-report.ts";
import type { Task } from "../../model/task.ts";
import { isOwnLua } from "../../modules/lua-files.ts";
import { RequireReader } from "../../modules/require-map.ts";
import { fenceOf } from "../../task/fence-of.ts";
import { branchOfTask } from "../../task/named-tasks.ts";
import { type LuaFilesAt, lookAt, readLua } from "../lua-files.ts";
import { allowlistPoint } from "./points/allowlist.ts";
import { budgetPoint } from "./points/budget.ts";
import { conformancePoint } from "./points/conformance.ts";
import { proofGrepsPoint } from "./points/proof-greps.ts";
import { rollbackPoint } from "./points/rollback.ts";
import type { ChecklistScene } from "./points/scene.ts";
import { shimPoint } from "./points/shim.ts";
import type { TasksHere } from "./tasks-here.ts";

/** `given` is where its files are looked for: the index when left out. `made` are, for a phase, paths that will exist by then. */
export async function checkTask(
  { repo, policy }: Pick<TasksHere, "repo" | "policy">,
  task: Task,
  given?: LuaFilesAt,
  made: readonly RepoPath[] = [],
): Promise<TaskChecklist> {
  const place = given ?? (await lookAt(repo, repo.isBare ? "HEAD" : undefined));
  const paths = [...new Set([...place.entries.keys(), ...made])];
  const folders = new Set(paths.flatMap(foldersOf));
  const scene: ChecklistScene = {
    task,
    policy,
    branch: branchOfTask(task.code, policy.project.agentBranches),
    fence: await fenceOf(task, async (folder) => folders.has(folder)),
    paths,
    importers: task.from === undefined ? [] : await importersOf(task.from, repo, place),
  };
  const ofAll = [allowlistPoint, budgetPoint, shimPoint, proofGrepsPoint, rollbackPoint];
  const points = task.phase === undefined ? ofAll : [conformancePoint, ...ofAll];
  return { code: task.code, points: points.map((answer) => answer(scene)), warnings: task.warnings };
}

function foldersOf(path: string): readonly string[] {
  const segments = path.split("/");
  return segments.slice(0, -1).map((_, at) => segments.slice(0, at + 1).join("/"));
}

/** The files that require a module, which is named by its path or as code names it. */
async function importersOf(
  from: string,
  repo: TasksHere["repo"],
  place: LuaFilesAt,
): Promise<readonly string[]> {
  const reader = new RequireReader(place.policy.project, new Set(place.entries.keys()));
  const isOwn = (path: string) => isOwnLua(path, place.policy.project);
  for await (const { path, id, bytes } of readLua(repo, place, isOwn, () => {})) reader.read(path, id, bytes);
  const { files } = reader.map(undefined, []);
  const wanted = files.find(({ path, name }) => path === from || name === from)?.path;
  return files
    .filter(({ path, requires }) =>
      requires.some(
        ({ target, text }) =>
          (target.kind === "file" && target.path === wanted) || (text === from && path !== wanted),
      ),
    )
    .map(({ path }) => path);
}
