// Files that are judged by other threads at the same time: what they are handed, and how each of them judges.
import type { RepoPath } from "../../base/repo-path.ts";
import type { Blob, ObjectId, Source } from "../../model/change.ts";
import { isLua, versionOf } from "../../modules/lua-files.ts";
import type { FileRule, Rule } from "../../rule/rule.ts";
import { Files, type FileVersion } from "../files.ts";
import type { Watched } from "../known/seen.ts";
import type { FileTask } from "../select.ts";
import type { Setting, Terms } from "../terms.ts";
import type { FromHelper, Handed, HandedFile, Helped } from "./handed.ts";
import { inspectTasks } from "./inspect-file.ts";

/** With fewer all is judged before a thread has started. */
export const ENOUGH_FOR_HELP = 150;

/** In bytes: each costs some telling. */
const SHARE = 200_000;

/** Nobody waits long for the last share if none is more than this part of what is left. */
const PARTS = 6;

export type ToJudge = readonly [file: FileVersion, tasks: readonly FileTask[]];

interface Together {
  readonly helpers: Terms["helpers"];
  /** What will be looked at again need not be let go: where something was found, and what nothing can be kept of. */
  readonly mayStay: boolean;
}

/**
 * Judges files in all threads at once: helpers take shares from the front, as long as there are any, and this thread takes what is left from
 * the back. What a helper could not judge is judged here. What is equal stands side by side.
 */
export async function judgeTogether(
  tasks: readonly ToJudge[],
  files: Files,
  terms: Terms,
  { helpers, mayStay }: Together,
): Promise<ReadonlyMap<FileVersion, Helped>> {
  const judged = new Map<FileVersion, Helped>();
  const note = (group: readonly ToJudge[], found: readonly FromHelper[]) => {
    for (const [index, [file, its]] of group.entries()) {
      const { judged: known, seen } = found[index] as FromHelper;
      judged.set(file, known);
      if (files.bytes(file.entry) !== undefined) terms.tree?.keep(file, its, terms, known, seen);
    }
  };
  const here = (group: readonly ToJudge[]) =>
    note(group, judgeEach(group, files, terms, { mayStay, isWatched: terms.tree !== undefined }));
  const groups = ofOneBlob(
    tasks.filter(([file, its]) => {
      const known = files.bytes(file.entry) === undefined ? undefined : terms.tree?.recall(file, its, terms);
      if (known !== undefined) judged.set(file, known);
      return known === undefined;
    }),
  );
  // Nothing to hand over, and next to nothing to do.
  for (const group of groups) if (sizeOf(group, files) === 0) here(group);
  const open = new Open(
    groups.filter((group) => sizeOf(group, files) > 0),
    files,
  );
  const helping = Array.from({ length: helpers?.count ?? 0 }, async (_, helper): Promise<void> => {
    for (let share = open.share(); share.length > 0; share = open.share()) {
      const found = await helpers?.help(helper, handedOf(share, files, terms));
      if (found?.length === share.length) note(share, found);
      else here(share);
    }
  });
  const helped = Promise.all(helping);
  // What fails there is met below, and not before.
  helped.catch(() => {});
  for (let group = open.last(); group !== undefined; group = open.last()) {
    // Time for a helper that has finished its share.
    if (helping.length > 0) await new Promise((resolve) => setImmediate(resolve));
    here(group);
  }
  await helped;
  return judged;
}

/** What nobody has taken yet, from both ends. */
class Open {
  readonly #groups: readonly (readonly ToJudge[])[];
  readonly #files: Files;
  #from = 0;
  #to: number;
  #left: number;

  constructor(groups: readonly (readonly ToJudge[])[], files: Files) {
    this.#groups = groups;
    this.#files = files;
    this.#to = groups.length;
    this.#left = groups.reduce((sum, group) => sum + sizeOf(group, files), 0);
  }

