// One rule on one file. A file with a Lua name that is a symbolic link to another such file is judged only for what that other name
// doesn't answer for: a fence that is drawn around this path alone.
import type { Finding } from "../../model/finding.ts";
import { spanOf } from "../../model/place.ts";
import { isLua } from "../../modules/lua-files.ts";
import type { Scene } from "../../rule/rule.ts";
import type { RawFinding } from "../compare.ts";
import type { Files, FileVersion } from "../files.ts";
import { judgedAs, judgementOf, ruleAs, seenIn, stillHolds } from "../known/earlier-judgement.ts";
import type { Judgement } from "../known/memory.ts";
import { type Seen, type Watch, watch } from "../known/seen.ts";
import type { FileTask } from "../select.ts";
import type { Terms } from "../terms.ts";

/** All that there is to find in a file; what a rule has looked for on the same terms is not looked for again. `looks` is where looks are noted. */
export function inspectTasks(
  file: FileVersion,
  tasks: readonly FileTask[],
  files: Files,
  terms: Terms,
  looks: Seen | undefined = terms.step?.seen,
): RawFinding[] {
  const [first] = tasks;
  const canBeKept =
    terms.memory !== undefined && file.entry.target === undefined && isLua(file.path, terms.project);
  if (!canBeKept || first === undefined)
    return tasks.flatMap((task) => inspectFile(task, files, terms, looks));
  const judged = judgedAs(file, terms);
  const { today, code, task } = terms;
  const scene = { isTree: first.isTree, today, code, task };
  const last = files.judgement(file);
  const before = stillHolds(last, judged, scene) ? last : undefined;
  const seen: Seen = new Set();
  let isNews = false;
  const all = tasks.map((each): readonly [rule: string, found: readonly RawFinding[]] => {
    const rule = ruleAs(each);
    const known = before?.found[rule];
    if (known !== undefined) return [rule, known.map((finding) => foundBy(each, finding, files))];
    isNews = true;
    return [rule, inspectFile(each, files, terms, seen)];
  });
  terms.step?.look([...seen, ...seenIn(before)]);
  if (isNews && files.get(file) !== undefined) {
    const found = Object.fromEntries(all.map(([rule, its]) => [rule, its.map(({ finding }) => finding)]));
    if (isSmall(found)) files.noteJudgement(file, judgementOf(judged, found, seen, scene, before));
  }
  return all.flatMap(([, found]) => found);
}

function foundBy({ rule, file }: FileTask, finding: Finding, files: Files): RawFinding {
  return { rule: rule.id, finding, file: files.get(file) };
}

/** What would fill the memory is found again. */
function isSmall(found: Judgement["found"]): boolean {
  const all = Object.values(found).flat();
  return all.length === 0 || JSON.stringify(all).length <= MOST_KEPT;
}

const MOST_KEPT = 16 << 10;

function inspectFile(task: FileTask, files: Files, terms: Terms, seen?: Seen): RawFinding[] {
  const { rule, file } = task;
  const loaded = files.get(file);
  if (loaded === undefined) return [];
  const scene = seen === undefined ? sceneOf(task, terms) : watchedScene(task, terms, seen);
  const found = [...rule.inspect(loaded, scene)].map((finding) => ({ rule: rule.id, finding, file: loaded }));
  if (found.length === 0 || !isLuaElsewhere(file, terms)) return found;
  const known = new Set(inspectTarget(task, files, terms, seen).map(whatAndWhere));
  return found.filter((each) => !known.has(whatAndWhere(each)));
}

type RuleInScene = Pick<FileTask, "rule" | "options" | "isTree">;

function sceneOf({ options, isTree }: RuleInScene, terms: Terms): Scene<unknown> {
  const { project, today, isStrictOnDates = false, code, task } = terms;
  return { isTree, project, options, today, isStrictOnDates, code, task };
}

/** The same for every file that a rule looks at with the same options. */
function watchedScene(task: RuleInScene, terms: Terms, seen: Seen): Scene<unknown> {
  const { by, made } = watched.get(terms) ?? { by: { seen }, made: new Map<RuleInScene["rule"], Made>() };
  watched.set(terms, { by, made });
  by.seen = seen;
  const last = made.get(task.rule);
  if (last !== undefined && last.options === task.options && last.isTree === task.isTree) return last.scene;
  const scene = watch(sceneOf(task, terms), by);
  made.set(task.rule, { options: task.options, isTree: task.isTree, scene });
  return scene;
}

type Made = Omit<RuleInScene, "rule"> & { readonly scene: Scene<unknown> };

const watched = new WeakMap<Terms, { readonly by: Watch; readonly made: Map<RuleInScene["rule"], Made> }>();

/** Whether this is a link to a file that has a Lua name of its own. */
export function isLuaElsewhere({ entry: { target } }: FileVersion, { project }: Terms): boolean {
  return target !== undefined && isLua(target, project);
}

/** What the rule says about the file that a link leads to, in that file's own place. */
function inspectTarget(task: FileTask, files: Files, terms: Terms, seen?: Seen): RawFinding[] {
  const { rule, file } = task;
  const path = file.entry.target ?? file.path;
  const { level, options } = terms.setting(rule.id, path);
  if (level === "off" || !rule.covers(path, terms.project, options)) return [];
  const { kind, id } = file.entry;
  return inspectFile({ ...task, file: { ...file, path, entry: { kind, id } }, options }, files, terms, seen);
}

function whatAndWhere({ finding: { place, message } }: RawFinding): string {
  const span = spanOf(place);
  return `${message}\0${span?.start.line}:${span?.start.column}`;
}
