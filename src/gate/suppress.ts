// In-file suppression: `-- arkitekt-off <rule>: <reason>` silences one rule on the next line of code.

import { readable } from "../base/byte-text.ts";
import { withGuess } from "../base/wording.ts";
import type { Finding } from "../model/finding.ts";
import { isAddedLine } from "../modules/added-lines.ts";
import type { SourceFile } from "../modules/source-file.ts";
import { suppression } from "../rules/suppression.ts";
import type { ComparedFinding, RawFinding } from "./compare.ts";
import type { Terms } from "./terms.ts";

/** What every suppression holds. */
export const SUPPRESSION = "arkitekt-off";

interface Suppression {
  readonly file: SourceFile;
  readonly rule: string;
  readonly reason: string;
  /** The line of the comment itself. */
  readonly line: number;
  /** The line it speaks of: the next one that is neither blank nor another suppression. */
  readonly target: number;
  /** Written by the change that is judged. */
  readonly isNew: boolean;
  /** The line it speaks of is written by the change. */
  readonly isTargetNew: boolean;
}

/** The texts that may hold suppressions. */
export interface Texts {
  /** Every rule that is on for them has looked at them. */
  readonly inspected: readonly SourceFile[];
  /** No rule inspected them, and one about the whole change found something there. */
  readonly others: readonly SourceFile[];
}

/**
 * Marks what a suppression allows, and adds a finding for each suppression that is malformed, unused, or of a rule
 * that this change may not make an exception to: a change can't loosen its own leash.
 */
export function suppress(
  found: readonly ComparedFinding[],
  texts: Texts,
  terms: Terms,
): readonly ComparedFinding[] {
  const ours = texts.inspected.flatMap(suppressionsOf);
  const all = [...ours, ...texts.others.flatMap(suppressionsOf)];
  if (all.length === 0) return found;
  const used = new Set<Suppression>();
  const byPlace = grouped(all, placeOf);
  const marked = found.map((item): ComparedFinding => {
    const here = byPlace.get(placeOfFinding(item) ?? "") ?? [];
    const match = here.find((candidate) => isPermitted(candidate, item, terms));
    if (match === undefined) return item;
    used.add(match);
    return { ...item, standing: { kind: "suppressed", line: match.line, reason: match.reason } };
  });
  const places = new Set(found.map(placeOfFinding));
  const complaints = ours.filter((item) => !used.has(item)).flatMap((item) => complaint(item, places, terms));
  return [...marked, ...complaints];
}

/** By rule, the lines that a reasoned suppression speaks of. */
export function silencedLines(file: Text): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const { rule, reason, target } of writtenIn(file)) {
    if (reason !== "") lines.set(rule, (lines.get(rule) ?? new Set()).add(target));
  }
  return lines;
}

/** A suppression silences what has the same place: rule, file and line. */
function placeOf({ file, rule, target }: Suppression): string {
  return `${rule}\0${target}\0${file.path}`;
}

/** Undefined where the finding is about no line. */
function placeOfFinding({ rule, finding: { place } }: RawFinding): string | undefined {
  return place.kind === "span" ? `${rule}\0${place.span.start.line}\0${place.path}` : undefined;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** What somebody once allowed goes on for the code that stood there, and not for what is put in its place. */
function isPermitted(
  { rule, reason, isNew, isTargetNew }: Suppression,
  { standing }: ComparedFinding,
  terms: Terms,
): boolean {
  return reason !== "" && (terms.mayOverride(rule) || (!isNew && (standing.kind === "old" || !isTargetNew)));
}

function complaint(
  item: Suppression,
  places: ReadonlySet<string | undefined>,
  terms: Terms,
): ComparedFinding[] {
  const text = fault(item, places, terms);
  if (text === undefined) return [];
  const line = item.file.lines.line(item.line);
  const span = { start: { line: item.line, column: 1 }, end: { line: item.line, column: line.length + 1 } };
  const finding: Finding = { place: { kind: "span", path: item.file.path, span, line }, ...text };
  return [{ rule: suppression.id, finding, file: item.file, standing: { kind: item.isNew ? "new" : "old" } }];
}

function fault(
  item: Suppression,
  places: ReadonlySet<string | undefined>,
  terms: Terms,
): { message: string; hint: string } | undefined {
  if (item.rule === "") {
    return { message: "a suppression has to name a rule", hint: "write -- arkitekt-off <rule>: <why>" };
  }
  if (!terms.rules.some(({ id }) => id === item.rule)) return noSuchRule(item.rule, terms);
  if (item.reason === "") {
    return { message: "a suppression needs a reason", hint: `write -- arkitekt-off ${item.rule}: <why>` };
  }
  if (places.has(placeOf(item))) {
    return {
      message: `${item.rule} may not be switched off here by the change that breaks it`,
      hint: "mend the finding; exceptions are made on branches where the policy allows them",
    };
  }
  if (cannotTell(item, terms)) return undefined;
  return { message: `nothing on line ${item.target} needs this`, hint: "take the comment out" };
}

function noSuchRule(rule: string, { rules }: Terms): { message: string; hint: string } {
  const ids = rules.map(({ id }) => id);
  const hint = /,/.test(rule) ? "name one rule in each comment" : "`arkitekt rules` lists them";
  return { message: withGuess(`there is no rule "${readable(rule)}"`, rule, ids), hint };
}

/**
 * Nothing in this change says whether it is needed: the rule is off here, or it is about changes as a whole and finds only
 * what this one does, while the suppression may be there for an earlier one.
 */
function cannotTell({ rule, file, isNew }: Suppression, terms: Terms): boolean {
  if (terms.setting(rule, file.path).level === "off") return true;
  return !isNew && terms.rules.some(({ id, kind }) => id === rule && kind === "change");
}

const COMMENT = /^--[ \t]*arkitekt-off\b[ \t]*([^\s:]*)[ \t]*:?[ \t]*(.*?)[ \t]*$/;

function suppressionsOf(file: SourceFile): Suppression[] {
  return writtenIn(file).map((written) => ({
    file,
    ...written,
    isNew: isAddedLine(written.line, file),
    isTargetNew: isAddedLine(written.target, file),
  }));
}

type Text = Pick<SourceFile, "text" | "lines" | "lua">;

function writtenIn(file: Text): Omit<Suppression, "file" | "isNew" | "isTargetNew">[] {
  const lines = file.lua.comments.map(({ start, end }) => ({
    line: file.lines.at(start).line,
    match: COMMENT.exec(file.text.slice(start, end)),
  }));
  const own = lines.flatMap(({ line, match }) => (match === null ? [] : [line]));
  const targets = targetsOf(own, file);
  return lines.flatMap(({ line, match }) => {
    if (match === null) return [];
    const [, rule = "", reason = ""] = match;
    return [{ rule, reason, line, target: targets.get(line) ?? line + 1 }];
  });
}

/** The next line that is neither blank nor a suppression, from the last one up: so no line is looked at twice. */
function targetsOf(own: readonly number[], { lines }: Text): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  for (const line of own.toReversed()) {
    let target = line + 1;
    while (target <= lines.count && !targets.has(target) && lines.line(target).trim() === "") target++;
    targets.set(line, targets.get(target) ?? target);
  }
  return targets;
}
