// The rules about files, each file by itself: in this thread, or of a whole tree in several at once.
import type { FileVersion, ObjectId } from "../../model/change.ts";
import type { Note } from "../../model/note.ts";
import { isLua, isOwnLua } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { requireGraph } from "../../rules/require-graph/require-graph.ts";
import type { RawFinding } from "../compare.ts";
import type { Files } from "../files.ts";
import type { FileTask } from "../select.ts";
import { maySuppress } from "../suppression/texts.ts";
import type { Terms } from "../terms.ts";
import { isSomebodyElses, unread } from "../unread.ts";
import { versionBefore } from "../versions-before.ts";
import type { Helped } from "./handed.ts";
import { ENOUGH_FOR_HELP, judgeTogether, type ToJudge } from "./helpers.ts";
import { inspectTasks, isLuaElsewhere } from "./inspect-file.ts";

/** How many files of a whole tree are held in memory at once. */
const CHUNK = 400;

/** With no more, all stay to the end: the rules about the change as a whole look at them again. */
const FEW = 60;

export interface Inspected {
  readonly found: RawFinding[];
  /** Those that may hold suppressions. */
  readonly texts: SourceFile[];
  readonly broken: SourceFile[];
  readonly tooLarge: FileVersion[];
}

/** What is found in each file, in the order of the tasks. */
export async function inspectFiles(
  tasks: readonly FileTask[],
  files: Files,
  terms: Terms,
  notes: Note[],
): Promise<Inspected> {
  const byFile = [...groupByFile(tasks)];
  const isLarge = byFile.length > CHUNK;
  const isShared = byFile.length > FEW;
  const helpers = isLarge || byFile.length >= ENOUGH_FOR_HELP ? terms.helpers : undefined;
  const ordered = isShared ? byBlob(byFile) : byFile;
  const inspected = new Map<FileVersion, InspectedFile>();
  for (let at = 0; at < ordered.length; at += CHUNK) {
    if (at > 0) files.forget();
    const chunk = ordered.slice(at, at + CHUNK);
    const older = chunk.flatMap(([file]) => olderFor(file, terms));
    await files.load([...chunk.map(([file]) => file), ...older]);
    const judged = isShared
      ? await judgeTogether(chunk, files, terms, { helpers, mayStay: !isLarge })
      : undefined;
    for (const [file, its] of chunk)
      inspected.set(file, inspectedFile(file, its, judged?.get(file), files, terms));
    if (isLarge) for (const [file] of chunk) files.release(file);
  }
  const all: Inspected = { found: [], texts: [], broken: [], tooLarge: [] };
  for (const [file] of byFile) {
    const { found = [], text, isBroken, isTooLarge, note } = inspected.get(file) ?? {};
    // One by one: a call takes only a limited number of arguments.
    for (const each of found) all.found.push(each);
    if (text !== undefined && maySuppress(text, terms)) all.texts.push(text);
    if (text !== undefined && isBroken) all.broken.push(text);
    if (isTooLarge) all.tooLarge.push(file);
    if (note !== undefined) notes.push(note);
  }
  return all;
}

/** What a file was will be asked for: Git is asked for both at once, and what is let go soon is compared while it is there. */
function olderFor(file: FileVersion, terms: Terms): readonly FileVersion[] {
  const older = isOwnLua(file.path, terms.project) ? versionBefore(file) : undefined;
  return older === undefined || terms.setting(requireGraph.id, file.path).level === "off" ? [] : [older];
}

interface InspectedFile {
  readonly found: readonly RawFinding[];
  /** Undefined for what holds no text, and for a link to a file that is reported under a Lua name of its own. */
  readonly text: SourceFile | undefined;
  /** It is Lua, and does not parse. */
  readonly isBroken: boolean;
  readonly isTooLarge: boolean;
  readonly note: Note | undefined;
}

/** `known` is what was judged before. */
function inspectedFile(
  file: FileVersion,
  tasks: readonly FileTask[],
  known: Helped | undefined,
  files: Files,
  terms: Terms,
): InspectedFile {
  const size = files.sizeOver(file.entry);
  if (size !== undefined) return tooLarge(file, tasks, size, terms);
  if (known?.facts !== undefined) files.keepFacts(file, known.facts);
  const found =
    known === undefined ? inspectTasks(file, tasks, files, terms) : foundIn(files.get(file), known);
  const text = isLuaElsewhere(file, terms) ? undefined : files.get(file);
  const isBroken = isLua(file.path, terms.project) && (known?.isBroken ?? text?.lua.isSound === false);
  return { found, text, isBroken, isTooLarge: false, note: undefined };
}

function tooLarge(file: FileVersion, tasks: readonly FileTask[], size: number, terms: Terms): InspectedFile {
  const limit = terms.sizeLimit;
  const isForeign = isSomebodyElses(file, terms);
  return {
    found: isForeign ? [] : [unread(file, tasks, size, limit)],
    text: undefined,
    isBroken: false,
    isTooLarge: true,
    note: isForeign ? { kind: "too-large", path: file.path, size, limit } : undefined,
  };
}

function foundIn(file: SourceFile | undefined, { found }: Helped): RawFinding[] {
  return file === undefined ? [] : found.map(({ rule, finding }) => ({ rule, finding, file }));
}

/** Files of equal contents one after the other: a copy, or a link to a file, is not parsed anew. */
function byBlob(files: readonly ToJudge[]): readonly ToJudge[] {
  const groups = new Map<ObjectId, ToJudge[]>();
  for (const each of files) {
    const { id } = each[0].entry;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [each]);
    else group.push(each);
  }
  return [...groups.values()].flat();
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
