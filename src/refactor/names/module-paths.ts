// Which file a module name leads to in a tree, and through which folder.
import type { ByteText } from "../../base/byte-text.ts";
import { dotted } from "../../base/dotted.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { candidates, type ModuleRoot, namesOf } from "../../lua/facts/module-names.ts";
import type { Project } from "../../model/project.ts";
import { folderOf } from "../../modules/importers.ts";
import { isDeclaredOutside, isFromHost } from "../../modules/module-lookup.ts";
import { rootsFor } from "../../modules/module-roots.ts";

export interface Led {
  readonly path: RepoPath;
  /** The module root below which it was found; undefined if it lies beside the file that names it. */
  readonly root: ModuleRoot | undefined;
  /** Another file with that name beside it: seen from another folder, or by another host, it would be that one. */
  readonly rival?: RepoPath;
}

/** What stands before the name itself: `./`, or a dot or slash that the loader ignores. Empty for other names. */
export function startOfPath(name: ByteText): string {
  return /^(?:(?:\.[/\\])+|[/\\]+|\.)(?=[^./\\])/.exec(name)?.[0] ?? "";
}

export class ModulePaths {
  readonly #project: Project;
  readonly #has: (path: RepoPath) => boolean;

  constructor(has: (path: RepoPath) => boolean, project: Project) {
    this.#has = has;
    this.#project = project;
  }

  /** Where names start for a file, the likeliest first. */
  roots(from: RepoPath): readonly ModuleRoot[] {
    return rootsFor(from, this.#project.lua);
  }

  /** Where `name` leads if a file at `from` requires it. */
  lead(name: ByteText, from: RepoPath): Led | undefined {
    // The host's own come first, even where a file has the same name.
    if (isFromHost(name, this.#project)) return undefined;
    const beside = this.#beside(name, from);
    for (const root of this.roots(from)) {
      const path = candidates(name, [root]).find((each) => this.#has(each));
      if (path === undefined) continue;
      return beside === undefined || beside === path ? { path, root } : { path, root, rival: beside };
    }
    return beside === undefined ? undefined : { path: beside, root: undefined };
  }

  /** The same, even for a name that is written as a path. */
  leadAsWritten(name: ByteText, from: RepoPath): Led | undefined {
    return this.lead(name, from) ?? this.lead(name.slice(startOfPath(name).length) as ByteText, from);
  }

  /** What, by the policy, comes from outside is not looked for there; `net/cqueues.lua` that requires "cqueues" means the library, not itself. */
  #beside(name: ByteText, from: RepoPath): RepoPath | undefined {
    if (isDeclaredOutside(name, this.#project)) return undefined;
    const path = candidates(name, [folderOf(from)]).find((each) => this.#has(each));
    if (path !== from) return path;
    return namesOf(path, this.roots(path)).some((each) => each === dotted(name)) ? path : undefined;
  }
}
