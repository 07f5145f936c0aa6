import { matchesAny } from "../base/glob.ts";

/** Where code lies besides branches: tags, and changes that wait to be reviewed (Gerrit, Forgejo, GitHub, GitLab). */
export const JUDGED_REFS: readonly string[] = [
  "refs/tags/**",
  "refs/for/**",
  "refs/for-review/**",
  "refs/changes/**",
  "refs/drafts/**",
  "refs/publish/**",
  "refs/pull/**",
  "refs/merge-requests/**",
];

/** Branches always are; where letter case does not count, `refs/Heads/main` is one. */
export function isBranchRef(ref: string): boolean {
  return ref.toLowerCase().startsWith("refs/heads/");
}

export function isJudgedRef(ref: string, refs: readonly string[]): boolean {
  return isBranchRef(ref) || matchesAny(refs, ref) || matchesAny(refs, ref.toLowerCase());
}
