// The facts of the policy that describe the repository, as rules see them.

export interface Project {
  /** The folder that holds the code base; "" for the repository itself. */
  readonly root: string;
  readonly lua: {
    /** Globs of the files that are Lua. */
    readonly files: readonly string[];
    /** Folders that module names are resolved in. */
    readonly moduleRoots: readonly string[];
    readonly generated: readonly string[];
    /** Third-party code: parsed, resolved, never judged. */
    readonly vendored: readonly string[];
  };
  readonly namespace: { readonly canonical: string; readonly retired: readonly string[] };
  readonly features: { readonly root: string; readonly layers: readonly string[] };
  /** Globs of the files that must stay free of the host's API. */
  readonly pure: readonly string[];
  readonly agentBranches: readonly string[];
}
