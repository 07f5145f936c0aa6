// Notes under the four headings of the playbook ("Notes format"), and how to undo the change.
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { count } from "../base/wording.ts";
import type { Finding } from "../model/finding.ts";
import { pathOf, spanOf } from "../model/place.ts";

export interface NoteFacts {
  readonly impacted: readonly RepoPath[];
  readonly deltas: string;
  readonly undo: string;
  readonly reports: readonly Finding[];
}

export function notesOf({ impacted, deltas, undo, reports }: NoteFacts): string {
  const files = [...new Set(impacted)].sort();
  if (files.length === 0 && reports.length === 0) return "Nothing to do.\n";
  const lines = [
    `Impacted modules: ${files.length === 0 ? "none" : files.map(showPath).join(", ")}.`,
    `Caller deltas: ${deltas}.`,
    `Risks: ${reports.length === 0 ? "none known" : `${count(reports.length, "place")} that may mean it and stayed as they are`}.`,
    `Mitigations: both sides are read by a second parser; undo: ${undo}.`,
    ...reports.map(({ place, message }) => {
      const start = spanOf(place)?.start;
      const where = start === undefined ? "" : `:${start.line}:${start.column}`;
      return `- ${showPath(pathOf(place) ?? "")}${where} ${message}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
