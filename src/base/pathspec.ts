// A path as a word of a Git command that is typed anywhere in the repository.
import { type RepoPath, showPath } from "./repo-path.ts";
import { shellWord } from "./shell-word.ts";

/** What a shell takes as one word and Git as this path, counted from the root. What can't be shown as text stands as `?`. */
export function pathspecWord(path: RepoPath): string {
  return shellWord(pathspec(path));
}

/** `git restore --staged -- :/a.lua :/b.lua`: the words behind the dashes. */
export function pathspecWords(paths: readonly RepoPath[]): string {
  return paths.map(pathspecWord).join(" ");
}

function pathspec(path: RepoPath): string {
  const characters = [...path];
  if (characters.some(isHidden)) {
    return `:(top,glob)${characters.map((each) => (isHidden(each) ? unknown(each) : escaped(each))).join("")}`;
  }
  // As a pattern it would name others, too.
  if (/[*?[\]\\]/.test(path)) return `:(top,literal)${path}`;
  // Several characters after the slash would be read as further magic.
  return /^[A-Za-z0-9.\x80-\uffff]/.test(path) ? `:/${path}` : `:(top)${path}`;
}

function isHidden(character: string): boolean {
  return showPath(`x${character}x`) !== `x${character}x` && character !== '"' && character !== "\\";
}

/** One `?` for each byte. */
function unknown(character: string): string {
  return "?".repeat(/^[\ud800-\udfff]$/.test(character) ? 1 : Buffer.byteLength(character));
}

function escaped(character: string): string {
  return /[*?[\]\\]/.test(character) ? `\\${character}` : character;
}
