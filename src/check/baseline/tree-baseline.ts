// What a baseline makes of the findings of a tree: as many of a rule in a file as it lists are old, and all further ones are new.
import type { RepoPath } from "../../base/repo-path.ts";
import type { Terms } from "../../gate/terms.ts";
import {
  BASELINE_FILE,
  type Baseline,
  baselineOf,
  countIn,
  entriesOf,
  NO_FILE,
} from "../../model/baseline/baseline.ts";
import type { Source } from "../../model/change.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { holds, type JudgedFinding, type Verdict } from "../../model/finding.ts";
import type { Note } from "../../model/note.ts";
import { pathOf } from "../../model/place.ts";
import { readBaseline } from "../../rules/policy-change/baseline-text.ts";

const LARGEST = 16 << 20;

/** The baseline that a side of a change holds; undefined where there is none. */
export async function baselineIn(source: Source): Promise<Baseline | undefined> {
  const entry = (await source.entries("after", [BASELINE_FILE])).get(BASELINE_FILE);
  if (entry === undefined) return undefined;
  const blob = (await source.load([entry.id], LARGEST)).get(entry.id);
  const read = blob?.kind === "bytes" ? readBaseline(blob.bytes.toString("utf8")) : undefined;
  if (read !== undefined) return read;
  const next = "write it again: arkitekt baseline --write";
  throw new CannotLook(failure("bad-baseline", "this is not a baseline", next, BASELINE_FILE));
}

/** How much a tree holds of each rule in each file, whatever was there before: all that would stop a change that brought it. */
export function foundIn(verdict: Verdict, terms: Terms): Baseline {
  return baselineOf(
    verdict.findings
      .filter((finding) => mayStop(finding, terms))
      .map((finding) => ({ rule: finding.rule, path: placeOf(finding), count: 1 })),
  );
}

/** The same verdict with the baseline's findings as old ones, and all further ones as new. */
export function underBaseline(verdict: Verdict, baseline: Baseline, terms: Terms): Verdict {
  const left = new Map<string, number>();
  const inOrder = verdict.findings.toSorted((a, b) => rank(a) - rank(b));
  const listed = new Set<JudgedFinding>();
  for (const finding of inOrder) {
    if (!mayStop(finding, terms)) continue;
    const key = `${finding.rule}\0${placeOf(finding)}`;
    const rest = left.get(key) ?? countIn(baseline, finding.rule, placeOf(finding));
    left.set(key, rest - 1);
    if (rest > 0) listed.add(finding);
  }
  const findings = verdict.findings.map((finding): JudgedFinding => {
    if (!mayStop(finding, terms)) return finding;
    return listed.has(finding)
      ? { ...finding, level: "warn", standing: { kind: "old" } }
      : { ...finding, level: "error", standing: { kind: "new" } };
  });
  return {
    ...verdict,
    findings,
    notes: [...verdict.notes, ...staleNotes(baseline, foundIn(verdict, terms))],
  };
}

export function staleNotes(baseline: Baseline, found: Baseline): readonly Note[] {
  return entriesOf(baseline).flatMap(({ rule, path, count }): readonly Note[] => {
    const now = countIn(found, rule, path);
    return now < count ? [{ kind: "baseline-stale", rule, path, listed: count, found: now }] : [];
  });
}

/** What was there before uses up the baseline first. */
function rank({ standing }: JudgedFinding): number {
  return standing.kind === "old" ? 0 : 1;
}

/** What an old finding would be if it were new. */
function mayStop(finding: JudgedFinding, terms: Terms): boolean {
  if (!holds(finding)) return false;
  if (finding.level === "error") return true;
  const isOld = finding.standing.kind === "old" && finding.atMost !== "warn";
  return isOld && terms.setting(finding.rule, pathOf(finding.place)).level === "error";
}

function placeOf(finding: JudgedFinding): RepoPath {
  return pathOf(finding.place) ?? NO_FILE;
}
