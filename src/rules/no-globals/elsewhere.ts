// What one file alone can't tell about a global: whether another one sets it, or uses it.
import type { RepoPath } from "../../base/repo-path.ts";
import type { GlobalUse } from "../../lua/facts/globals.ts";
import type { FileChange } from "../../model/change.ts";
import type { Finding } from "../../model/finding.ts";
import { isAddedLine } from "../../modules/added-lines.ts";
import { isNoCode } from "../../modules/declarations.ts";
import type { Facts, Need } from "../../modules/facts.ts";
import { luaSearch } from "../../modules/importers.ts";
import { isOwnLua, isTest } from "../../modules/lua-files.ts";
import type { SourceFile } from "../../modules/source-file.ts";
import { incremental, type SoFar } from "../../rule/incremental.ts";
import type { ChangeRule, ChangeScene } from "../../rule/rule.ts";
import { isMadeByText } from "./made-by-text.ts";
import type { NoGlobalsOptions } from "./options.ts";
import { findingOf, suspectsIn } from "./suspects.ts";

/** `i` and `_` are in every file, and never meant for another one. */
const SHORTEST = 2;

/** What remains to be looked up in the tree. */
export function mayBeElsewhere(
  { name, kind, scope, isLost = false }: GlobalUse,
  { elsewhere, shared }: NoGlobalsOptions,
): boolean {
  if (!elsewhere || name === undefined || isLost || name.length < SHORTEST) return false;
  return kind === "read" || (shared && scope !== "");
}

export const elsewhere: Pick<ChangeRule<NoGlobalsOptions>, "facet" | "needs" | "inspect"> = {
  facet: "files",
  ...incremental(look),
};

interface Suspect {
  readonly use: GlobalUse;
  readonly file: SourceFile;
  readonly options: NoGlobalsOptions;
}

/** What became of its file: `from` is its name before. */
interface Changed {
  readonly from: RepoPath | undefined;
  readonly change: FileChange;
}

function look(scene: ChangeScene<NoGlobalsOptions>, facts: Facts): SoFar {
  const { project } = scene;
  const changed = changedFiles(scene);
  const needs: Need[] = [
    contents(
      "after",
      changed.map(({ path }) => path),
    ),
  ];
  const suspects: (Suspect & Changed)[] = [];
  for (const { path, from, options, change } of changed) {
    const file = facts.file("after", path);
    if (file?.lua.syntax.ok !== true || isNoCode(file)) continue;
    for (const use of suspectsIn(file, options, project))
      if (mayBeElsewhere(use, options)) suspects.push({ use, file, options, from, change });
  }
  // Code that moves from one file to another brings its globals along.
  const olds = changed.flatMap(({ from }) => from ?? []);
  if (suspects.length > 0) needs.push(contents("before", olds));
  const known = new Set(
    suspects.length === 0
      ? []
      : changed.flatMap(({ from, options }) => {
          const file = from === undefined ? undefined : facts.file("before", from);
          return file?.lua.syntax.ok === true ? suspectsIn(file, options, project).map(keyOf) : [];
        }),
  );
  // Nobody knows what was in a file that did not parse before: what the change left alone was there.
  const unread = new Set<RepoPath | undefined>(
    olds.filter((path) => facts.file("before", path)?.lua.syntax.ok === false && scene.mustParse(path)),
  );
  const fresh = suspects.filter(
    (suspect) => !known.has(keyOf(suspect.use)) && !(unread.has(suspect.from) && isLeftAlone(suspect)),
  );
  const words = [...new Set(fresh.flatMap(({ use }) => use.name ?? []))].sort();
  if (words.length > 0) needs.push(luaSearch(words, project));
  const found = words.length === 0 ? [] : facts.found("after", words);
  return {
    needs: needs.filter((need) => !("paths" in need) || need.paths.length > 0),
    findings: fresh.flatMap((suspect) => (isKnown(suspect, found) ? [] : finding(suspect))),
  };
}

function finding({ use, file, options }: Suspect): Finding {
  return findingOf(use, file, options);
}

function changedFiles({ change, project, optionsFor }: ChangeScene<NoGlobalsOptions>) {
  return change.files.flatMap((file) => {
    if (file.kind === "deleted" || !isOwnLua(file.path, project)) return [];
    const options = optionsFor(file.path);
    if (options?.elsewhere !== true) return [];
    const from = file.kind === "modified" ? file.path : file.kind === "renamed" ? file.from : undefined;
    return [{ path: file.path, from, options, change: file }];
  });
}

function contents(side: "before" | "after", paths: readonly string[]): Need {
  return { kind: "contents", side, paths };
}

function isLeftAlone({ use, file, change }: Suspect & Changed): boolean {
  return !isAddedLine(file.lines.span(use.range).start.line, { change, lines: file.lines });
}

function keyOf({ kind, name }: GlobalUse): string {
  return `${kind} ${name}`;
}

/** Whether another file sets what is read here, or uses what is set; what tests set belongs to them. */
function isKnown({ use, file }: Suspect, found: readonly SourceFile[]): boolean {
  return found.some((other) => {
    if (other.path === file.path || !other.text.includes(use.name ?? "")) return false;
    if (isTest(other.path) && !isTest(file.path)) return false;
    if (use.kind === "read" && isMadeByText(use.name ?? "", other)) return true;
    if (!other.lua.syntax.ok) return false;
    return other.lua.globals.some(
      ({ name, kind }) => name === use.name && (use.kind === "write" || kind === "write"),
    );
  });
}
