import { holds, type JudgedFinding, type Verdict } from "../model/finding.ts";

export interface Narrowing {
  /** Only what these rules found; everything if empty. */
  readonly rules: readonly string[];
  /** Only what blocks. */
  readonly isQuiet: boolean;
}

/** A verdict on less: on some rules alone, including the outcome; or without anything that does not block. */
export function narrow(verdict: Verdict, { rules, isQuiet }: Narrowing): Verdict {
  const found = verdict.findings.filter(({ rule }) => rules.length === 0 || rules.includes(rule));
  const outcome = verdict.outcome === "block" && !found.some(blocks) ? "pass" : verdict.outcome;
  if (!isQuiet) return { ...verdict, outcome, findings: found };
  return { ...verdict, outcome, findings: found.filter(blocks), notes: [] };
}

function blocks(finding: JudgedFinding): boolean {
  return finding.level === "error" && finding.standing.kind === "new";
}

/** How much each rule found, a line each, most errors first: new errors and warnings, and what was there before. */
export function summaryOf({ findings }: Verdict): string {
  const held = findings.filter(holds);
  const rows = [...new Set(held.map(({ rule }) => rule))].map((rule) => {
    const own = held.filter((finding) => finding.rule === rule);
    const fresh = own.filter(({ standing }) => standing.kind === "new");
    const errors = fresh.filter(({ level }) => level === "error").length;
    return { rule, errors, warnings: fresh.length - errors, old: own.length - fresh.length };
  });
  rows.sort(
    (a, b) => b.errors - a.errors || b.warnings - a.warnings || b.old - a.old || (a.rule < b.rule ? -1 : 1),
  );
  const width = Math.max(4, ...rows.map(({ rule }) => rule.length));
  const line = (rule: string, ...counts: readonly (string | number)[]) =>
    `${rule.padEnd(width)}${counts.map((each) => String(each).padStart(10)).join("")}\n`;
  if (rows.length === 0) return "no findings\n";
  return [
    line("rule", "errors", "warnings", "before"),
    ...rows.map(({ rule, errors, warnings, old }) => line(rule, errors, warnings, old)),
  ].join("");
}
