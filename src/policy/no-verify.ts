/** What becomes of a commit that went past pre-commit; `by-branch`: on an agent's it is refused, on a person's a word is said. */
export const NO_VERIFY = ["by-branch", "refuse", "warn", "allow"] as const;

export type NoVerify = (typeof NO_VERIFY)[number];

export function noVerifyOn(isAgentBranch: boolean, setting: NoVerify): Exclude<NoVerify, "by-branch"> {
  if (setting !== "by-branch") return setting;
  return isAgentBranch ? "refuse" : "warn";
}
