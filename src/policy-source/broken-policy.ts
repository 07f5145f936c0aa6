import type { RepoPath } from "../base/repo-path.ts";
import { withFinding } from "../gate/verdict.ts";
import type { FileChange } from "../model/change.ts";
import type { Failure } from "../model/failure.ts";
import type { JudgedFinding, Verdict } from "../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../model/place.ts";
import { policyChange } from "../rules/policy-change/policy-change.ts";
import { touchesPolicy } from "./policy-at.ts";

/** The verdict on a change that brings a broken policy: nothing after it could be judged, so it never goes through. */
export function withBrokenPolicy(
  verdict: Verdict,
  { message }: Failure,
  files: readonly FileChange[],
  commit?: string,
): Verdict {
  return blockedAt(verdict, files.find(touchesPolicy)?.path, commit, {
    message: "this change would leave a policy that can't be used",
    details: message.split("\n"),
    hint: "mend the policy in the same commit",
  });
}

/** The verdict on a merge that brings back the policy from before a change which one of its parents holds. */
export function withPolicyRollback(verdict: Verdict, path: RepoPath, commit: string): Verdict {
  return blockedAt(verdict, path, commit, {
    message: "this merge takes back a change of the policy that one of its parents holds",
    hint: "merge again and keep the newer policy; a commit of its own may change it",
  });
}

function blockedAt(
  verdict: Verdict,
  path: RepoPath | undefined,
  commit: string | undefined,
  said: Pick<JudgedFinding, "message" | "details" | "hint">,
): Verdict {
  const finding: JudgedFinding = {
    rule: policyChange.id,
    level: "error",
    standing: { kind: "new" },
    ...said,
    place: path === undefined ? WHOLE_CHANGE : fileAt(path),
    ...(commit === undefined ? {} : { commit }),
  };
  return withFinding(verdict, finding);
}
