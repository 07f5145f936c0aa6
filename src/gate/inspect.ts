// Runs the selected rules and gathers what they find, with each finding marked as new or old.

import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import type { Note } from "../model/note.ts";
import { fileAt, pathOf } from "../model/place.ts";
import { isGenerated, isLua, isVendored, versionOf } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import type { ChangeRule, ChangeScene, Rule } from "../rule/rule.ts";
import { luaParse } from "../rules/lua-parse.ts";
import { type ComparedFinding, markOld, type RawFinding } from "./compare.ts";
import { Files, type FileVersion } from "./files.ts";
import { gather } from "./gather.ts";
import { isClaimed } from "./proved-exceptions.ts";
import { type FileTask, type Selection, selectBefore } from "./select.ts";
import { SUPPRESSION, type Texts } from "./suppress.ts";
import type { Terms } from "./terms.ts";

export interface Inspection extends Texts {
  readonly found: readonly ComparedFinding[];
  readonly notes: readonly Note[];
  /** Lua files whose code no rule could look at, because they do not parse. */
  readonly unread: readonly RepoPath[];
}

const NEW = { kind: "new" } as const;
const OLD = { kind: "old" } as const;

/** How many files of a whole tree are held in memory at once. */
const CHUNK = 400;

export async function inspect(change: ChangeSet, selection: Selection, terms: Terms): Promise<Inspection> {
  const files = new Files(change.source, terms.sizeLimit, (path) => versionOf(path, terms.project));
  const notes: Note[] = [];
  const {
    found: after,
    texts: inspected,
    broken,
  } = await inspectFiles(selection.fileTasks, files, terms, notes);
  const before = await inspectBefore(change, after, files, terms);
  const isOld = markOldIn(change, after, before);
  const fresh = new Set(
    after.flatMap(({ rule, file }, index) => (isOld[index] || rule !== luaParse.id ? [] : [file])),
  );
  const ofChange = await inspectChange(selection.changeRules, change, files, terms);
  const wasThere = await markOldOfTree(selection.changeRules, ofChange, change, terms);
  return {
    found: [
      ...after.map((found, index) => ({ ...found, standing: isOld[index] === true ? OLD : NEW })),
      ...broken
        .filter((file) => !fresh.has(file) && isAddedUnread(file, terms))
        .map((file) => ({ rule: luaParse.id, finding: addedUnread(file), file, standing: NEW })),
      ...ofChange.map((found, index) => ({ ...found, standing: wasThere[index] === true ? OLD : NEW })),
    ],
    notes,
    unread: broken.map(({ path }) => path),
    inspected,
    others: await textsBeyond(inspected, ofChange, change, files, terms),
  };
}

/** What stands in a file of a tree that nobody touched was there before. */
function markOldIn(
  { since }: ChangeSet,
  after: readonly RawFinding[],
  before: readonly RawFinding[],
): readonly boolean[] {
  if (since === undefined) return markOld(after, before);
  const touched = new Set<RepoPath | undefined>(since.files.map(({ path }) => path));
  const isTouched = ({ finding }: RawFinding) => touched.has(pathOf(finding.place));
  const marks = new Map<RawFinding, boolean>();
  const inTouched = after.filter(isTouched);
  markOld(inTouched, before).forEach((isOld, index) => {
    const found = inTouched[index];
    if (found !== undefined) marks.set(found, isOld);
  });
  return after.map((found) => marks.get(found) ?? found.finding.evenIfOld !== true);
}

/** What a rule finds in a tree as a whole is old where it finds the same in the tree before. */
async function markOldOfTree(
  rules: readonly ChangeRule<unknown>[],
  found: readonly RawFinding[],
  { since }: ChangeSet,
  terms: Terms,
): Promise<readonly boolean[]> {
  const ids = new Set(found.map(({ rule }) => rule));
  const again = rules.filter(({ id, facet }) => ids.has(id) && facet !== "sides");
  if (since === undefined || again.length === 0) return found.map(() => false);
  const before = await since.before();
  const files = new Files(before.source, terms.sizeLimit, (path) => versionOf(path, terms.project));
  return markOld(found, await inspectChange(again, before, files, terms));
}

async function inspectFiles(
  tasks: readonly FileTask[],
  files: Files,
  terms: Terms,
  notes: Note[],
): Promise<{ found: RawFinding[]; texts: SourceFile[]; broken: SourceFile[] }> {
  const found: RawFinding[] = [];
  const texts: SourceFile[] = [];
  const broken: SourceFile[] = [];
  const byFile = [...groupByFile(tasks)];
  for (let at = 0; at < byFile.length; at += CHUNK) {
    if (at > 0) files.forget();
    const chunk = byFile.slice(at, at + CHUNK);
    await files.load(chunk.map(([file]) => file));
    for (const [file, its] of chunk) {
      const size = files.sizeOver(file.entry);
      if (size !== undefined) {
        const { path } = file;
        const limit = terms.sizeLimit;
        if (isSomebodyElses(file, terms)) notes.push({ kind: "too-large", path, size, limit });
        else found.push(unread(file, its, tooLarge(size, limit)));
      }
      for (const task of its) found.push(...inspectFile(task, files, terms));
      const text = files.get(file);
      if (text !== undefined && maySuppress(text, terms)) texts.push(text);
      if (text !== undefined && isLua(file.path, terms.project) && !text.lua.syntax.ok) broken.push(text);
      // The rules about the change as a whole look again at the files of a small one.
      if (byFile.length > CHUNK) files.release(file);
    }
  }
  return { found, texts, broken };
}

