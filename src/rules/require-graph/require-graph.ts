import type { RepoPath } from "../../base/repo-path.ts";
import type { FileChange } from "../../model/change.ts";
import type { Facts } from "../../modules/facts.ts";
import { importerSearch } from "../../modules/importers.ts";
import { isLua, isOwnLua } from "../../modules/lua-files.ts";
import { ModuleLookup } from "../../modules/module-lookup.ts";
import { incremental, type SoFar } from "../../rule/incremental.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
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
  facet: "step",
  options: { type: "object", additionalProperties: false, properties: {} },
  defaults: {},
  ...incremental(look),
};

/** Goes as far as the facts reach; what is missing becomes the next needs. */
function look(scene: ChangeScene<unknown>, facts: Facts): SoFar {
  const { change, project } = scene;
  const files = change.files.filter(
    ({ path }) => isOwnLua(path, project) && scene.optionsFor(path) !== undefined,
  );
  const removed = change.files.flatMap(removedPath).filter((path) => isLua(path, project));
  if (files.length === 0 && removed.length === 0) return { findings: [], needs: [] };
  const sides: Sides = {
    before: new ModuleLookup("before", project, facts),
    after: new ModuleLookup("after", project, facts),
  };
  const changed = files.flatMap((file) => loaded(file, sides));
  const list = facts.list("after");
  const lost = unresolved(changed, removed, sides, project, list);
  return {
    findings: [
      ...leftovers(removed, changed, sides, scene, facts),
      ...lost.findings,
      ...newCycles(changed, change.files, sides),
    ],
    needs: [
      ...sides.before.needs,
      ...sides.after.needs,
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
