import { showPath } from "../../base/repo-path.ts";
import { visible } from "../../base/visible.ts";
import { count } from "../../base/wording.ts";
import type { JudgedFinding } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { wrap } from "../terminal-text.ts";

/** A rule, how many commits it stops without and with the draft, and one of those. */
export interface TrialRow {
  readonly rule: string;
  readonly before: number | undefined;
  readonly after: number;
  readonly example:
    | { readonly id: string; readonly title: string; readonly finding: JudgedFinding }
    | undefined;
}

export interface TrialReport {
  readonly judged: number;
  readonly before: number | undefined;
  readonly after: number;
  readonly rows: readonly TrialRow[];
  /** Commits that could not be judged. */
  readonly unread: readonly { readonly id: string; readonly why: string }[];
}

/** What a policy would have stopped, a rule a line, with the first of its commits below. */
export function trialText({ judged, before, after, rows, unread }: TrialReport, width: number): string {
  const was = before === undefined ? "" : `, ${before} by the policy in force`;
  const head = `of ${count(judged, "commit")}, ${after} would have been stopped${was}\n${unreadText(unread, width)}`;
  if (rows.length === 0) return head;
  const name = Math.max(4, ...rows.map(({ rule }) => rule.length));
  const lines = rows.flatMap(({ rule, before: old, after: now, example }) => {
    const counts =
      old === undefined ? String(now).padStart(6) : `${String(old).padStart(9)}${String(now).padStart(6)}`;
    const line = `  ${rule.padEnd(name)}${counts}`;
    return example === undefined ? [line] : [line, `    ${cut(said(example), width - 4)}`];
  });
  const title = before === undefined ? "" : `  ${"".padEnd(name)}   before   now\n`;
  return `${head}\n${title}${lines.join("\n")}\n`;
}

function unreadText(unread: TrialReport["unread"], width: number): string {
  const [first] = unread;
  if (first === undefined) return "";
  const which = `${count(unread.length, "commit")} more could not be read`;
  return `${wrap(visible(`${which}: ${first.id.slice(0, 8)}: ${first.why}`), width, "")}\n`;
}

function said({ id, title, finding }: NonNullable<TrialRow["example"]>): string {
  const path = pathOf(finding.place);
  const line = spanOf(finding.place)?.start.line;
  const at = path === undefined ? "" : `${showPath(path)}${line === undefined ? "" : `:${line}`}: `;
  return visible(`${id.slice(0, 8)} ${title.slice(0, 30)}: ${at}${finding.message}`.replaceAll("\n", " "));
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
