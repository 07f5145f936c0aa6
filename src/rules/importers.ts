// The files that may require some modules: by the names under which the module roots reach them, and from beside them.
import { readable } from "../base/byte-text.ts";
import type { RepoPath } from "../base/repo-path.ts";
import { namesOf, siblingNames } from "../lua/module-names.ts";
import type { Project } from "../model/project.ts";
import { isOwnLua } from "./lua-files.ts";
import type { Answers, ChangeScene, Question, SourceFile } from "./rule.ts";

/** One search for the names by which the module roots reach `modules`, and one in each of their folders. */
export function importerSearch(modules: readonly RepoPath[], project: Project): Question[] {
  const words = wordsFor(modules, project);
  const questions: Question[] = [];
  if (words.length > 0) questions.push({ kind: "search", side: "after", words, globs: project.lua.files });
  for (const [folder, names] of neighbours(modules)) {
    const globs = [folder === "" ? "*.lua" : `${folder}/*.lua`];
    questions.push({ kind: "search", side: "after", words: names, globs });
  }
  return questions;
}

/** What that search found and `changed`, as far as the repository's people answer for it. Untouched files too: they are what is forgotten. */
export function importers(
  modules: readonly RepoPath[],
  changed: readonly SourceFile[],
  scene: ChangeScene<unknown>,
  answers: Answers,
): readonly SourceFile[] {
  const { project } = scene;
  const words = wordsFor(modules, project);
  const hits = [
    ...changed,
    ...(words.length === 0 ? [] : answers.found("after", words)),
    ...[...neighbours(modules).values()].flatMap((names) => answers.found("after", names)),
  ];
  const byPath = new Map(hits.map((file) => [file.path, file]));
  return [...byPath.values()].filter(
    ({ path }) => isOwnLua(path, project) && scene.optionsFor(path) !== undefined,
  );
}

export function folderOf(path: RepoPath): RepoPath {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function wordsFor(modules: readonly RepoPath[], { lua }: Project): string[] {
  const names = modules.flatMap((path) => namesOf(path, lua.moduleRoots)).map(readable);
  return [...new Set(names.flatMap((name) => [name, name.replaceAll(".", "/")]))].sort();
}

function neighbours(modules: readonly RepoPath[]): ReadonlyMap<RepoPath, string[]> {
  const byFolder = new Map<RepoPath, string[]>();
  for (const path of modules) {
    const names = siblingNames(path).map(readable);
    byFolder.set(folderOf(path), [...(byFolder.get(folderOf(path)) ?? []), ...names]);
  }
  return byFolder;
}
