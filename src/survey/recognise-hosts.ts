// Which hosts run the files of a tree: by the globals that they read, the modules that they require, and the files that make a project.
import type { RepoPath } from "../base/repo-path.ts";
import { HOSTS, type Host } from "./hosts.ts";

/** The hosts whose own globals are read in these files, whose modules they require, or whose projects lie here. */
export function hostsOf(
  readers: ReadonlyMap<string, number>,
  required: ReadonlySet<string> = new Set(),
  paths: readonly RepoPath[] = [],
  fileCount = 0,
): readonly Host[] {
  const found = HOSTS.filter(
    ({ marks, given = [], project, isOpen }) =>
      marks.some((mark) => (readers.get(mark) ?? 0) > (isOpen === true ? fileCount / FULL : 0)) ||
      given.some((name) => required.has(name)) ||
      (project !== undefined && paths.some((path) => project.test(path))),
  );
  return found.filter(({ notWith }) => !found.some(({ name }) => name === notWith));
}

/** A tree is full of what a fifth of its files has. */
const FULL = 5;

/** The hosts that a fifth of these texts mention, before anything is parsed: which Lua they are written in depends on it. */
export function hostsMentioned(
  files: readonly { readonly text: string }[],
  paths: readonly RepoPath[] = [],
): readonly Host[] {
  const isProject = ({ project }: Host) => project !== undefined && paths.some((path) => project.test(path));
  return HOSTS.filter(
    (host) =>
      isProject(host) ||
      host.marks.some((mark) => {
        const used = new RegExp(`(?<![\\w.:"'])${mark}\\s*[.(]`);
        return files.filter(({ text }) => used.test(text)).length * FULL >= Math.max(1, files.length);
      }),
  );
}
