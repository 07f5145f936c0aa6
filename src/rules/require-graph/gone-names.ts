// The names of the modules that the change moves or deletes.
import type { ByteText } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { type ModuleRoot, namesOf, siblingNames } from "../../lua/facts/module-names.ts";
import type { Project } from "../../model/project.ts";
import { folderOf } from "../../modules/importers.ts";
import { rootsFor } from "../../modules/module-roots.ts";

/** Worked out once for all files that look for modules in the same places: a change may move hundreds, and touch as many that require them. */
export class GoneNames {
  readonly #removed: readonly RepoPath[];
  readonly #project: Project;
  readonly #byRoots = new Map<readonly ModuleRoot[], ReadonlyMap<string, RepoPath>>();
  #besides: ReadonlyMap<RepoPath, ReadonlyMap<ByteText, RepoPath>> | undefined;

  constructor(removed: readonly RepoPath[], project: Project) {
    this.#removed = removed;
    this.#project = project;
  }

  /** With dots, as a file knows them: where each module was. */
  knownTo(file: RepoPath): ReadonlyMap<string, RepoPath> {
    const roots = rootsFor(file, this.#project.lua);
    const known = this.#byRoots.get(roots);
    if (known !== undefined) return known;
    const names = this.#removed.flatMap((path) => namesOf(path, roots).map((name) => [name, path] as const));
    const made = new Map<string, RepoPath>(names);
    this.#byRoots.set(roots, made);
    return made;
  }

  /** Where the module was that a file in its folder can require by this name. */
  beside(file: RepoPath, name: ByteText): RepoPath | undefined {
    this.#besides ??= byFolder(this.#removed);
    return this.#besides.get(folderOf(file))?.get(name);
  }
}

/** The first of those that share a name. */
function byFolder(removed: readonly RepoPath[]): ReadonlyMap<RepoPath, ReadonlyMap<ByteText, RepoPath>> {
  const folders = new Map<RepoPath, Map<ByteText, RepoPath>>();
  for (const path of removed) {
    const names = folders.get(folderOf(path)) ?? new Map<ByteText, RepoPath>();
    folders.set(folderOf(path), names);
    for (const name of siblingNames(path)) if (!names.has(name)) names.set(name, path);
  }
  return folders;
}
