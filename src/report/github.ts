import { holds, type JudgedFinding, type Verdict } from "../model/finding.ts";
import { pathOf, spanOf } from "../model/place.ts";
import { statementOf, statementOfFailure } from "./statement.ts";
import type { Unjudged } from "./unjudged.ts";

/** GitHub shows ten annotations of a kind for each step: https://docs.github.com/rest/checks/runs. */
const MOST_OF_A_KIND = 10;

/**
 * Annotations as workflow commands, the worst first and no more than GitHub shows; the last line counts those that are left out. All
 * of them stand in the step's summary.
 */
export function github({ findings }: Verdict): string {
  const held = findings.filter(holds);
  const kinds = (["error", "warning", "notice"] as const).map((kind) => ({
    kind,
    found: held.filter((finding) => kindOf(finding) === kind),
  }));
  const lines = kinds.flatMap(({ kind, found }) => {
    const most = found.length > MOST_OF_A_KIND ? MOST_OF_A_KIND - 1 : MOST_OF_A_KIND;
    const shown = found.slice(0, most).map((finding) => annotation(kind, finding));
    if (found.length <= MOST_OF_A_KIND) return shown;
    return [
      ...shown,
      command(kind, {}, `${found.length - most} more of this kind: the summary of this step lists them all`),
    ];
  });
  return lines.join("");
}

export function githubOfFailure(failure: Unjudged): string {
  return command("error", { title: "arkitekt" }, statementOfFailure(failure));
}

/** The step's summary, in Markdown: every finding, by file. */
export function githubSummary({ findings, outcome }: Verdict): string {
  const held = findings.filter(holds);
  const head = `### arkitekt: ${outcome === "block" ? "blocked" : outcome === "skip" ? "nothing to judge" : "passed"}\n`;
  if (held.length === 0) return `${head}\n`;
  const rows = held.map((finding) => {
    const start = spanOf(finding.place)?.start;
    const path = pathOf(finding.place);
    const at = path === undefined ? "the change" : `${path}${start === undefined ? "" : `:${start.line}`}`;
    return `| ${cell(at)} | ${SHOWN[kindOf(finding)]} | ${cell(finding.rule)} | ${cell(statementOf(finding))} |`;
  });
  return `${[head, "| where | | rule | what |", "|---|---|---|---|", ...rows].join("\n")}\n\n`;
}

type Kind = "error" | "warning" | "notice";

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
    // Columns of two lines mean nothing to GitHub.
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
