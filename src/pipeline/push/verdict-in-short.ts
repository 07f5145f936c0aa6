import { showPath } from "../../base/repo-path.ts";
import type { Verdict } from "../../model/finding.ts";
import { pathOf } from "../../model/place.ts";

/** The first thing that stops a change, and how many more there are. */
export function verdictInShort({ findings }: Verdict): string {
  const stops = findings.filter(({ level, standing }) => level === "error" && standing.kind === "new");
  const [first] = stops;
  if (first === undefined) return "nothing stops it";
  const path = pathOf(first.place);
  const place = path === undefined ? "" : `${showPath(path)}: `;
  return `${first.rule}: ${place}${first.message}${stops.length > 1 ? ` (and ${stops.length - 1} more)` : ""}`;
}
