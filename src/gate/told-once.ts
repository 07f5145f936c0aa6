// One thing is reported once: a finding may name the rules that would have reported it already.
import { holds, type JudgedFinding } from "../model/finding.ts";
import { pathOf, spanOf } from "../model/place.ts";

/** Without those that another rule reports at the same place, in force and no milder; what they add to the contract stays. */
export function toldOnce(judged: readonly JudgedFinding[]): readonly JudgedFinding[] {
  if (!judged.some(({ unless }) => unless !== undefined)) return judged;
  const byLine = new Map<string, JudgedFinding[]>();
  for (const finding of judged) {
    const line = lineOf(finding);
    if (line === undefined || !holds(finding)) continue;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [finding]);
    else known.push(finding);
  }
  for (const findings of byLine.values()) findings.sort((a, b) => columnOf(a) - columnOf(b));
  const contracts = new Map<JudgedFinding, JudgedFinding["contract"]>();
  const kept = judged.filter((finding) => {
    const said = around(finding, byLine.get(lineOf(finding) ?? "") ?? []).find((other) =>
      says(other, finding),
    );
    if (said !== undefined && finding.contract !== undefined) contracts.set(said, finding.contract);
    return said === undefined;
  });
  return kept.map((finding) => {
    const contract = finding.contract ?? contracts.get(finding);
    return contract === undefined ? finding : { ...finding, contract };
  });
}

/** Those that begin last before its end: not all that stand on a line of a million bytes are looked at. */
function around(finding: JudgedFinding, onLine: readonly JudgedFinding[]): readonly JudgedFinding[] {
  const end = spanOf(finding.place)?.end.column ?? 0;
  let [low, high] = [0, onLine.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (columnOf(onLine[middle]) <= end) low = middle + 1;
    else high = middle;
  }
  return onLine.slice(Math.max(0, low - NEAR), low);
}

const NEAR = 12;

function columnOf(finding: JudgedFinding | undefined): number {
  return finding === undefined ? 0 : (spanOf(finding.place)?.start.column ?? 0);
}

function says(other: JudgedFinding, { unless, place, level, standing }: JudgedFinding): boolean {
  if (unless?.includes(other.rule) !== true) return false;
  if (level === "error" && (other.level !== "error" || other.standing.kind !== standing.kind)) return false;
  const [theirs, ours] = [spanOf(other.place), spanOf(place)];
  if (theirs === undefined || ours === undefined) return false;
  return theirs.start.column <= ours.end.column && ours.start.column <= endOnLine(theirs);
}

function endOnLine({
  start,
  end,
}: {
  start: { line: number };
  end: { line: number; column: number };
}): number {
  return end.line > start.line ? Number.POSITIVE_INFINITY : end.column;
}

function lineOf({ place }: JudgedFinding): string | undefined {
  return place.kind === "span" ? `${place.span.start.line}\0${pathOf(place)}` : undefined;
}
