import type { JudgedFinding } from "../model/finding.ts";

/** The order of findings within one change: path, line, column, rule. */
export function byPlace(a: JudgedFinding, b: JudgedFinding): number {
  return (
    compare(a.path ?? "", b.path ?? "") ||
    (a.span?.start.line ?? 0) - (b.span?.start.line ?? 0) ||
    (a.span?.start.column ?? 0) - (b.span?.start.column ?? 0) ||
    compare(a.rule, b.rule) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
