// Which hosts run the files of a tree: by the globals that they read, the modules that they require, and the files that make a project.
import type { RepoPath } from "../base/repo-path.ts";
import { HOSTS, type Host } from "./hosts.ts";

/** The hosts whose own globals are read in these files, whose modules they require, or whose projects lie here. */
export function hostsOf(
  readers: ReadonlyMap<string, number>,
  required: ReadonlySet<string> = new Set(),
  paths: readonly RepoPath[] = [],
): readonly Host[] {
  return HOSTS.filter(
    ({ marks, given = [], project }) =>
      marks.some((mark) => (readers.get(mark) ?? 0) > 0) ||
      given.some((name) => required.has(name)) ||
      (project !== undefined && paths.some((path) => project.test(path))),
  );
}

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
        return files.filter(({ text }) => used.test(text)).length * 5 >= Math.max(1, files.length);
      }),
  );
}
