// Where a policy is looked for, and how what lies there is read.
import type { RepoPath } from "../../base/repo-path.ts";
import { POLICY_PLACES } from "../../model/policy-places.ts";
import type { PolicyFormat } from "../policy.ts";

/** Where other tools would look for a policy and we never do: a file there is an error, so that nobody relies on it. */
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
