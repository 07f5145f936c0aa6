import type { RepoPath } from "../base/repo-path.ts";

/**
 * Where a policy can lie: cosmiconfig's places for the name `arkitekt`, in its order, without those that are programs. A
 * file without an ending is YAML, of which JSON is a part; in `package.json` it is the key `arkitekt`.
 */
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

/** What is looked for in a tree to find its policy. */
export const POLICY_LOOKS: readonly RepoPath[] = [...POLICY_PLACES, ".config"];

/** The places that are a policy and nothing else. */
export const POLICY_FILES: readonly RepoPath[] = POLICY_PLACES.filter((place) => place !== "package.json");

/** In bytes: far more than any policy needs. */
export const LARGEST_POLICY = 1024 * 1024;
