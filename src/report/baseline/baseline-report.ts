import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import { BASELINE_FILE, type Baseline, countIn, entriesOf } from "../../model/baseline/baseline.ts";

/** A rule in a file: how many findings the baseline lists, and how many there are. */
export interface BaselineRow {
  readonly rule: string;
  readonly path: RepoPath;
  readonly listed: number;
  readonly found: number;
}

export interface BaselineReport {
  /** False if there is no baseline yet. */
  readonly isThere: boolean;
  readonly isWritten: boolean;
  readonly rows: readonly BaselineRow[];
}

export function baselineRows(baseline: Baseline, found: Baseline): readonly BaselineRow[] {
  const places = new Map(
    [...entriesOf(baseline), ...entriesOf(found)].map(({ rule, path }) => [
      `${rule}\0${path}`,
      { rule, path },
    ]),
  );
  return [...places.values()]
    .map(({ rule, path }) => ({
      rule,
      path,
      listed: countIn(baseline, rule, path),
      found: countIn(found, rule, path),
    }))
    .sort((a, b) => (a.rule === b.rule ? (a.path < b.path ? -1 : 1) : a.rule < b.rule ? -1 : 1));
}

export function isBeyond({ listed, found }: BaselineRow): boolean {
  return found > listed;
}

export function isStale({ listed, found }: BaselineRow): boolean {
  return found < listed;
}

const MOST = 20;

/** By rule and file if something is beyond the baseline or left over in it; the rest as a number. */
export function baselineText(report: BaselineReport): string {
  const { isThere, isWritten, rows } = report;
  const beyond = rows.filter(isBeyond);
  const stale = rows.filter(isStale);
  const sum = (of: readonly BaselineRow[]) => of.reduce((total, { found }) => total + found, 0);
  const lines: string[] = [];
  if (isThere) {
    lines.push(...listed("beyond the baseline", beyond), ...listed("no longer found", stale));
    const held = rows.reduce((total, row) => total + Math.min(row.listed, row.found), 0);
    lines.push(`${count(held, "finding")} in the baseline`);
  } else lines.push(`no baseline yet; ${count(sum(rows), "finding")} in ${count(filesOf(rows), "file")}`);
  if (isWritten) lines.push(`${BASELINE_FILE} written; commit it`);
  else if (!isThere && rows.length > 0) lines.push("→ arkitekt baseline --write lists them as old");
  else if (stale.length > 0) lines.push("→ arkitekt baseline --write shrinks it");
  return `${lines.join("\n")}\n`;
}

function filesOf(rows: readonly BaselineRow[]): number {
  return new Set(rows.map(({ path }) => path)).size;
}

function listed(what: string, rows: readonly BaselineRow[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length - MOST;
  return [
    `${what}:`,
    ...rows
      .slice(0, MOST)
      .map(({ rule, path, listed: was, found }) => `  ${rule}  ${showPath(path)}: ${found}, listed ${was}`),
    ...(more > 0 ? [`  and ${more} more (--format json shows them)`] : []),
  ];
}

/** A line a rule: what is listed, found, beyond and left over. */
export function baselineSummary({ rows }: BaselineReport): string {
  if (rows.length === 0) return "no findings\n";
  const rules = [...new Set(rows.map(({ rule }) => rule))];
  const width = Math.max(4, ...rules.map((rule) => rule.length));
  const line = (rule: string, ...cells: readonly (string | number)[]) =>
    `${rule.padEnd(width)}${cells.map((cell) => String(cell).padStart(9)).join("")}\n`;
  const total = (of: readonly BaselineRow[], value: (row: BaselineRow) => number) =>
    of.reduce((sum, row) => sum + Math.max(0, value(row)), 0);
  return [
    line("rule", "files", "listed", "found", "beyond", "stale"),
    ...rules.map((rule) => {
      const own = rows.filter((row) => row.rule === rule);
      return line(
        rule,
        own.length,
        total(own, (row) => row.listed),
        total(own, (row) => row.found),
        total(own, (row) => row.found - row.listed),
        total(own, (row) => row.listed - row.found),
      );
    }),
  ].join("");
}

export function baselineJson({ isThere, isWritten, rows }: BaselineReport): string {
  const records = rows.map((row) => ({ ...row, stale: isStale(row), beyond: isBeyond(row) }));
  return `${JSON.stringify({ version: 1, exists: isThere, written: isWritten, findings: records })}\n`;
}
