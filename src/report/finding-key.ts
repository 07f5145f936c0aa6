// What a finding is recognised by from one refusal to the next: a readable text, without the line that it stands on.
import { holds, type JudgedFinding, type Verdict } from "../model/finding.ts";
import { pathOf } from "../model/place.ts";

/** More findings of one refusal than anybody compares, and more of one finding. */
const MOST = 200;
const LONGEST = 400;

export function keyOf({ rule, place, message }: Pick<JudgedFinding, "rule" | "place" | "message">): string {
  return `${pathOf(place) ?? "change"} ${rule}: ${message.replaceAll(/\s+/g, " ")}`.slice(0, LONGEST);
}

/** Those that count against a verdict, sorted, each once. */
export function keysOf({ findings }: Verdict): readonly string[] {
  const errors = findings.filter(
    (finding) => holds(finding) && finding.standing.kind === "new" && finding.level === "error",
  );
  return [...new Set(errors.map(keyOf))].sort().slice(0, MOST);
}
