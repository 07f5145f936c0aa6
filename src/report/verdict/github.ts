import { holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { statementOf, statementOfFailure } from "./statement.ts";
import type { Unjudged } from "./unjudged.ts";

/** GitHub shows ten annotations of a kind for each step: https://docs.github.com/rest/checks/runs. */
const MOST_OF_A_KIND = 10;

/**
 * Annotations as workflow commands, the worst first and no more than GitHub shows; the last line counts those that are left out. They
 * stand in the step's summary.
 */
export function github({ findings }: Verdict): string {
  const held = findings.filter(holds);
  const kinds = KINDS.map((kind) => ({
    kind,
    found: held.filter((finding) => kindOf(finding) === kind),
  }));
  const lines = kinds.flatMap(({ kind, found }) => {
    const most = found.length > MOST_OF_A_KIND ? MOST_OF_A_KIND - 1 : MOST_OF_A_KIND;
    const shown = found.slice(0, most).map((finding) => annotation(kind, finding));
    if (found.length <= MOST_OF_A_KIND) return shown;
    return [
      ...shown,
      command(kind, {}, `${found.length - most} more of this kind: the summary of this step lists them`),
    ];
  });
  return lines.join("");
}

export function githubOfFailure(failure: Unjudged): string {
  return command("error", { title: "arkitekt" }, statementOfFailure(failure));
}

/** The step's summary, in Markdown: the findings by kind and file, as many as GitHub takes. */
export function githubSummary({ findings, outcome }: Verdict): string {
  const held = findings.filter(holds);
  const head = `### arkitekt: ${outcome === "block" ? "blocked" : outcome === "skip" ? "nothing to judge" : "passed"}\n`;
  if (held.length === 0) return `${head}\n`;
  const rows = [...held].sort(byKind).map((finding) => {
    const start = spanOf(finding.place)?.start;
    const path = pathOf(finding.place);
    const at = path === undefined ? "the change" : `${path}${start === undefined ? "" : `:${start.line}`}`;
    return `| ${cell(at)} | ${SHOWN[kindOf(finding)]} | ${cell(finding.rule)} | ${cell(statementOf(finding))} |`;
  });
  const shown = firstRows(rows);
  const left = rows.length - shown.length;
  const rest =
    left === 0 ? [] : ["", `${left} more are not shown here: GitHub takes a summary of a megabyte`];
  return `${[head, "| where | | rule | what |", "|---|---|---|---|", ...shown, ...rest].join("\n")}\n\n`;
}

/** GitHub refuses the whole summary of a step beyond 1 MiB; what else stands there needs room too. */
const SUMMARY_BYTES = 900_000;

function firstRows(rows: readonly string[]): readonly string[] {
  let left = SUMMARY_BYTES;
  const end = rows.findIndex((row) => {
    left -= Buffer.byteLength(row) + 1;
    return left < 0;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

function byKind(a: JudgedFinding, b: JudgedFinding): number {
  return KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b));
}

/** The worst first. */
const KINDS = ["error", "warning", "notice"] as const;
type Kind = (typeof KINDS)[number];

const SHOWN: Readonly<Record<Kind, string>> = {
  error: "error",
  warning: "warning",
  notice: "was there before",
};

function kindOf({ level, standing }: JudgedFinding): Kind {
  if (standing.kind === "old") return "notice";
  return level === "error" ? "error" : "warning";
}

function annotation(kind: Kind, finding: JudgedFinding): string {
  const span = spanOf(finding.place);
  const path = pathOf(finding.place);
  const place = {
    ...(path === undefined ? {} : { file: path }),
    ...(span === undefined ? {} : { line: span.start.line, endLine: span.end.line }),
    // Columns on two different lines mean nothing to GitHub.
    ...(span === undefined || span.start.line !== span.end.line
      ? {}
      : { col: span.start.column, endColumn: Math.max(span.start.column, span.end.column - 1) }),
  };
  const commit = finding.commit === undefined ? "" : ` (commit ${finding.commit.slice(0, 8)})`;
  return command(kind, { ...place, title: `${finding.rule}${commit}` }, statementOf(finding));
}

/** Escaped as the runner reads it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts. */
function command(kind: Kind, properties: Readonly<Record<string, string | number>>, message: string): string {
  const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const value = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const list = Object.entries(properties).map(([name, each]) => `${name}=${value(String(each))}`);
  return `::${kind}${list.length === 0 ? "" : ` ${list.join(",")}`}::${data(message)}\n`;
}

function cell(text: string): string {
  const escaped = text.replaceAll(/[&<>|`*_[\]\\]/g, (character) => `&#${character.charCodeAt(0)};`);
  return escaped.replaceAll(/\r\n|[\r\n]/g, "<br>");
}
