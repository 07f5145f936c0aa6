// The baseline of old findings only shrinks: adding to it would make new findings old.
import { readable } from "../../base/byte-text.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import {
  BASELINE_FILE,
  type Baseline,
  type BaselineEntry,
  countIn,
  entriesOf,
} from "../../model/baseline/baseline.ts";
import type { ChangeSet } from "../../model/change.ts";
import { changedPaths } from "../../model/changed-paths.ts";
import type { Finding } from "../../model/finding.ts";
import { fileAt } from "../../model/place.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { readBaseline } from "./baseline-text.ts";

export function touchesBaseline({ files }: ChangeSet): boolean {
  return files.some((file) => changedPaths(file).includes(BASELINE_FILE));
}

export const BASELINE_NEEDS: readonly Need[] = (["before", "after"] as const).map((side) => ({
  kind: "contents",
  side,
  paths: [BASELINE_FILE],
}));

export function* baselineGrowth(change: ChangeSet, facts: Facts, isAgents: boolean): Iterable<Finding> {
  const [before, after] = (["before", "after"] as const).map((side) => facts.file(side, BASELINE_FILE)?.text);
  const old = before === undefined ? undefined : readBaseline(readable(before));
  if (after === undefined) {
    if (isAgents && before !== undefined && (old === undefined || old.size > 0)) yield gone;
    return;
  }
  const now = readBaseline(readable(after));
  if (now === undefined) yield unread;
  else if (before === undefined) {
    if (isAgents && now.size > 0) yield first;
  }
  // One that could not be read held nothing: what mends it is looked at by people.
  else yield* grown(old ?? new Map(), now, change);
}

const place = fileAt(BASELINE_FILE);

const gone: Finding = {
  place,
  message: "the baseline may not be deleted on an agent's branch while it holds findings",
  hint: `bring it back:\ngit checkout HEAD -- ${BASELINE_FILE}`,
};

const first: Finding = {
  place,
  message: "the first baseline is not an agent's to bring",
  hint: "leave it to a person on another branch",
};

const unread: Finding = {
  place,
  message: "this is not a baseline",
  hint: "write it again:\narkitekt baseline --write",
};

function* grown(old: Baseline, now: Baseline, change: ChangeSet): Iterable<Finding> {
  const more = entriesOf(now).filter((entry) => excess(entry, old) > 0 && !isMoved(entry, old, now, change));
  if (more.length === 0) return;
  const sum = more.reduce((total, entry) => total + excess(entry, old), 0);
  yield {
    place,
    message: `the baseline grows by ${count(sum, "finding")}; it may only shrink`,
    details: more.slice(0, MOST).map((entry) => {
      const was = countIn(old, entry.rule, entry.path);
      return `${entry.rule} in ${showPath(entry.path)}: ${was} → ${entry.count}`;
    }),
    hint: "mend what was found, and write the baseline again:\narkitekt baseline --write",
  };
}

const MOST = 10;

function excess({ rule, path, count: found }: BaselineEntry, old: Baseline): number {
  return found - countIn(old, rule, path);
}

/** Code that goes from one file of the change to another takes its old findings along. */
function isMoved(entry: BaselineEntry, old: Baseline, now: Baseline, { files }: ChangeSet): boolean {
  const touched = new Set<RepoPath>(files.flatMap(changedPaths));
  if (!touched.has(entry.path)) return false;
  const paths = new Set([...touched].filter((path) => path !== entry.path));
  const less = [...paths].reduce(
    (total, path) => total + Math.max(0, countIn(old, entry.rule, path) - countIn(now, entry.rule, path)),
    0,
  );
  return less >= excess(entry, old);
}
