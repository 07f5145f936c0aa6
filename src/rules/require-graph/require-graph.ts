import type { RepoPath } from "../../base/repo-path.ts";
import type { FileChange } from "../../model/change.ts";
import { importerSearch } from "../../modules/importers.ts";
import { isLua, isOwnLua } from "../../modules/lua-files.ts";
import { ModuleLookup } from "../../modules/module-lookup.ts";
import { bySurvey, type Survey } from "../../rule/incremental.ts";
import type { Answers, ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { newCycles } from "./cycles.ts";
import { leftovers } from "./leftovers.ts";
import type { Changed, Sides } from "./sides.ts";
import { unresolved } from "./unresolved.ts";

/**
 * The requires of the repository hold together (playbook, "Proof-greps": require graph health): nothing requires what the
 * change moves or deletes, no new require leads nowhere, and no new one closes a circle of modules that load each other.
 */
export const requireGraph: ChangeRule<Record<string, never>> = {
  id: "require-graph",
  kind: "change",
  summary: "every require finds its module, and no new one closes a circle",
  subjects: ["staged", "commit"],
  options: { type: "object", additionalProperties: false, properties: {} },
  defaults: {},
  ...bySurvey(survey),
};

/** Goes as far as the answers reach; what is missing becomes the next questions. */
function survey(scene: ChangeScene<unknown>, answers: Answers): Survey {
  const { change, project } = scene;
  const files = change.files.filter(
    ({ path }) => isOwnLua(path, project) && scene.optionsFor(path) !== undefined,
  );
  const removed = change.files.flatMap(removedPath).filter((path) => isLua(path, project));
  if (files.length === 0 && removed.length === 0) return { findings: [], questions: [] };
  const sides: Sides = {
    before: new ModuleLookup("before", project, answers),
    after: new ModuleLookup("after", project, answers),
  };
  const changed = files.flatMap((file) => loaded(file, sides));
  const list = answers.list("after");
  const lost = unresolved(changed, removed, sides, project, list);
  return {
    findings: [
      ...leftovers(removed, changed, sides, scene, answers),
      ...lost.findings,
      ...newCycles(changed, change.files, sides),
    ],
    questions: [
      ...sides.before.questions,
      ...sides.after.questions,
      ...importerSearch(removed, project),
      ...(lost.needsList && list === undefined ? [{ kind: "list", side: "after" } as const] : []),
    ],
  };
}

/** Nothing until both sides are read: half a comparison would call everything new. */
function loaded(change: FileChange, { before, after }: Sides): Changed[] {
  if (change.kind === "deleted") return [];
  const file = after.file(change.path);
  const oldPath = change.kind === "renamed" ? change.from : change.path;
  const hadText = change.kind === "modified" || change.kind === "renamed";
  const old = hadText ? before.file(oldPath) : undefined;
  return file === undefined || (hadText && old === undefined) ? [] : [{ file, old }];
}

function removedPath(file: FileChange): RepoPath[] {
  if (file.kind === "deleted") return [file.path];
  return file.kind === "renamed" ? [file.from] : [];
}
