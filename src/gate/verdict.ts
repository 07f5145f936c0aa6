// What verdicts are made of, and how several become one.
import type { Position } from "../base/position.ts";
import type { CommitName } from "../model/change.ts";
import { holds, type JudgedFinding, type Verdict } from "../model/finding.ts";
import type { Note } from "../model/note.ts";
import { pathOf } from "../model/place.ts";

/** It blocks if one of the findings is a new error. */
export function verdict(
  findings: readonly JudgedFinding[],
  notes: readonly Note[],
  commits: readonly CommitName[] = [],
): Verdict {
  return {
    outcome: findings.some(({ level, standing }) => level === "error" && standing.kind === "new")
      ? "block"
      : "pass",
    findings: findings.toSorted(byPlace),
    notes,
    commits,
  };
}

/** One verdict over several changes, in their order: it blocks if one of them does, and is a skip if all of them are. */
export function joined(verdicts: readonly Verdict[]): Verdict {
  const blocks = verdicts.some(({ outcome }) => outcome === "block");
  const isSkip = verdicts.length > 0 && verdicts.every(({ outcome }) => outcome === "skip");
  return {
    outcome: blocks ? "block" : isSkip ? "skip" : "pass",
    findings: verdicts.flatMap(({ findings }) => findings),
    notes: verdicts.flatMap(({ notes }) => notes),
    commits: verdicts.flatMap(({ commits }) => commits),
    ...acceptedIn(verdicts),
  };
}

function acceptedIn(verdicts: readonly Verdict[]): Pick<Verdict, "acceptance"> {
  const acceptance = verdicts.flatMap((judged) => judged.acceptance ?? []);
  return acceptance.length === 0 ? {} : { acceptance };
}

/** The verdict on a change that holds nothing to judge; what was found all the same stays. */
export function asSkip(judged: Verdict): Verdict {
  return !judged.findings.some(holds) ? { ...judged, outcome: "skip" } : judged;
}

/** The verdict on one change with one more finding, which no rule could see. */
export function withFinding(judged: Verdict, finding: JudgedFinding): Verdict {
  return verdict([...judged.findings, finding], judged.notes, judged.commits);
}

/** The order of findings within one change: path, line, column, rule. */
function byPlace(a: JudgedFinding, b: JudgedFinding): number {
  return (
    compare(pathOf(a.place) ?? "", pathOf(b.place) ?? "") ||
    startOf(a).line - startOf(b).line ||
    startOf(a).column - startOf(b).column ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

const NOWHERE: Position = { line: 0, column: 0 };

function startOf({ place }: JudgedFinding): Position {
  return place.kind === "span" ? place.span.start : NOWHERE;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
