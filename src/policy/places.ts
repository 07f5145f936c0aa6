// Where a policy can lie: cosmiconfig's places under the name `arkitekt`, without those that are programs.
import type { RepoPath } from "../base/repo-path.ts";
import type { PolicyFormat } from "./policy.ts";

/** In cosmiconfig's order. A file without an ending is YAML, of which JSON is a part. */
export const POLICY_PLACES: readonly RepoPath[] = [
  "package.json",
  ".arkitektrc",
  ".arkitektrc.json",
  ".arkitektrc.yaml",
  ".arkitektrc.yml",
  ".config/arkitektrc",
  ".config/arkitektrc.json",
  ".config/arkitektrc.yaml",
  ".config/arkitektrc.yml",
];

/** Where other tools would look for a policy and we never do: one of these is an error, so that nobody relies on it. */
export const REFUSED_PLACES: readonly RepoPath[] = [
  ...["js", "ts", "cjs", "mjs", "jsonc", "json5", "toml"].flatMap((ending) => [
    `.arkitektrc.${ending}`,
    `.config/arkitektrc.${ending}`,
  ]),
  ...["js", "ts", "cjs", "mjs", "json"].map((ending) => `arkitekt.config.${ending}`),
];

/** Everything to ask a tree for before `readPolicy` is called. */
export const ALL_PLACES: readonly RepoPath[] = [...POLICY_PLACES, ...REFUSED_PLACES];

/** How the text of a policy is read; any file may be named on the command line. */
export function formatOf(path: RepoPath): PolicyFormat {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (name === "package.json") return "package";
  return name.endsWith(".json") ? "json" : "yaml";
}
