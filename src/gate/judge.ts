import type { RepoPath } from "../base/repo-path.ts";
import { type ChangeSet, isProposed } from "../model/change.ts";
import { holds, type JudgedFinding, type Verdict } from "../model/finding.ts";
import type { Note } from "../model/note.ts";
import type { Override } from "../model/override.ts";
import { pathOf } from "../model/place.ts";
import { luaParse } from "../rules/lua-parse.ts";
import type { ComparedFinding } from "./compare.ts";
import { followLinks } from "./follow-links.ts";
import { inspect } from "./inspect/inspect.ts";
import { type FoundInStep, isAboutMessage } from "./known/known-step.ts";
import { withPrograms } from "./programs.ts";
import { isClaim } from "./proved-exceptions.ts";
import { select } from "./select.ts";
import { suppress } from "./suppression/suppress.ts";
import type { Terms } from "./terms.ts";
import { toldOnce } from "./told-once.ts";
import { verdict } from "./verdict.ts";

/** The one gate: follow links, know programs, select, inspect, suppress, judge. The same change on the same terms gets the same verdict, wherever it is judged. */
export async function judge(given: ChangeSet, givenTerms: Terms): Promise<Verdict> {
  const { subject } = given;
  const { found, notes, unreadable, terms } = await lookAt(given, givenTerms);
  // A commit that is only proposed could not be found by anybody.
  const commit = subject.kind === "commit" && !isProposed(subject) ? subject.id : undefined;
  const judged = found.flatMap((item) => judgeFinding(item, commit, terms));
  return verdict(
    toldOnce(override(judged, terms)),
    [...(terms.notes ?? []), ...notes, ...unread(unreadable, judged), ...refused(judged, terms)],
    subject.kind === "commit" ? [{ id: subject.id, title: subject.message.title }] : [],
  );
}

interface Seen {
  readonly found: readonly (FoundInStep | ComparedFinding)[];
  readonly notes: readonly Note[];
  readonly unreadable: readonly RepoPath[];
  readonly terms: Terms;
}

/** Of a step that is known, only what is said of it is looked at. */
async function lookAt(given: ChangeSet, givenTerms: Terms): Promise<Seen> {
  const known = givenTerms.step?.recall();
  if (known !== undefined) {
    const terms = { ...givenTerms, rules: givenTerms.rules.filter(isAboutMessage) };
    // What a task wants to be told goes by the files.
    const { change } = terms.task === undefined ? { change: given } : await followLinks(given, terms);
    const { found, notes } = await inspect(change, select(change, terms), terms);
    return { found: [...known, ...found], notes, unreadable: [], terms: givenTerms };
  }
  const { change, notes: ofLinks } = await followLinks(given, givenTerms);
  const terms = await withPrograms(change, givenTerms);
  const inspection = await inspect(change, select(change, terms), terms);
  const found = suppress(inspection.found, inspection, terms);
  const notes = [...ofLinks, ...inspection.notes];
  if (notes.length + inspection.unread.length === 0) terms.step?.keep(found, terms.rules);
  return { found, notes, unreadable: inspection.unread, terms };
}

/** Reported wherever `lua-parse` itself stops nothing: the rules that read the code have not looked at it. */
function unread(paths: readonly RepoPath[], judged: readonly JudgedFinding[]): Note[] {
  const told = new Set(
    judged.flatMap((finding) =>
      finding.rule === luaParse.id && isBlocking(finding) ? [pathOf(finding.place)] : [],
    ),
  );
  return paths.filter((path) => !told.has(path)).map((path) => ({ kind: "not-parsed", path }));
}

function judgeFinding(
  { rule, finding, standing }: FoundInStep,
  commit: string | undefined,
  terms: Terms,
): JudgedFinding[] {
  const { level } = terms.setting(rule, pathOf(finding.place));
  if (level === "off") return [];
  const least = standing.kind === "old" || finding.atMost === "warn" ? "warn" : level;
  const isExceptable = least === "error" && standing.kind === "new" && terms.mayOverride(rule);
  return [
    {
      ...finding,
      rule,
      level: least,
      standing,
      ...(commit === undefined ? {} : { commit }),
      ...(isExceptable ? { isExceptable } : {}),
    },
  ];
}

/** Marks what an override lets through: one that is allowed here, of a rule that would block. */
function override(judged: readonly JudgedFinding[], terms: Terms): readonly JudgedFinding[] {
  const blocking = new Set(judged.filter(isBlocking).map(({ rule }) => rule));
  const granted = new Map(
    terms.overrides
      .filter(({ rule }) => blocking.has(rule) && terms.mayOverride(rule))
      .filter((each) => !isClaim(each, terms.rules))
      .map(({ rule, reason }) => [rule, reason]),
  );
  return judged.map((finding) => {
    const reason = granted.get(finding.rule);
    if (reason === undefined || finding.standing.kind !== "new") return finding;
    return { ...finding, standing: { kind: "overridden", reason } };
  });
}

function isBlocking({ level, standing }: JudgedFinding): boolean {
  return level === "error" && standing.kind === "new";
}

function refused(judged: readonly JudgedFinding[], terms: Terms): Note[] {
  const found = new Set(judged.filter(holds).map(({ rule }) => rule));
  return terms.overrides
    .filter(({ rule }) => !terms.mayOverride(rule) && found.has(rule))
    .filter((each: Override) => !isClaim(each, terms.rules))
    .map(({ rule }) => ({ kind: "override-refused", rule }));
}
