// The name of a pipeline, and the file that it lies in.
import type { RepoPath } from "../base/repo-path.ts";

/** The file of a pipeline by its name: "" is the playbook's own. */
export function manifestFile(name: string): RepoPath {
  return name === "" ? ".codex/pipeline.json" : `.codex/pipeline-${name}.json`;
}

/** The name of the pipeline that a path is the manifest of; undefined for any other path. */
export function manifestName(path: RepoPath | undefined): string | undefined {
  const [whole, name = ""] = /^\.codex\/pipeline(?:-([^/]+))?\.json$/.exec(path ?? "") ?? [];
  return whole === undefined ? undefined : name;
}

/** Why a text can't be the name of a phase, or of a pipeline, if there is a reason: it names a branch, and a file on every disk. */
export function phaseNameFault(name: string): string | undefined {
  if (name === "") return "it is empty";
  if (name.length > 80) return "it is longer than 80 characters";
  if (!/^[A-Za-z0-9]/.test(name)) return "it must begin with a letter or a digit";
  if (!/^[A-Za-z0-9._-]+$/.test(name)) return "it may hold letters, digits, ., _ and - only";
  if (name.includes("..")) return "no branch may hold two dots in a row";
  if (name.endsWith(".")) return "no branch may end in a dot";
  if (/\.lock$/i.test(name)) return "no branch may end in .lock";
  return undefined;
}
