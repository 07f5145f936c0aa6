import type { RepoPath } from "../../base/repo-path.ts";
import { standsForModule } from "../../lua/facts/module-names.ts";
import type { FileChange } from "../../model/change.ts";
import type { Project } from "../../model/project.ts";
import { components } from "../../modules/components.ts";
import type { Facts } from "../../modules/facts.ts";
import { importerSearch } from "../../modules/importers.ts";
import { isLua, isOwnLua } from "../../modules/lua-files.ts";
import { isFromOutside, type LookupSides, ModuleLookup } from "../../modules/module-lookup.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { incremental, type SoFar } from "../../rule/incremental.ts";
import { NO_OPTIONS, type NoOptions } from "../../rule/no-options.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import type { Changed } from "./changed.ts";
import { newCycles } from "./cycles.ts";
import { GoneNames } from "./gone-names.ts";
import { leftovers } from "./leftovers.ts";
import { quickRequires } from "./quick-requires.ts";
import { settledFor } from "./settled.ts";
import { lostIn, unresolved } from "./unresolved.ts";

/**
 * The requires of the repository hold together (playbook, "Proof-greps": require graph health): nothing requires what the
 * change moves or deletes, no new require leads nowhere, and no new one makes a cycle of modules that load each other.
 */
export const requireGraph: ChangeRule<NoOptions> = {
  id: "require-graph",
  kind: "change",
  summary: "every require finds its module, and no new one makes a cycle",
  facet: "files",
  options: NO_OPTIONS,
  ...incremental(look),
};

/** Goes as far as the facts reach; what is missing becomes the next needs. */
function look(scene: ChangeScene<unknown>, facts: Facts): SoFar {
  const { change, project } = scene;
  const files = change.files.filter(
    ({ path }) => isOwnLua(path, project) && scene.optionsFor(path) !== undefined,
  );
  // For a commit's tree, what that commit deleted.
  const made = { ...change, files: (change.since ?? change).files };
  const removed = made.files
    .flatMap(removedPath)
    .filter((path) => isLua(path, project) || standsForModule(path));
  if (files.length === 0 && removed.length === 0) return { findings: [], needs: [] };
  const sides: LookupSides = {
    before: new ModuleLookup("before", project, facts),
    after: new ModuleLookup("after", project, facts),
  };
  const known = settledFor(scene, facts);
  const changed = known.changed.once(sides, () => files.flatMap((file) => loaded(file, sides)));
  const isWhole = change.subject.kind === "tree";
  const cycles = known.cycles.once(sides, () => [
    ...newCycles(isWhole ? mayCycle(changed, sides.after) : changed, change.files, sides),
  ]);
  const suspects = known.suspects.once(sides, () =>
    isWhole ? mayLack(changed, sides.after, project) : changed,
  );
  const names = new GoneNames(removed, project);
  const lost = known.lost.once(sides, () => lostIn(suspects, names, sides, project));
  const missing = unresolved(lost, suspects, sides, project, facts);
  const seen = { change: made, project, optionsFor: scene.optionsFor };
  const left = leftovers(removed, names, isWhole ? [] : changed, sides, seen, facts);
  return {
    findings: [...left.findings, ...missing.findings, ...cycles],
    needs: [
      ...sides.before.needs,
      ...sides.after.needs,
      ...importerSearch(removed, project),
      ...left.needs,
      ...missing.needs,
    ],
  };
}

/** For a whole tree, the files that are worth parsing: those in which something that looks like a require of a module of ours leads nowhere. */
function mayLack(changed: readonly Changed[], after: ModuleLookup, project: Project): Changed[] {
  return changed.filter(({ file }) =>
    quickRequires(file, after).some(
      (name) => after.resolve(name, file.path) === undefined && !isFromOutside(name, file.path, project),
    ),
  );
}

/** And those that lead to each other, taking everything that looks like a require for one. */
function mayCycle(changed: readonly Changed[], after: ModuleLookup): Changed[] {
  const targets = new Map(changed.map(({ file }) => [file.path, targetsOf(file, after)]));
  const component = components(targets.keys(), (path) => targets.get(path) ?? []);
  const sizes = new Map<number | undefined, number>();
  for (const number of component.values()) sizes.set(number, (sizes.get(number) ?? 0) + 1);
  return changed.filter(
    ({ file: { path } }) =>
      (sizes.get(component.get(path)) ?? 0) > 1 || targets.get(path)?.includes(path) === true,
  );
}

function targetsOf(file: SourceFile, after: ModuleLookup): RepoPath[] {
  return quickRequires(file, after).flatMap((name) => {
    const target = after.resolve(name, file.path);
    return target === undefined || target === "unknown" ? [] : [target];
  });
}

/** Nothing until both sides are read: half a comparison would call everything new. */
function loaded(change: FileChange, { before, after }: LookupSides): Changed[] {
  if (change.kind === "deleted") return [];
  const file = after.file(change.path);
  const oldPath = change.kind === "renamed" ? change.from : change.path;
  const hadText = change.kind === "modified" || change.kind === "renamed";
  const old = hadText ? before.file(oldPath) : undefined;
  if (file === undefined || (hadText && old === undefined)) return [];
  // Then it knows what it requires.
  if (old !== undefined) file.lua.isUnderOtherNames(old.lua);
  return [{ file, old }];
}

function removedPath(file: FileChange): RepoPath[] {
  if (file.kind === "deleted") return [file.path];
  return file.kind === "renamed" ? [file.from] : [];
}
