// Globs without backtracking: a path is matched segment by segment, and a segment character by character, going back only to the last star. So the work is at most the glob's length times the path's, whoever wrote the glob. A regular expression may try every way to
// share a path out among a dozen stars.
import type { RepoPath } from "./repo-path.ts";

/** `any`: a star, or `**` among segments. */
type Pattern<T> = readonly ("any" | ((item: T) => boolean))[];

/** More alternatives than anybody writes. */
const MOST_ALTERNATIVES = 256;

/** Undefined for what is not read this way: escapes, classes by name, `**` inside a segment. */
export function linearGlob(glob: string): ((path: RepoPath) => boolean) | undefined {
  if (/\\|\[[\]!^]|\[:/.test(glob) || /(?:^|\/)\.\/|\/\//.test(glob)) return undefined;
  const alternatives = alternativesOf(glob);
  const patterns = alternatives?.map(segmentsOf);
  if (patterns === undefined || patterns.includes(undefined)) return undefined;
  return (path) => {
    const segments = path.split("/");
    return patterns.some((pattern) => pattern !== undefined && matches(pattern, segments));
  };
}

/** `a{b,c}` is `ab` and `ac`. */
function alternativesOf(glob: string): readonly string[] | undefined {
  const done: string[] = [];
  const waiting = [glob];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [whole, inner = ""] = /\{([^{}]*)\}/.exec(next) ?? [];
    if (whole === undefined) done.push(next);
    else if (!inner.includes(",") || inner.includes("**")) return undefined;
    else for (const each of inner.split(",")) waiting.push(next.replace(whole, () => each));
    if (done.length + waiting.length > MOST_ALTERNATIVES) return undefined;
  }
  return done.some((each) => /[{}]/.test(each)) ? undefined : done;
}

function segmentsOf(glob: string): Pattern<string> | undefined {
  const segments = glob.split("/");
  const pattern: ("any" | ((segment: string) => boolean))[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment === "**") {
      if (pattern.at(-1) !== "any") pattern.push("any");
      // What is below a folder is not the folder itself.
      if (index === segments.length - 1) pattern.push(() => true);
      continue;
    }
    const signs = signsOf(segment);
    if (signs === undefined) return undefined;
    const isNeverEmpty = segment.startsWith("*");
    pattern.push((name) => (name !== "" || !isNeverEmpty) && matches(signs, name));
  }
  return pattern;
}

function signsOf(segment: string): Pattern<string> | undefined {
  if (segment.includes("**") || segment === "") return undefined;
  const signs: ("any" | ((sign: string) => boolean))[] = [];
  for (let at = 0; at < segment.length; at++) {
    const sign = segment[at];
    if (sign === "*") signs.push("any");
    else if (sign === "?") signs.push(() => true);
    else if (sign === "[") {
      const end = segment.indexOf("]", at + 2);
      const isOneOf = end < 0 ? undefined : classOf(segment.slice(at + 1, end));
      if (isOneOf === undefined) return undefined;
      signs.push(isOneOf);
      at = end;
    } else if (sign === "]") return undefined;
    else signs.push((other) => other === sign);
  }
  return signs;
}

/** A class of characters takes one step, whatever it holds. */
function classOf(inside: string): ((sign: string) => boolean) | undefined {
  const [, negation = "", members = ""] = /^(\^?)([\w.-]+)$/.exec(inside) ?? [];
  if (members === "") return undefined;
  try {
    const expression = new RegExp(`^[${negation === "" ? "" : "^"}${members}]$`, "s");
    return (sign) => expression.test(sign);
  } catch {
    return undefined;
  }
}

function matches<T>(pattern: Pattern<T>, items: ArrayLike<T>): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let item = 0; item < items.length; ) {
    const wanted = pattern[at];
    if (wanted === "any") {
      star = at++;
      taken = item;
    } else if (wanted?.(items[item] as T)) {
      at++;
      item++;
    } else if (star < 0) return false;
    else {
      at = star + 1;
      item = ++taken;
    }
  }
  while (pattern[at] === "any") at++;
  return at === pattern.length;
}
