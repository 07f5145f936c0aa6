// The mechanical exception of a budget, proved: but for the paths in requires and one name that is another name throughout, a
// file holds the same tokens as before. Comments and white space don't count. Playbook, "Defaults": mechanical exception.
import { readable } from "../base/byte-text.ts";
import { type RepoPath, showPath } from "../base/repo-path.ts";
import { type Token, tokens } from "../lua/tokens.ts";
import type { FileChange } from "../model/change.ts";
import type { Project } from "../model/project.ts";
import { isLua } from "./lua-files.ts";
import type { Answers, Question, SourceFile } from "./rule.ts";

/** What has to be read for the proof. */
export function asksForProof(files: readonly FileChange[]): Question[] {
  const edited = files.filter(isEdited);
  return [
    { kind: "contents", side: "before", paths: edited.map(pathBefore) },
    { kind: "contents", side: "after", paths: edited.map(({ path }) => path) },
  ];
}

/** Why the change of `files` is more than mechanical: the first thing that is. Undefined when it is mechanical. */
export function whyNotMechanical(
  files: readonly FileChange[],
  project: Project,
  answers: Answers,
): string | undefined {
  for (const file of files) {
    if (!isEdited(file)) return `${showPath(file.path)} is ${file.kind}`;
    if (file.before.id === file.after.id) continue;
    if (!isLua(file.path, project)) return `${showPath(file.path)} is not Lua`;
    const before = answers.file("before", pathBefore(file));
    const after = answers.file("after", file.path);
    if (before === undefined || after === undefined) return `${showPath(file.path)} cannot be read`;
    const difference = firstDifference(before, after);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

type Edited =
  | Extract<FileChange, { kind: "modified" }>
  | (Extract<FileChange, { from: RepoPath }> & { readonly kind: "renamed" });

function isEdited(file: FileChange): file is Edited {
  return file.kind === "modified" || file.kind === "renamed";
}

function pathBefore(file: Edited): RepoPath {
  return file.kind === "renamed" ? file.from : file.path;
}

/** Where and how two texts differ in more than require paths and one renaming. */
export function firstDifference(before: SourceFile, after: SourceFile): string | undefined {
  const old = codeOf(before);
  const now = codeOf(after);
  const paths = new Set(requiredAt(before));
  const newPaths = new Set(requiredAt(after));
  let renamed: { readonly from: string; readonly to: string } | undefined;
  for (let at = 0; at < Math.max(old.length, now.length); at++) {
    const a = old[at];
    const b = now[at];
    const was = a === undefined ? "" : textOf(a, before);
    const is = b === undefined ? "" : textOf(b, after);
    if (a !== undefined && b !== undefined) {
      if (paths.has(a.range.start) && newPaths.has(b.range.start)) continue;
      if (a.kind === "name" && b.kind === "name") {
        if (was !== is) renamed ??= { from: was, to: is };
        if (is === renamedAs(was, renamed)) continue;
      } else if (was === is) continue;
    }
    return describe(was, is, b ?? now.at(-1), after);
  }
  return renamed === undefined ? undefined : clash(renamed, old, before, after);
}

function renamedAs(
  name: string,
  renamed: { readonly from: string; readonly to: string } | undefined,
): string {
  return renamed !== undefined && name === renamed.from ? renamed.to : name;
}

/** Two names that become one are no renaming. */
function clash(
  { from, to }: { readonly from: string; readonly to: string },
  old: readonly Token[],
  before: SourceFile,
  after: SourceFile,
): string | undefined {
  const isTaken = old.some((token) => token.kind === "name" && textOf(token, before) === to);
  return isTaken
    ? `${showPath(after.path)}: ${from} becomes ${to}, which is another name there already`
    : undefined;
}

function codeOf({ text }: SourceFile): Token[] {
  return tokens(text).filter(({ kind }) => kind !== "comment" && kind !== "shebang" && kind !== "eof");
}

/** Where the names of required modules stand. */
function requiredAt({ lua }: SourceFile): number[] {
  return lua.requires.flatMap((require) => (require.kind === "static" ? [require.literal.range.start] : []));
}

function textOf({ range }: Token, { text }: SourceFile): string {
  return text.slice(range.start, range.end);
}

function describe(was: string, is: string, token: Token | undefined, after: SourceFile): string {
  const { line, column } = after.lines.at(token?.range.start ?? 0);
  const place = `${showPath(after.path)}:${line}:${column}`;
  if (was === is) return `${place}  ${quote(was)} stays here, and is renamed above`;
  if (was === "") return `${place}  ${quote(is)} is added`;
  if (is === "") return `${place}  ${quote(was)} is taken away`;
  return `${place}  ${quote(was)} becomes ${quote(is)}`;
}

function quote(token: string): string {
  const text = readable(token);
  return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
