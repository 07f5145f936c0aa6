// In-file suppression: `-- arkitekt-off <rule>: <reason>` silences one rule on the next line of code, or, after code, on that line.

import { readable } from "../../base/byte-text.ts";
import type { RepoPath } from "../../base/repo-path.ts";
import { withGuess } from "../../base/wording.ts";
import type { FileChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { isAddedLine } from "../../modules/added-lines.ts";
import { isLua, isOwn } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { suppression } from "../../rules/suppression.ts";
import type { ComparedFinding, RawFinding } from "../compare.ts";
import type { Terms } from "../terms.ts";
import { type Text, type WrittenSuppression, writtenSuppressions } from "./written-suppressions.ts";

interface Suppression extends WrittenSuppression {
  readonly file: SourceFile;
  /** Written by the change that is judged, or brought by it to where it counts. */
  readonly isNew: boolean;
  /** It stood above the same line of code before. */
  readonly stoodHere: boolean;
}

/** The texts that may hold suppressions. */
export interface Texts {
  /** Every rule that is on for them has looked at them. */
  readonly inspected: readonly SourceFile[];
  /** No rule inspected them, and one about the whole change found something there. */
  readonly others: readonly SourceFile[];
  /** What some of them were before; known where the policy allows no exception to some rule. */
  readonly before: ReadonlyMap<FileChange, readonly SourceFile[]>;
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
  const lines = new CodeLines();
  const read = (file: SourceFile) => suppressionsOf(file, texts.before, lines, terms);
  const ours = texts.inspected.flatMap(read);
  const all = [...ours, ...texts.others.flatMap(read)];
  if (all.length === 0) return found;
  const used = new Set<Suppression>();
  const byPlace = grouped(all.filter(isSound), placeOf);
  const marked = found.map((item): ComparedFinding => {
    const here = byPlace.get(lines.placeOf(item) ?? "") ?? [];
    const match = here.find((candidate) => covers(candidate, item) && isPermitted(candidate, item, terms));
    if (match === undefined) return item;
    used.add(match);
    return { ...item, standing: { kind: "suppressed", line: match.line, reason: match.reason } };
  });
  const places = new Set(found.map((item) => lines.placeOf(item)));
  const complaints = ours.filter((item) => !used.has(item)).flatMap((item) => complaint(item, places, terms));
  return [...marked, ...complaints];
}

/** By rule, the lines that a reasoned suppression speaks of. */
export function silencedLines(file: Text): ReadonlyMap<string, ReadonlySet<number>> {
  const lines = new Map<string, Set<number>>();
  for (const written of writtenSuppressions(file).all) {
    const { rule, target } = written;
    if (isSound(written)) lines.set(rule, (lines.get(rule) ?? new Set()).add(target));
  }
  return lines;
}

function isSound({ form, reason }: WrittenSuppression): boolean {
  return form === "sound" && reason !== "";
}

/** A suppression silences what has the same place: rule, file and line of code. */
function placeOf({ file, rule, target }: Suppression): string {
  return `${rule}\0${target}\0${file.path}`;
}

/** For each file, the lines of code that its comments stand above. */
class CodeLines {
  readonly #byPath = new Map<RepoPath, ReadonlyMap<number, number>>();

  add(path: RepoPath, codeLines: ReadonlyMap<number, number>): void {
    this.#byPath.set(path, codeLines);
  }

  /** Undefined where the finding is about no line. What is found in a comment lies where the code below it does. */
  placeOf({ rule, finding: { place } }: RawFinding): string | undefined {
    if (place.kind !== "span") return undefined;
    const { line } = place.span.start;
    return `${rule}\0${this.#byPath.get(place.path)?.get(line) ?? line}\0${place.path}`;
  }
}

/** It speaks of what stands below it, down to its line of code; of the comments above, and of itself, it does not. */
function covers({ line, target }: Suppression, { finding: { place } }: RawFinding): boolean {
  const at = place.kind === "span" ? place.span.start.line : 0;
  return at > line || at === target;
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

/**
 * What somebody once allowed goes on for the code that stood there, but not for what takes its place, nor for what is
 * found only where the file now lies.
 */
function isPermitted(
  { rule, isNew, stoodHere, file }: Suppression,
  { standing, finding: { place }, file: inspected }: ComparedFinding,
  terms: Terms,
): boolean {
  if (terms.mayOverride(rule)) return true;
  if (isNew) return false;
  if (standing.kind === "old") return true;
  const isMoved = file.change?.kind === "renamed" || file.change?.kind === "copied";
  // A rule about the change as a whole finds only what this one does: nobody knows what it found before.
  if (!stoodHere || (isMoved && inspected !== undefined)) return false;
  return place.kind === "span" && !isAddedLine(place.span.start.line, file);
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
  const { rule, name, reason, form, file } = item;
  // What others wrote is not judged, so that no rule needs it there.
  if (!places.has(placeOf(item)) && !isOwn(file.path, terms.project)) return undefined;
  const hint = `write -- arkitekt-off ${readable(rule) || "<rule>"}: ${readable(reason) || "<why>"}`;
  if (form === "another-word") return { message: "this silences nothing: the word is arkitekt-off", hint };
  if (name === "") return { message: "a suppression has to name a rule", hint };
  if (form === "several-rules")
    return { message: "a suppression is for one rule", hint: "name one rule in each comment" };
  if (!terms.rules.some(({ id }) => id === rule)) return noSuchRule(name, terms);
  if (form === "early-colon")
    return { message: "this silences nothing: the colon belongs right after the rule", hint };
  if (reason === "") return { message: "a suppression needs a reason", hint };
  if (form === "no-colon")
    return { message: "this silences nothing: a colon has to separate the rule from the reason", hint };
  if (places.has(placeOf(item))) {
    return {
      message: `${rule} may not be switched off here by the change that breaks it`,
      hint: "mend the finding; exceptions are made on branches where the policy allows them",
    };
  }
  if (cannotTell(item, terms)) return undefined;
  if (item.next !== undefined && places.has(placeOf({ ...item, target: item.next }))) {
    return {
      message: `after code this is about its own line, where ${rule} finds nothing`,
      hint: `for line ${item.next}, write it on a line of its own above that one`,
    };
  }
  return { message: `nothing on line ${item.target} needs this`, hint: "take the comment out" };
}

function noSuchRule(name: string, { rules }: Terms): { message: string; hint: string } {
  const ids = rules.map(({ id }) => id);
  return {
    message: withGuess(`there is no rule "${readable(name)}"`, name, ids),
    hint: "`arkitekt rules` lists them",
  };
}

/**
 * Nothing in this change says whether it is needed: the rule is off here, or it is about changes as a whole and finds only
 * what this one does, while the suppression may be there for an earlier one.
 */
function cannotTell({ rule, file, isNew }: Suppression, terms: Terms): boolean {
  if (terms.setting(rule, file.path).level === "off") return true;
  return !isNew && terms.rules.some(({ id, kind }) => id === rule && kind === "change");
}

function suppressionsOf(
  file: SourceFile,
  textsBefore: Texts["before"],
  lines: CodeLines,
  terms: Terms,
): Suppression[] {
  const { all, codeLines } = writtenSuppressions(file);
  if (all.length === 0) return [];
  lines.add(file.path, codeLines);
  const texts = file.change === undefined ? undefined : textsBefore.get(file.change);
  const before = texts?.flatMap((text) => writtenSuppressions(text).all.map((old) => ({ ...old, text })));
  return all.map((written) => {
    const { rule, reason, line, target } = written;
    const same = before?.filter((old) => old.rule === rule && old.reason === reason && isSound(old));
    const code = file.lines.line(target).trim();
    return {
      ...written,
      file,
      isNew: isAddedLine(line, file) || same?.length === 0 || !wasInForce(rule, file, terms),
      stoodHere: same?.some(({ text, target: above }) => text.lines.line(above).trim() === code) ?? true,
    };
  });
}

/** A suppression that was written where its rule was off, or in a text that was not Lua, comes into force with the move. */
function wasInForce(rule: string, { change }: SourceFile, { project, setting }: Terms): boolean {
  if (change?.kind !== "renamed" && change?.kind !== "copied") return true;
  return isLua(change.from, project) && setting(rule, change.from).level !== "off";
}
