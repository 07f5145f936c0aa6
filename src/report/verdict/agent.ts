import { showPath } from "../../base/repo-path.ts";
import { visible } from "../../base/visible.ts";
import { count } from "../../base/wording.ts";
import { holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import { keyOf } from "../finding-key.ts";
import type { PrettyOptions } from "./pretty.ts";
import type { Unjudged } from "./unjudged.ts";

/**
 * For coding agents, which pay for each word and take each one for an order: what to do next as a command, then a line for each finding.
 * It names no way around the gate.
 */
export function agent(
  { findings, outcome }: Verdict,
  { again, next, before }: Pick<PrettyOptions, "again" | "next" | "before">,
): string {
  const fresh = findings.filter((finding) => holds(finding) && finding.standing.kind === "new");
  if (outcome !== "block") return fresh.map(line).join("");
  const errors = fresh.filter(({ level }) => level === "error");
  const rules = [...new Set(errors.map(({ rule }) => rule))];
  const paths = new Set(errors.flatMap(({ place }) => pathOf(place) ?? []));
  const mend = `mend ${count(errors.length, "error")} (${rules.join(", ")})`;
  const blocked = before === undefined ? "blocked" : `blocked again, ${differing(errors, before)}`;
  const first =
    again === undefined
      ? `${blocked}: ${mend}: ${next.replaceAll("\n", " ")}`
      : `${again([...paths])}   # ${blocked}: ${mend}, then run this`;
  const gone = before === undefined ? [] : goneSince(errors, before);
  const marked = errors.map((finding) => `${markOf(finding, before)}${line(finding)}`);
  const warnings = fresh.filter(({ level }) => level !== "error").map(line);
  return `${first}\n${[...marked, ...gone, ...warnings].join("")}`;
}

/** What became of the last refusal, in a few words. */
function differing(errors: readonly JudgedFinding[], before: readonly string[]): string {
  const fresh = errors.filter((finding) => !before.includes(keyOf(finding))).length;
  const gone = goneSince(errors, before).length;
  if (fresh === 0 && gone === 0) return "nothing has changed";
  return `${gone} mended, ${fresh} new, ${errors.length - fresh} as before`;
}

function markOf(finding: JudgedFinding, before: readonly string[] | undefined): string {
  if (before === undefined) return "";
  return before.includes(keyOf(finding)) ? "as before: " : "new: ";
}

function goneSince(errors: readonly JudgedFinding[], before: readonly string[]): readonly string[] {
  const now = new Set(errors.map(keyOf));
  return before.filter((key) => !now.has(key)).map((key) => `mended: ${visible(key)}\n`);
}

export function agentOfFailure({ message, where, next }: Unjudged): string {
  const place = where === undefined || message.includes(where) ? "" : `${where}: `;
  return `${visible(`${next ?? "mend this, then run it again"}\n${place}${message}`)}\n`;
}

function line({ rule, level, place, commit, message, hint }: JudgedFinding): string {
  const start = spanOf(place)?.start;
  const path = pathOf(place);
  const at =
    path === undefined
      ? (commit?.slice(0, 8) ?? "change")
      : `${showPath(path)}${start ? `:${start.line}:${start.column}` : ""}`;
  const kind = level === "error" ? "" : "(warning) ";
  const advice = hint === undefined ? "" : ` → ${hint.replaceAll("\n", " ")}`;
  return `${visible(`${at} ${kind}${rule}: ${message}${advice}`.replaceAll(/[\r\n]+/g, " "))}\n`;
}
