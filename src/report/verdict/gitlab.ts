import { holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { fingerprints } from "../part/fingerprint.ts";
import { statementOf, statementOfFailure } from "./statement.ts";
import type { Unjudged } from "./unjudged.ts";

/** GitLab's code quality report: a JSON array, https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
export function gitlab({ findings }: Verdict): string {
  const held = findings.filter(holds);
  const ids = fingerprints(held);
  return `${JSON.stringify(held.map((finding, at) => record(finding, ids[at] ?? "")))}\n`;
}

export function gitlabOfFailure(failure: Unjudged): string {
  const issue = {
    description: statementOfFailure(failure),
    check_name: "arkitekt",
    fingerprint: "0".repeat(32),
    severity: "blocker",
    location: { path: failure.where ?? NO_FILE, lines: { begin: 1 } },
  };
  return `${JSON.stringify([issue])}\n`;
}

/** The report has no entry without a file: what is about the whole change stands at the root. */
const NO_FILE = ".";

function record(finding: JudgedFinding, fingerprint: string) {
  const { rule, level, standing, place } = finding;
  const severity = standing.kind === "old" ? "info" : level === "error" ? "major" : "minor";
  return {
    description: statementOf(finding),
    check_name: rule,
    fingerprint,
    severity,
    location: { path: pathOf(place) ?? NO_FILE, lines: { begin: spanOf(place)?.start.line ?? 1 } },
  };
}
