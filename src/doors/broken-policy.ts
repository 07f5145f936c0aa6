import { byPlace } from "../gate/by-place.ts";
import type { FileChange } from "../model/change.ts";
import type { Failure } from "../model/failure.ts";
import type { JudgedFinding, Verdict } from "../model/finding.ts";
import { policyChange } from "../rules/policy-change.ts";
import { touchesPolicy } from "./policy-at.ts";

/** The verdict on a change that brings a broken policy: nothing after it could be judged, so it never goes through. */
export function withBrokenPolicy(
  verdict: Verdict,
  { message }: Failure,
  files: readonly FileChange[],
  commit?: string,
): Verdict {
  const path = files.find(touchesPolicy)?.path;
  const finding: JudgedFinding = {
    rule: policyChange.id,
    level: "error",
    isOld: false,
    message: "this change would leave a policy that can't be used",
    details: message.split("\n"),
    hint: "mend the policy in the same commit",
    ...(path === undefined ? {} : { path }),
    ...(commit === undefined ? {} : { commit }),
  };
  return { ...verdict, outcome: "block", findings: [...verdict.findings, finding].sort(byPlace) };
}
