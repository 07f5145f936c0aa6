// Globs of the policy: `*` stays inside a segment, `**` crosses them, `{a,b}` and `[…]` as usual, dot files match, and
// letter case counts on every system. A path is matched as Git names it, never as the file system does.
import picomatch from "picomatch";
import type { RepoPath } from "./repo-path.ts";

export type PathTest = (path: RepoPath) => boolean;

const compiled = new Map<string, PathTest>();

/** True for a path that one of `globs` matches. An empty list matches nothing. */
export function matchesAny(globs: readonly string[], path: RepoPath): boolean {
  return globs.some((glob) => pathTest(glob)(path));
}

export function pathTest(glob: string): PathTest {
  const known = compiled.get(glob);
  if (known !== undefined) return known;
  const test = isPlain(glob) ? (path: string) => path === glob : compile(glob);
  compiled.set(glob, test);
  return test;
}

/** A root covers itself and everything below it. */
export function isUnder(path: RepoPath, root: RepoPath): boolean {
  const trimmed = root.replace(/\/+$/, "");
  return trimmed === "" || trimmed === "." || path === trimmed || path.startsWith(`${trimmed}/`);
}

function compile(glob: string): PathTest {
  const match = picomatch(glob, {
    dot: true,
    nonegate: true,
    noextglob: true,
    strictSlashes: true,
    windows: false,
  });
  return (path) => match(path);
}

function isPlain(glob: string): boolean {
  return !/[*?[\]{}()!+@\\]/.test(glob);
}
