import type { Position } from "../../base/position.ts";
import { holds, type JudgedFinding, type Standing, type Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { noteRecord } from "../notes.ts";
import { acceptanceRecord } from "../task/acceptance.ts";
import type { Unjudged } from "./unjudged.ts";

const VERSION = 2;

/**
 * The verdict for programs, on one line with a final newline. What does not apply is null. Lines and columns count from
 * 1, columns in characters. A byte of a path that is not UTF-8 stands as the lone surrogate U+DC00 + byte.
 */
export function json({ outcome, findings, notes, acceptance }: Verdict): string {
  const isNew = (level: string) =>
    findings.filter((each) => each.standing.kind === "new" && each.level === level);
  const standing = (kind: Standing["kind"]) =>
    findings.filter((finding) => finding.standing.kind === kind).length;
  return line({
    version: VERSION,
    outcome,
    findings: findings.filter(holds).map(findingRecord),
    // Whoever counts what a verdict lists must not count what was allowed.
    excepted: findings.filter((finding) => !holds(finding)).map(findingRecord),
    counts: {
      error: isNew("error").length,
      warn: isNew("warn").length,
      old: standing("old"),
      suppressed: standing("suppressed"),
      overridden: standing("overridden"),
    },
    notes: notes.map(noteRecord),
    ...(acceptance === undefined
      ? {}
      : {
          acceptance: acceptance.map(({ task, commit, ...line }) => ({
            task,
            commit: commit ?? null,
            ...acceptanceRecord(line),
          })),
        }),
    failure: null,
  });
}

/** The same form for when nothing could be judged: exit 2 for what can be mended, 3 for a bug of ours. */
export function failureJson({ outcome, kind, message, where, next }: Unjudged): string {
  return line({
    version: VERSION,
    outcome,
    findings: [],
    excepted: [],
    counts: { error: 0, warn: 0, old: 0, suppressed: 0, overridden: 0 },
    notes: [],
    failure: { kind, message, where: where ?? null, next: next ?? null },
  });
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/** A finding for programs. */
export function findingRecord({
  rule,
  level,
  standing,
  commit,
  place,
  message,
  details = [],
  hint,
}: JudgedFinding) {
  const span = spanOf(place);
  return {
    rule,
    level,
    standing: standing.kind,
    reason: "reason" in standing ? standing.reason : null,
    suppressedAt: standing.kind === "suppressed" ? standing.line : null,
    commit: commit ?? null,
    path: pathOf(place) ?? null,
    start: span ? point(span.start) : null,
    end: span ? point(span.end) : null,
    message: [message, ...details].join("\n"),
    hint: hint ?? null,
  };
}

function point({ line: number, column }: Position) {
  return { line: number, column };
}