/** The suppressions of a file that no rule inspected hold for what is found there all the same. */
async function textsBeyond(
  inspected: readonly SourceFile[],
  found: readonly RawFinding[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<SourceFile[]> {
  const known = new Set(inspected.map(({ path }) => path));
  const placed = found.flatMap(({ finding: { place } }) =>
    place.kind === "span" && !known.has(place.path) ? [place.path] : [],
  );
  if (placed.length === 0) return [];
  const changes = new Map(change.files.map((file) => [file.path, file]));
  const wanted = [...(await change.source.entries("after", [...new Set(placed)]))].map(
    ([path, entry]): FileVersion => ({ path, entry, side: "after", change: changes.get(path) }),
  );
  await files.load(wanted);
  return wanted.flatMap((file) => files.get(file) ?? []).filter((text) => maySuppress(text, terms));
}

function maySuppress({ path, text }: SourceFile, { project }: Terms): boolean {
  return text.includes(SUPPRESSION) && isLua(path, project);
}

function groupByFile(tasks: readonly FileTask[]): Map<FileVersion, FileTask[]> {
  const groups = new Map<FileVersion, FileTask[]>();
  for (const task of tasks) {
    const group = groups.get(task.file);
    if (group === undefined) groups.set(task.file, [task]);
    else group.push(task);
  }
  return groups;
}

function inspectFile({ rule, file, options, subject }: FileTask, files: Files, terms: Terms): RawFinding[] {
  const loaded = files.get(file);
  if (loaded === undefined) return [];
  const { project, today, isStrictOnDates = false } = terms;
  const scene = { subject, project, options, today, isStrictOnDates };
  return [...rule.inspect(loaded, scene)].map((finding) => ({ rule: rule.id, finding, file: loaded }));
}

/** Looks at what was there before only when something was found after, and only with the rules that found it. */
async function inspectBefore(
  change: ChangeSet,
  after: readonly RawFinding[],
  files: Files,
  terms: Terms,
): Promise<RawFinding[]> {
  if (after.length === 0) return [];
  const ids = new Set(after.map(({ rule }) => rule));
  const rules = new Set<Rule>(terms.rules.filter(({ id }) => ids.has(id)));
  return (await inspectFiles(selectBefore(change, rules, terms), files, terms, [])).found;
}

async function inspectChange(
  rules: readonly ChangeRule<unknown>[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<RawFinding[]> {
  // Whatever order they came in, what is said of them is the same.
  const ordered = { ...change, files: [...change.files].sort((a, b) => (a.path < b.path ? -1 : 1)) };
  const scenes = rules.map((rule) => ({ rule, scene: sceneOf(rule, ordered, terms) }));
  const facts = await gather(
    scenes.map(
      ({ rule, scene }) =>
        (known) =>
          rule.needs?.(scene, known) ?? [],
    ),
    change,
    files,
    terms,
  );
  return scenes.flatMap(({ rule, scene }) =>
    [...rule.inspect(scene, facts)].map((finding) => ({ rule: rule.id, finding, file: undefined })),
  );
}

function sceneOf(rule: ChangeRule<unknown>, change: ChangeSet, terms: Terms): ChangeScene<unknown> {
  const isShownSince = rule.facet === "sides" && change.subject.kind === "tree";
  return {
    change: isShownSince ? { ...change, files: change.since?.files ?? [] } : change,
    isClaimed: isClaimed(rule, terms),
    subject: change.subject.kind,
    project: terms.project,
    options: terms.setting(rule.id).options,
    today: terms.today,
    isStrictOnDates: terms.isStrictOnDates === true,
    optionsFor(path) {
      const { level, options } = terms.setting(rule.id, path);
      return level === "off" ? undefined : options;
    },
  };
}

function isSomebodyElses({ path }: FileVersion, { project }: Terms): boolean {
  return isVendored(path, project) || isGenerated(path, project);
}

/**
 * An exception to `lua-parse` that a person made is none for what somebody adds who may not make it: where the rest of the
 * file can't be read without the lines that it covers, nothing new goes in.
 */
function isAddedUnread({ text, change }: SourceFile, terms: Terms): boolean {
  if (terms.mayOverride(luaParse.id) || !text.includes(SUPPRESSION) || !text.includes(luaParse.id))
    return false;
  if (change === undefined || change.kind === "deleted") return false;
  return change.lines.kind === "binary" || change.lines.added.length > 0;
}

function addedUnread({ path }: SourceFile): Finding {
  return {
    place: fileAt(path),
    message: "what this change adds here cannot be judged, because the file does not parse",
    hint: "mend the line that is switched off, or leave this file to somebody who may make exceptions",
  };
}

/** What no rule can look at does not pass: it is a finding of the first one that would have. */
function unread({ path }: FileVersion, [first]: readonly FileTask[], why: string): RawFinding {
  if (first === undefined) throw new Error(`nobody asked for ${path}`);
  const finding: Finding = {
    place: fileAt(path),
    message: `this file cannot be judged: ${why}`,
    hint: "split it; or in the policy list it as vendored or generated, or raise limits.fileBytes",
    anchor: { scope: "", code: "too large" },
  };
  return { rule: first.rule.id, finding, file: undefined };
}

function tooLarge(size: number, limit: number): string {
  return `${shown(size)} is more than the ${shown(limit)} that are read`;
}

function shown(bytes: number): string {
  return bytes < 100_000 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`;
}
