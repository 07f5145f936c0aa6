import type { Position } from "../base/position.ts";
import type { JudgedFinding, Verdict } from "../model/finding.ts";
import { pathOf, spanOf } from "../model/place.ts";

/**
 * The verdict for programs, on one line with a final newline. What does not apply is null. Lines and columns count from
 * 1, columns in characters. A byte of a path that is not UTF-8 stands as the lone surrogate U+DC00 + byte.
 */
export function json(verdict: Verdict): string {
  const { outcome, findings, skipped } = verdict;
  const count = (level: string) => findings.filter((finding) => finding.level === level).length;
  return `${JSON.stringify({
    version: 1,
    outcome,
    findings: findings.map(record),
    counts: { error: count("error"), warn: count("warn") },
    skipped: skipped.map(({ what, why }) => ({ what, why })),
  })}\n`;
}

function record({ rule, level, commit, place, message, details = [], hint }: JudgedFinding) {
  const span = spanOf(place);
  return {
    rule,
    level,
    commit: commit ?? null,
    path: pathOf(place) ?? null,
    start: span ? point(span.start) : null,
    end: span ? point(span.end) : null,
    message: [message, ...details].join("\n"),
    hint: hint ?? null,
  };
}

function point({ line, column }: Position) {
  return { line, column };
}
