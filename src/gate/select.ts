// Which rules look at what: decided from paths and settings alone, before anything is read.
import type { ChangeSet, FileChange } from "../model/change.ts";
import { hasFacet } from "../model/facet.ts";
import { isLua, isOwnLua } from "../modules/lua-files.ts";
import type { ChangeRule, FileRule, Rule } from "../rule/rule.ts";
import type { FileVersion } from "./files.ts";
import type { Terms } from "./terms.ts";
import { versionsBefore } from "./versions-before.ts";

export interface FileTask {
  readonly rule: FileRule<unknown>;
  readonly file: FileVersion;
  readonly options: unknown;
  readonly isTree: boolean;
}

export interface Selection {
  readonly fileTasks: readonly FileTask[];
  readonly changeRules: readonly ChangeRule<unknown>[];
}

export function select(change: ChangeSet, terms: Terms): Selection {
  const isTree = change.subject.kind === "tree";
  const changeRules = terms.rules
    .flatMap(changeRuleOf)
    .filter((rule) => hasFacet(change.subject, rule.facet) && isOnSomewhere(rule, change, terms));
  const sides = hasFacet(change.subject, "files") ? filesAfter(change) : [];
  return { changeRules, fileTasks: tasks(sides, terms.rules.filter(isFileRule), isTree, terms) };
}

/** The tasks of `rules` on the sides before the change: what was wrong there is not new. */
export function selectBefore(change: ChangeSet, rules: ReadonlySet<Rule>, terms: Terms): readonly FileTask[] {
  return tasks(
    (change.since ?? change).files.flatMap(versionsBefore),
    [...rules].filter(isFileRule),
    change.subject.kind === "tree",
    terms,
  );
}

function tasks(
  files: readonly FileVersion[],
  rules: readonly FileRule<unknown>[],
  isTree: boolean,
  terms: Terms,
): FileTask[] {
  const chosen: FileTask[] = [];
  for (const file of files) {
    if (isOthersBehindLink(file, terms)) continue;
    for (const rule of rules) {
      const { level, options } = terms.setting(rule.id, file.path);
      if (level !== "off" && rule.covers(file.path, terms.project, options))
        chosen.push({ rule, file, options, isTree });
    }
  }
  return chosen;
}

/** Giving other people's code another name does not make it ours. */
function isOthersBehindLink({ entry: { target } }: FileVersion, { project }: Terms): boolean {
  return target !== undefined && isLua(target, project) && !isOwnLua(target, project);
}

/** A rule about the whole change may be off in general and on for some files. */
function isOnSomewhere(rule: Rule, change: ChangeSet, terms: Terms): boolean {
  if (terms.setting(rule.id).level !== "off") return true;
  return change.files.some(({ path }) => terms.setting(rule.id, path).level !== "off");
}

/** A rule about files may also check something about the change as a whole. */
function changeRuleOf(rule: Rule): ChangeRule<unknown>[] {
  if (rule.kind === "change") return [rule];
  return rule.kind === "file" && rule.ofChange ? [{ ...rule, ...rule.ofChange, kind: "change" }] : [];
}

function isFileRule(rule: Rule): rule is FileRule<unknown> {
  return rule.kind === "file";
}

/** In the tree of a commit only what that commit changed is part of a change. */
function filesAfter({ files, since }: ChangeSet): FileVersion[] {
  const all = files.flatMap(after);
  if (since === undefined) return all;
  const changes = new Map(since.files.map((file) => [file.path, file]));
  return all.map((file) => ({ ...file, change: changes.get(file.path) }));
}

function after(change: FileChange): FileVersion[] {
  return change.kind === "deleted" ? [] : [{ path: change.path, entry: change.after, side: "after", change }];
}
