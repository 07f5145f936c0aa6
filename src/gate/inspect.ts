// Runs the selected rules and gathers what they find, with each finding marked as new or old.

import type { RepoPath } from "../base/repo-path.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Note } from "../model/note.ts";
import { pathOf } from "../model/place.ts";
import { isLua, versionOf } from "../modules/lua-files.ts";
import type { SourceFile } from "../modules/source-file.ts";
import type { ChangeRule, Rule } from "../rule/rule.ts";
import { luaParse } from "../rules/lua-parse.ts";
import { type ComparedFinding, markOld, type RawFinding } from "./compare.ts";
import { Files, type FileVersion } from "./files.ts";
import { gather } from "./gather.ts";
import { inspectTasks, isLuaElsewhere } from "./inspect-file.ts";
import { withoutLinkTwins } from "./link-twins.ts";
import { inOrder, sceneOf } from "./scene.ts";
import { type FileTask, type Selection, selectBefore } from "./select.ts";
import type { Texts } from "./suppression/suppress.ts";
import { maySuppress, textsBefore, textsBeyond } from "./suppression/texts.ts";
import type { Terms } from "./terms.ts";
import type { Helped } from "./threads/handed.ts";
import { ENOUGH_FOR_HELP, judgeTogether } from "./threads/helpers.ts";
import { addedUnread, isAddedUnread, isSomebodyElses, unread, unreadBefore } from "./unread.ts";

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
  const files = new Files(
    change.source,
    terms.sizeLimit,
    (path, text) => versionOf(path, terms.project, text),
    terms.memory,
  );
  const notes: Note[] = [];
  const {
    found: after,
    texts: inspected,
    broken,
  } = await inspectFiles(selection.fileTasks, files, terms, notes);
  const before = await inspectBefore(change, after, files, terms);
  const isOld = markOldIn(change, after, before, terms);
  const fresh = new Set(
    after.flatMap(({ rule, file }, index) => (isOld[index] || rule !== luaParse.id ? [] : [file])),
  );
  const { found: ofChange, becoming } = await inspectChange(selection.changeRules, change, files, terms);
  if (becoming.length > 0) notes.push({ kind: "becomes-lua", paths: becoming });
  const others = await textsBeyond(inspected, ofChange, change, files, terms);
  const wasThere = await markOldOfTree(selection.changeRules, ofChange, change, terms);
  files.remember();
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
    others,
    before: await textsBefore([...inspected, ...others], files, terms),
  };
}

/** What stands in a file of a tree that was not touched was there before. */
function markOldIn(
  { since }: ChangeSet,
  after: readonly RawFinding[],
  { found: before, broken, tooLarge }: Inspected,
  terms: Terms,
): readonly boolean[] {
  const unread = unreadBefore(broken, tooLarge, terms);
  if (since === undefined) return markOld(after, before, unread);
  const touched = new Set<RepoPath | undefined>(since.files.map(({ path }) => path));
  const isTouched = ({ finding }: RawFinding) => touched.has(pathOf(finding.place));
  const marks = new Map<RawFinding, boolean>();
  const inTouched = after.filter(isTouched);
  markOld(inTouched, before, unread).forEach((isOld, index) => {
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
  const files = new Files(before.source, terms.sizeLimit, (path, text) =>
    versionOf(path, terms.project, text),
  );
  return markOld(found, (await inspectChange(again, before, files, terms)).found);
}

interface Inspected {
  readonly found: RawFinding[];
  /** Those that may hold suppressions. */
  readonly texts: SourceFile[];
  readonly broken: SourceFile[];
  readonly tooLarge: FileVersion[];
}

async function inspectFiles(
  tasks: readonly FileTask[],
  files: Files,
  terms: Terms,
  notes: Note[],
): Promise<Inspected> {
  const { found, texts, broken, tooLarge }: Inspected = { found: [], texts: [], broken: [], tooLarge: [] };
  const byFile = [...groupByFile(tasks)];
  for (let at = 0; at < byFile.length; at += CHUNK) {
    if (at > 0) files.forget();
    const chunk = byFile.slice(at, at + CHUNK);
    await files.load(chunk.map(([file]) => file));
    const isMuch = byFile.length >= ENOUGH_FOR_HELP && terms.memory === undefined;
    const judged = isMuch && terms.helpers ? await inspectTogether(chunk, files, terms) : undefined;
    for (const [file, its] of chunk) {
      const size = files.sizeOver(file.entry);
      if (size !== undefined) {
        const { path } = file;
        const limit = terms.sizeLimit;
        if (isSomebodyElses(file, terms)) notes.push({ kind: "too-large", path, size, limit });
        else found.push(unread(file, its, size, limit));
        tooLarge.push(file);
      }
      const known = judged?.get(file);
      if (known?.facts !== undefined) files.keepFacts(file, known.facts);
      // One by one: a call takes only a limited number of arguments.
      for (const each of known === undefined
        ? inspectTasks(file, its, files, terms)
        : foundIn(files.get(file), known))
        found.push(each);
      // What a link leads to is reported under its own name, if that is a Lua name.
      const text = isLuaElsewhere(file, terms) ? undefined : files.get(file);
      if (text !== undefined && maySuppress(text, terms)) texts.push(text);
      if (text !== undefined && isLua(file.path, terms.project) && (known?.isBroken ?? !text.lua.isSound))
        broken.push(text);
      // The rules about the change as a whole look at the files of a small change again.
      if (byFile.length > CHUNK) files.release(file);
    }
  }
  return { found, texts, broken, tooLarge };
}

function foundIn(file: SourceFile | undefined, { found }: Helped): RawFinding[] {
  return file === undefined ? [] : found.map(({ rule, finding }) => ({ rule, finding, file }));
}

/** The helper threads judge their share while this one judges its own. */
async function inspectTogether(
  chunk: readonly (readonly [FileVersion, readonly FileTask[]])[],
  files: Files,
  terms: Terms,
): Promise<ReadonlyMap<FileVersion, Helped>> {
  return await judgeTogether(chunk, files, terms, (file, its) => {
    const found = inspectTasks(file, its, files, terms);
    const isBroken = isLua(file.path, terms.project) && files.get(file)?.lua.isSound === false;
    files.release(file);
    return { found, isBroken };
  });
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

/** Looks at what was there before only when something was found after, and only with the rules that found it. */
async function inspectBefore(
  change: ChangeSet,
  after: readonly RawFinding[],
  files: Files,
  terms: Terms,
): Promise<Inspected> {
  if (after.length === 0) return { found: [], texts: [], broken: [], tooLarge: [] };
  const ids = new Set(after.map(({ rule }) => rule));
  const rules = new Set<Rule>(terms.rules.filter(({ id }) => ids.has(id)));
  return inspectFiles(selectBefore(change, rules, terms), files, terms, []);
}

async function inspectChange(
  rules: readonly ChangeRule<unknown>[],
  change: ChangeSet,
  files: Files,
  terms: Terms,
): Promise<{ found: readonly RawFinding[]; becoming: readonly RepoPath[] }> {
  const ordered = { ...change, files: inOrder(change.files) };
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
  const found = scenes.flatMap(({ rule, scene }) =>
    [...rule.inspect(scene, facts)].map((finding) => ({ rule: rule.id, finding, file: undefined })),
  );
  return { found: withoutLinkTwins(found, ordered.files), becoming: facts.becomingLua() };
}
