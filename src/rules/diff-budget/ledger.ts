// What a budget counts, what it leaves out and why: the figures behind the verdict of `diff-budget`.

import { matchesAny } from "../../base/glob.ts";
import { type RepoPath, showPath } from "../../base/repo-path.ts";
import { count } from "../../base/wording.ts";
import { BASELINE_FILE } from "../../model/baseline/baseline.ts";
import type { FileChange } from "../../model/change.ts";
import { VENDORED_FILES } from "../../model/ci-places.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { isGenerated, isVendored } from "../../modules/lua-files.ts";
import type { ChangeScene } from "../../rule/rule.ts";
import type { DiffBudgetOptions } from "./budget.ts";

export interface Ledger {
  readonly counted: readonly LedgerItem[];
  readonly excluded: readonly { readonly path: RepoPath; readonly why: string }[];
}

export interface LedgerItem {
  readonly file: FileChange;
  readonly path: RepoPath;
  readonly addedLoc: number;
  /** Whether it is one of the files that the stricter budget is about, at either end of a rename. */
  readonly isStrict: boolean;
}

/** With the facts that `needsForSpace` asks for, a file in which only white space changed costs nothing. */
export function ledgerOf(scene: ChangeScene<DiffBudgetOptions>, facts?: Facts): Ledger {
  const counted: LedgerItem[] = [];
  const excluded: { path: RepoPath; why: string }[] = [];
  for (const file of scene.change.files) {
    const isSpace = facts !== undefined && mayBeSpace(file) && isSpaceAlone(file.path, facts);
    const why = reasonToExclude(file.path, scene) ?? (isSpace ? "only white space changed" : undefined);
    if (why === undefined) counted.push(itemOf(file, scene.options));
    else excluded.push({ path: file.path, why });
  }
  return { counted, excluded };
}

/** Both sides of the files that add no line: in some of them only white space may have changed. */
export function needsForSpace({ counted }: Ledger): Need[] {
  const paths = counted.flatMap(({ file, path }) => (mayBeSpace(file) ? [path] : []));
  if (paths.length === 0) return [];
  return [
    { kind: "contents", side: "before", paths },
    { kind: "contents", side: "after", paths },
  ];
}

function mayBeSpace(file: FileChange): boolean {
  if (file.kind !== "modified" || file.lines.kind !== "text" || file.lines.addedLoc > 0) return false;
  return file.before.kind === file.after.kind && file.before.id !== file.after.id;
}

function isSpaceAlone(path: RepoPath, facts: Facts): boolean {
  const [before, after] = [facts.file("before", path), facts.file("after", path)];
  if (before === undefined || after === undefined) return false;
  return before.text.replaceAll(/\s+/g, "") === after.text.replaceAll(/\s+/g, "");
}

/** The sum, the five largest, and what was left out, by its reason. */
export function showLedger({ counted, excluded }: Ledger): string[] {
  const lines = counted.reduce((sum, { addedLoc }) => sum + addedLoc, 0);
  const largest = [...counted]
    .sort((a, b) => b.addedLoc - a.addedLoc || (a.path < b.path ? -1 : 1))
    .slice(0, 5);
  const width = Math.max(...largest.map(({ addedLoc }) => String(addedLoc).length));
  return [
    `counted: ${count(counted.length, "file")}, +${lines}; the largest:`,
    ...largest.map(({ path, addedLoc }) => `+${String(addedLoc).padEnd(width)} ${showPath(path)}`),
    ...reasons(excluded),
  ];
}

function reasons(excluded: Ledger["excluded"]): string[] {
  const byReason = new Map<string, RepoPath[]>();
  for (const { path, why } of excluded) byReason.set(why, [...(byReason.get(why) ?? []), path]);
  return [...byReason].map(([why, paths]) => {
    const shown = paths.slice(0, 3).map(showPath).join(", ");
    const more = paths.length > 3 ? ` and ${paths.length - 3} more` : "";
    return `not counted, ${why}: ${shown}${more}`;
  });
}

function reasonToExclude(path: RepoPath, scene: ChangeScene<DiffBudgetOptions>): string | undefined {
  const options = scene.optionsFor(path);
  if (options === undefined) return "the policy leaves it out";
  if (isGenerated(path, scene.project) || matchesAny([VENDORED_FILES, BASELINE_FILE], path))
    return "generated";
  if (isVendored(path, scene.project)) return "vendored";
  const glob = scene.options.exclude.find((each) => matchesAny([each], path));
  return glob === undefined ? undefined : `excluded by ${glob}`;
}

function itemOf(file: FileChange, { strict }: DiffBudgetOptions): LedgerItem {
  const ends = file.kind === "renamed" ? [file.from, file.path] : [file.path];
  return {
    file,
    path: file.path,
    addedLoc: addedLocOf(file),
    isStrict: ends.some((path) => matchesAny(strict.globs, path)),
  };
}

/** What cannot be counted in lines costs only its file: a deletion, a binary file, a submodule. */
function addedLocOf(file: FileChange): number {
  return file.kind !== "deleted" && file.lines.kind === "text" ? file.lines.addedLoc : 0;
}
