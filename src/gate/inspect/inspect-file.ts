// One rule on one file. A file with a Lua name that is a symbolic link to another such file is judged only for what that other name
// doesn't answer for: a fence that is drawn around this path alone.
import { spanOf } from "../../model/place.ts";
import { isLua } from "../../modules/lua-files.ts";
import type { RawFinding } from "../compare.ts";
import type { Files, FileVersion } from "../files.ts";
import type { FileTask } from "../select.ts";
import { cleanOf, isStillClean, judgedAs, ruleAs, type Seen, watch } from "../still-clean.ts";
import type { Terms } from "../terms.ts";

/** All that there is to find in a file; what a rule found nothing of on the same terms is not looked for again. */
export function inspectTasks(
  file: FileVersion,
  tasks: readonly FileTask[],
  files: Files,
  terms: Terms,
): RawFinding[] {
  const [first] = tasks;
  const canBeKept =
    terms.memory !== undefined && file.entry.target === undefined && isLua(file.path, terms.project);
  if (!canBeKept || first === undefined) return tasks.flatMap((task) => inspectFile(task, files, terms));
  const judged = judgedAs(file, terms);
  const { today, code, task } = terms;
  const scene = { subject: first.subject, today, code, task };
  const last = files.clean(file);
  const before = isStillClean(last, judged, scene) ? last : undefined;
  const rules = tasks.map(ruleAs);
  const open = tasks.filter((_, at) => before?.rules.includes(rules[at] ?? "") !== true);
  if (open.length === 0) return [];
  const seen: Seen = new Set();
  const found = open.flatMap((each) => inspectFile(each, files, terms, seen));
  if (found.length === 0 && files.get(file) !== undefined)
    files.noteClean(file, cleanOf(judged, rules, seen, scene, before));
  return found;
}

function inspectFile(task: FileTask, files: Files, terms: Terms, seen?: Seen): RawFinding[] {
  const { rule, file, options, subject } = task;
  const loaded = files.get(file);
  if (loaded === undefined) return [];
  const { project, today, isStrictOnDates = false, code } = terms;
  const plain = { subject, project, options, today, isStrictOnDates, code, task: terms.task };
  const scene = seen === undefined ? plain : watch(plain, seen);
  const found = [...rule.inspect(loaded, scene)].map((finding) => ({ rule: rule.id, finding, file: loaded }));
  if (found.length === 0 || !isLuaElsewhere(file, terms)) return found;
  const known = new Set(inspectTarget(task, files, terms).map(whatAndWhere));
  return found.filter((each) => !known.has(whatAndWhere(each)));
}

/** Whether this is a link to a file that has a Lua name of its own. */
export function isLuaElsewhere({ entry: { target } }: FileVersion, { project }: Terms): boolean {
  return target !== undefined && isLua(target, project);
}

/** What the rule says about the file that a link leads to, in that file's own place. */
function inspectTarget(task: FileTask, files: Files, terms: Terms): RawFinding[] {
  const { rule, file } = task;
  const path = file.entry.target ?? file.path;
  const { level, options } = terms.setting(rule.id, path);
  if (level === "off" || !rule.covers(path, terms.project, options)) return [];
  const { kind, id } = file.entry;
  return inspectFile({ ...task, file: { ...file, path, entry: { kind, id } }, options }, files, terms);
}

function whatAndWhere({ finding: { place, message } }: RawFinding): string {
  const span = spanOf(place);
  return `${message}\0${span?.start.line}:${span?.start.column}`;
}
