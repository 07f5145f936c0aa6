// The name of a task, and the file that it lies in.
import type { RepoPath } from "../base/repo-path.ts";

export const TASK_FOLDER: RepoPath = ".codex/tasks";

/** The file of a task; its code must be a safe one. */
export function taskFile(code: string): RepoPath {
  return `${TASK_FOLDER}/${code}.json`;
}

/** The task that a path is the file of; undefined for any other path. */
export function codeOfFile(path: RepoPath): string | undefined {
  const code = /^\.codex\/tasks\/([^/]+)\.json$/.exec(path)?.[1];
  return code !== undefined && codeFault(code) === undefined ? code : undefined;
}

/** The spelling that files and branches give a code that stands in a title: "Phase 7" is `Phase-7`. */
export function fileCode(code: string): string {
  return code.trim().replaceAll(/\s+/g, "-");
}

/** The code of a phase, after its branch: `codex/phase-<name>` (playbook, "Runner contract"). */
export function phaseCode(name: string): string {
  return `phase-${fileCode(name)}`;
}

/**
 * Why a text can't be the code of a task, if there is a reason: it names a file on every disk, a branch, and what a title
 * begins with.
 */
export function codeFault(code: string): string | undefined {
  if (code === "") return "it is empty";
  if (code.length > 100) return "it is longer than 100 characters";
  if (!/^[\w.-]+$/.test(code)) return "it may hold letters, digits, _, - and . only";
  if (!/^[A-Za-z0-9]/.test(code)) return "it must begin with a letter or a digit";
  if (code.endsWith(".") || code.includes("..")) return "a dot must stand between other characters";
  if (/\.(?:lock|json)$/i.test(code)) return "it may not end like a file";
  if (/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(code)) return "Windows keeps this name for itself";
  return undefined;
}
