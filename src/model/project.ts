// The facts of the policy that describe the repository, as rules see them.

import type { RepoPath } from "../base/repo-path.ts";
import type { FolderVersions } from "./lua-version.ts";
import type { Transform } from "./transform.ts";

/** Where spec requests lie in a repository, `<id>/` each, unless its policy names another folder. */
export const REQUESTS = "work/spec_requests";

export interface ModulePackage {
  /** `*` in it is any one folder. */
  readonly folder: string;
  /** Where names start, below that folder; "" for itself. */
  readonly roots: readonly string[];
}

export interface Project {
  /** The folder that holds the code base; "" for the repository itself. */
  readonly root: string;
  readonly lua: {
    /** Globs of the files that are Lua. */
    readonly files: readonly string[];
    /** Those files without an ending that a change touches and whose first line says that they are Lua. */
    readonly programs?: ReadonlySet<RepoPath>;
    readonly versions: FolderVersions;
    /** Folders that module names are resolved in; "" for the repository itself. */
    readonly moduleRoots: readonly string[];
    /** Folders that hold a package each. Its files look for modules there first; nobody else does. */
    readonly packages?: readonly ModulePackage[];
    /** First parts of module names that stand for a folder. */
    readonly aliases?: readonly { readonly name: string; readonly folder: RepoPath }[];
    readonly generated: readonly string[];
    /** Third-party code: parsed, resolved, never judged. */
    readonly vendored: readonly string[];
    /** Globs of the files that the host runs: they need not return a module. */
    readonly scripts: readonly string[];
    /** Whether a file that returns nothing and acts when it is loaded counts as one of those, wherever it lies. */
    readonly unlistedScripts?: boolean;
    /** Modules that come from outside the repository: `lfs`, `socket`, or `socket.*` for all below. */
    readonly externals: readonly string[];
  };
  /** The library's namespace, "" if there is none, and the names it had before. */
  readonly namespace: { readonly canonical: string; readonly retired: readonly string[] };
  /** A feature is a folder right below `root` ("" for the repository itself). */
  readonly features: { readonly root: string; readonly layers: readonly string[] };
  /** Globs of the files that must stay free of the host's API. */
  readonly pure: readonly string[];
  /** Globs of the branches that coding agents work on. */
  readonly agentBranches: readonly string[];
  /** The program that runs the code: the globals it declares, and the modules through which its API is required. */
  readonly host: { readonly globals: readonly string[]; readonly modules: readonly string[] };
  /** How far ahead the date of a new shim may lie, and whether there may be a new one at all. */
  readonly shims: { readonly maxDays: number; readonly forbid: boolean };
  /** Formatters and generators whose outputs a push must leave as they would be written again. */
  readonly transforms?: readonly Transform[];
  /** Where spec requests lie; `work/spec_requests` when left out. */
  readonly requests?: RepoPath;
  /** How a commit's title names its task: regular expressions with a group `code`, and titles that show it. */
  readonly taskCode: { readonly patterns: readonly string[]; readonly examples: readonly string[] };
}
