// What Git takes for binary, and Lua reads all the same.
import type { RepoPath } from "../../base/repo-path.ts";

/** Git takes a blob for binary if a NUL is among its first bytes. */
export const FIRST_BYTES = 8000;

/** To Lua a NUL is a character like any other, whatever Git thinks of a text that holds one. */
export function isLuaName(path: RepoPath): boolean {
  return /\.lua$/i.test(path);
}
