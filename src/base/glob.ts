// Globs of the policy: `*` stays inside a segment, `**` crosses them, `{a,b}` and `[…]` as usual, dot files match, and
// letter case counts on every system. A path is matched as Git names it, never as the file system does.
import { linearGlob } from "./linear-glob.ts";
import { nestedGlob } from "./nested-glob.ts";
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
  const test = compile(glob);
  compiled.set(glob, test);
  return test;
}

/** A root covers itself and everything below it. */
export function isUnder(path: RepoPath, root: RepoPath): boolean {
  const trimmed = root.replace(/\/+$/, "");
  return trimmed === "" || trimmed === "." || path === trimmed || path.startsWith(`${trimmed}/`);
}

function compile(glob: string): PathTest {
  if (!/[*?[\]{}()!+@\\]/.test(glob)) return (path) => path === glob;
  const plain = plainGlob(glob);
  if (plain !== undefined) return plain;
  if (!/^[\w./*-]+$/.test(glob)) return whole(glob);
  // Most paths lack one of its names, and a regular expression is made for those that do not.
  const names = glob.match(/[\w.-]+/g) ?? [];
  let test: PathTest | undefined;
  return (path) => {
    if (!names.every((name) => path.includes(name))) return false;
    test ??= whole(glob);
    return test(path);
  };
}

function whole(glob: string): PathTest {
  const simple = simpleGlob(glob);
  // With two stars at most there are few ways to share a path out among them.
  if (simple !== undefined && (glob.match(/\*+/g)?.length ?? 0) <= 2) return (path) => simple.test(path);
  return linearGlob(glob) ?? nestedGlob(glob);
}

/** Most globs are an ending anywhere, or names with all above or below them: to compare texts takes a fraction of making a regular expression. */
function plainGlob(glob: string): PathTest | undefined {
  const isAnywhere = glob.startsWith("**/");
  const isFolder = glob.endsWith("/**");
  if (!isAnywhere && !isFolder) return undefined;
  const rest = glob.slice(isAnywhere ? 3 : 0, isFolder ? -3 : undefined);
  if (isAnywhere && !isFolder && /^\*[\w.-]+$/.test(rest)) {
    const ending = rest.slice(1);
    return (path) => path.endsWith(ending);
  }
  if (!/^\.?[\w-][\w.-]*(?:\/\.?[\w-][\w.-]*)*$/.test(rest)) return undefined;
  if (!isAnywhere) return (path) => path.startsWith(`${rest}/`);
  const names = `/${rest}${isFolder ? "/" : ""}`;
  return isFolder ? (path) => `/${path}`.includes(names) : (path) => `/${path}`.endsWith(names);
}

/**
 * Names, `*` inside a segment and `**` as a whole segment are most of what a policy holds: a regular expression is the quickest for them.
 * Undefined for anything else.
 */
export function simpleGlob(glob: string): RegExp | undefined {
  const segments = glob.split("/");
  if (!segments.every((segment) => segment === "**" || /^(?:[\w.-]|\*(?!\*))+$/.test(segment)))
    return undefined;
  if (segments.some((segment, index) => segment === "**" && segments[index + 1] === "**")) return undefined;
  if (segments.some((segment) => /^\.{1,2}$/.test(segment))) return undefined;
  const last = segments.length - 1;
  const source = segments.map((segment, index) => {
    if (segment === "**") return index === last ? ".*" : "(?:.*/)?";
    const name = segment.replaceAll(".", "\\.").replaceAll("*", "[^/]*");
    return (segment.startsWith("*") ? "(?=[^/])" : "") + name + (index === last ? "" : "/");
  });
  return new RegExp(`^${source.join("")}$`, "s");
}
