// The playbook's answer to a patch: the failure contract if it is refused, else what became of it.
import { holds } from "../../model/finding.ts";
import type { PatchReport } from "../../model/patch-report.ts";
import { acceptanceRecord } from "../task/acceptance.ts";
import { contract as contractOfVerdict } from "../verdict/contract.ts";
import { findingRecord } from "../verdict/json.ts";

/** One object on one line. */
export function contract({
  verdict,
  files,
  done,
  acceptance,
  tree,
  isWritten,
  commit,
  refactoring,
}: PatchReport): string {
  if (verdict.outcome === "block") return contractOfVerdict(verdict);
  const findings = verdict.findings.filter(holds).map(findingRecord);
  return `${JSON.stringify({
    ok: true,
    files,
    done,
    tree: tree ?? null,
    written: isWritten,
    commit: commit?.id ?? null,
    acceptance: acceptance.map(acceptanceRecord),
    ...(refactoring === undefined
      ? {}
      : { notes: refactoring.notes, would_touch: refactoring.wouldTouch, patch: refactoring.patch }),
    findings,
  })}\n`;
}
