import { visible } from "../../base/visible.ts";
import { holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
import { pathOf, spanOf } from "../../model/place.ts";
import type { Unjudged } from "./unjudged.ts";

/**
 * A line for each finding, as compilers print them: `path:line:column: error: message [rule]`, for quickfix lists and problem
 * matchers. What is about a whole file stands at its first line; what is about the change as a whole has no place.
 */
export function unix({ findings }: Verdict): string {
  return findings.filter(holds).map(line).join("");
}

/** A place is printed only if an editor can go to it. */
export function unixOfFailure({ message, where }: Unjudged): string {
  const at = where === undefined ? "" : `${where}${/:\d+$/.test(where) ? "" : ":1:1"}: `;
  return `${visible(`${at}error: ${message}`.replaceAll(/[\r\n]+/g, " "))}\n`;
}

function line({ rule, level, place, message, standing }: JudgedFinding): string {
  const { line = 1, column = 1 } = spanOf(place)?.start ?? {};
  const path = pathOf(place);
  const at = path === undefined ? "" : `${path}:${line}:${column}: `;
  const before = standing.kind === "old" ? " (was there before)" : "";
  const kind = level === "error" ? "error" : "warning";
  return `${visible(`${at}${kind}: ${message} [${rule}]${before}`.replaceAll(/[\r\n]+/g, " "))}\n`;
}
