// A name as typed: a path, or dotted as in a require; of a module, or of a folder.
import type { RepoPath } from "../../base/repo-path.ts";

export function isFolderName(name: string): boolean {
  return /(?:[/\\]|\.\*)$/.test(name);
}

export function isPath(name: string): boolean {
  return /[/\\]/.test(name) || name.endsWith(".lua");
}

/** Without what marks a folder. */
export function bare(name: string): string {
  return isPath(name) ? pathOf(name) : name.replace(/\.\*$/, "");
}

export function pathOf(name: string): RepoPath {
  return name
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replaceAll(/\/{2,}/g, "/")
    .replace(/\/(?:\*)?$/, "");
}
