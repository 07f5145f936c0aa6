// What a finding says as one text, for formats that have a single field for it.
import type { Failure } from "../../model/failure.ts";
import type { JudgedFinding } from "../../model/finding.ts";

/** Message, details and hint, a line each. */
export function statementOf({ message, details = [], hint }: JudgedFinding): string {
  return [message, ...details, ...(hint === undefined ? [] : [`→ ${hint}`])].join("\n");
}

/** Why nothing could be judged, and what to do about it. */
export function statementOfFailure({ message, where, next }: Omit<Failure, "kind">): string {
  const place = where === undefined || message.includes(where) ? "" : `${where}: `;
  return `${place}${message}${next === undefined ? "" : `\n→ ${next}`}`;
}