  /** For a helper; the less is left, the smaller, so that all are done at once. */
  share(): readonly ToJudge[] {
    const share: ToJudge[] = [];
    const enough = Math.min(SHARE, this.#left / PARTS);
    for (let size = 0; this.#from < this.#to && size <= enough; ) {
      const group = this.#groups[this.#from++] ?? [];
      for (const each of group) share.push(each);
      size += this.#taken(group);
    }
    return share;
  }

  last(): readonly ToJudge[] | undefined {
    if (this.#from >= this.#to) return undefined;
    const group = this.#groups[--this.#to] ?? [];
    this.#taken(group);
    return group;
  }

  #taken(group: readonly ToJudge[]): number {
    const size = sizeOf(group, this.#files);
    this.#left -= size;
    return size;
  }
}

/** In bytes; nothing for what holds no text, or too much. */
function sizeOf(group: readonly ToJudge[], files: Files): number {
  return group.reduce((sum, [file]) => sum + (files.bytes(file.entry)?.length ?? 0), 0);
}

function ofOneBlob(tasks: readonly ToJudge[]): ToJudge[][] {
  const groups: ToJudge[][] = [];
  for (const each of tasks) {
    const last = groups.at(-1);
    if (last?.[0]?.[0].entry.id === each[0].entry.id) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

/** One after the other; what was read of a text is let go after the last file that holds it. */
function judgeEach(
  tasks: readonly ToJudge[],
  files: Files,
  terms: Terms,
  { mayStay, isWatched }: { readonly mayStay: boolean; readonly isWatched: boolean },
): readonly FromHelper[] {
  return ofOneBlob(tasks).flatMap((group) => {
    const answered = group.map(([file, its]): FromHelper => {
      const seen = new Set<Watched>();
      return { judged: judge(file, its, files, terms, isWatched ? seen : undefined), seen };
    });
    const isOpen = ({ judged: { found, facts } }: FromHelper) => found.length > 0 || facts === undefined;
    if (mayStay && answered.some(isOpen)) return answered;
    for (const [file] of group) files.compare(file);
    for (const [file] of group) files.release(file);
    return answered;
  });
}

function judge(
  file: FileVersion,
  tasks: readonly FileTask[],
  files: Files,
  terms: Terms,
  looks: Set<Watched> | undefined,
): Helped {
  const raw = inspectTasks(file, tasks, files, terms, looks);
  const found = raw.map(({ rule, finding }) => ({ rule, finding }));
  const isBroken = isLua(file.path, terms.project) && files.get(file)?.lua.isSound === false;
  return { found, isBroken, facts: files.facts(file) };
}

function handedOf(share: readonly ToJudge[], files: Files, terms: Terms): Handed {
  const { project, today, isStrictOnDates = false, code, task, sizeLimit } = terms;
  return {
    files: share.flatMap(([file, its]): HandedFile[] => {
      const bytes = files.bytes(file.entry);
      const given = its.map(({ rule, options, isTree }) => ({ rule: rule.id, options, isTree }));
      const { target } = file.entry;
      const behind = target === undefined ? [] : its.map(({ rule }) => terms.setting(rule.id, target));
      return bytes === undefined ? [] : [{ file, tasks: given, behind, bytes }];
    }),
    terms: { project, today, isStrictOnDates, code, task, sizeLimit },
    isWatched: terms.tree !== undefined,
  };
}

/** What a helper does with its share. */
export async function judgeHanded(
  { files: handed, terms, isWatched }: Handed,
  rules: readonly Rule[],
): Promise<readonly FromHelper[]> {
  const fileRules = new Map<string, FileRule<unknown>>(
    rules.flatMap((rule) => (rule.kind === "file" ? [[rule.id, rule]] : [])),
  );
  const files = new Files(sourceOf(handed), terms.sizeLimit, (path: RepoPath, text) =>
    versionOf(path, terms.project, text),
  );
  await files.load(handed.map(({ file }) => file));
  const behind = new Map<string, Setting>();
  for (const { file, tasks, behind: settings } of handed)
    for (const [index, setting] of settings.entries())
      behind.set(`${tasks[index]?.rule} ${file.entry.target}`, setting);
  const setting = (rule: string, path: RepoPath) => behind.get(`${rule} ${path}`) ?? NOT_ASKED;
  // No more is asked of the terms by rules about files.
  const whole = { ...terms, setting } as Terms;
  const given = handed.map(({ file, tasks }): ToJudge => {
    const its = tasks.map(({ rule, options, isTree }): FileTask => {
      const known = fileRules.get(rule);
      if (known === undefined) throw new Error(`no rule about files is called ${rule}`);
      return { rule: known, file, options, isTree };
    });
    return [file, its];
  });
  return judgeEach(given, files, whole, { mayStay: false, isWatched });
}

const NOT_ASKED: Setting = { level: "off", options: undefined };

/** What was handed over, and nothing else. */
function sourceOf(handed: readonly HandedFile[]): Pick<Source, "load"> {
  const blobs = new Map<ObjectId, Blob>(
    handed.map(({ file, bytes }) => [
      file.entry.id,
      { kind: "bytes", bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    ]),
  );
  return { load: async () => blobs };
}
