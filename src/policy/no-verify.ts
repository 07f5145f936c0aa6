/** What becomes of a commit that went past pre-commit; with `by-branch` it is refused on an agent's branch, and warned about on a person's. */
export const NO_VERIFY = ["by-branch", "refuse", "warn", "allow"] as const;

export type NoVerify = (typeof NO_VERIFY)[number];

export function noVerifyOn(isAgentBranch: boolean, setting: NoVerify): Exclude<NoVerify, "by-branch"> {
  if (setting !== "by-branch") return setting;
  return isAgentBranch ? "refuse" : "warn";
}
