import { type RepoPath, showPath } from "../base/repo-path.ts";
import type { ChangeSet } from "../model/change.ts";
import type { JudgedFinding, Skip, Verdict } from "../model/finding.ts";
import type { Override } from "../model/override.ts";
import { pathOf } from "../model/place.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { luaParse } from "../rules/lua-parse.ts";
import type { RawFinding } from "./compare.ts";
import { inspect } from "./inspect.ts";
import { isClaim } from "./proved-exceptions.ts";
import { select } from "./select.ts";
import { suppress } from "./suppress.ts";
import type { Terms } from "./terms.ts";
import { verdict } from "./verdict.ts";

/** The one gate: select, inspect, suppress, judge. The same change on the same terms gets the same verdict at every door. */
export async function judge(change: ChangeSet, terms: Terms): Promise<Verdict> {
  const inspection = await inspect(change, select(change, terms), terms);
  const { found, skipped } = suppress(inspection.found, inspection, terms);
  const commit = change.subject.kind === "commit" ? change.subject.id : undefined;
  const judged = found.flatMap((item) => judgeFinding(item, commit, terms));
  const excepted = exceptions(judged, terms);
  return verdict(
    judged.filter(({ rule }) => !excepted.has(rule)),
    [
      ...inspection.skipped,
      ...unread(inspection.unread, judged),
      ...skipped,
      ...[...excepted.values()].map(exceptionSkip),
      ...refused(judged, terms),
    ],
    change.subject.kind === "commit" ? [{ id: change.subject.id, title: change.subject.message.title }] : [],
  );
}

/** Said wherever `lua-parse` itself stops nothing: the rules that read the code have not looked at it. */
function unread(paths: readonly RepoPath[], judged: readonly JudgedFinding[]): Skip[] {
  const told = new Set(
    judged.flatMap(({ rule, level, place }) =>
      rule === luaParse.id && level === "error" ? [pathOf(place)] : [],
    ),
  );
  return paths
    .filter((path) => !told.has(path))
    .map((path) => ({
      what: `the code of ${showPath(path)}`,
      why: "it does not parse, so no rule has read it",
    }));
}

type ComparedFinding = RawFinding & { readonly isOld: boolean; readonly file: SourceFile | undefined };

function judgeFinding(
  { rule, finding, isOld }: ComparedFinding,
  commit: string | undefined,
  terms: Terms,
): JudgedFinding[] {
  const { level } = terms.setting(rule, pathOf(finding.place));
  if (level === "off") return [];
  const least = isOld || finding.atMost === "warn" ? "warn" : level;
  return [
    {
      ...finding,
      rule,
      level: least,
      isOld,
      ...(commit === undefined ? {} : { commit }),
    },
  ];
}

/** Overrides that are allowed here and that something was found for. */
function exceptions(judged: readonly JudgedFinding[], terms: Terms): Map<string, Override> {
  const blocking = new Set(judged.filter(({ level }) => level === "error").map(({ rule }) => rule));
  return new Map(
    terms.overrides
      .filter(({ rule }) => blocking.has(rule) && terms.mayOverride(rule))
      .filter((override) => !isClaim(override, terms.rules))
      .map((override) => [override.rule, override]),
  );
}

/** An override that was asked for in vain is told, so that nobody looks for the reason elsewhere. */
function refused(judged: readonly JudgedFinding[], terms: Terms): Skip[] {
  return terms.overrides
    .filter(({ rule }) => !terms.mayOverride(rule) && judged.some((finding) => finding.rule === rule))
    .filter((override) => !isClaim(override, terms.rules))
    .map(({ rule }) => ({ what: `an override of ${rule}`, why: "the policy does not allow it here" }));
}

function exceptionSkip({ rule, reason }: Override): Skip {
  return { what: rule, why: `overridden: ${reason}` };
}
