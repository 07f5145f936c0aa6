// Globs of any form, matched in all their ways at once: a set of places in the glob moves along the path, character by character. So the work is at
// most the glob's length times the path's, however its stars and alternatives are nested. Anything but `*`, `?`, `[…]`, `{a,b}` and escapes
// stands for itself: file names hold brackets and plus signs.
import type { RepoPath } from "./repo-path.ts";

/** What a place waits for: a character that it takes, or nothing, where the way only goes on. */
interface GlobStep {
  readonly takes?: (sign: string) => boolean;
  readonly next: readonly number[];
}

const END = -1;

export function nestedGlob(glob: string): (path: RepoPath) => boolean {
  const { steps, first } = new Compiler(glob).compiled();
  return (path) => {
    let places = reached(steps, [first]);
    for (const sign of path) {
      places = reached(
        steps,
        [...places].flatMap((place) => (steps[place]?.takes?.(sign) ? (steps[place]?.next ?? []) : [])),
      );
      if (places.size === 0) return false;
    }
    return places.has(END);
  };
}

/** Places that are reached without a character are not kept as places of their own. */
function reached(steps: readonly GlobStep[], from: readonly number[]): ReadonlySet<number> {
  const places = new Set<number>();
  const waiting = [...from];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    if (places.has(place)) continue;
    places.add(place);
    const step = steps[place];
    if (step !== undefined && step.takes === undefined) waiting.push(...step.next);
  }
  return places;
}

/** Builds from the end, so that each step knows what follows it. */
class Compiler {
  readonly #glob: string;
  readonly #steps: GlobStep[] = [];

  constructor(glob: string) {
    this.#glob = glob;
  }

  compiled(): { readonly steps: readonly GlobStep[]; readonly first: number } {
    return { first: this.#sequence(partsOf(this.#glob), END), steps: this.#steps };
  }

  #add(step: GlobStep): number {
    return this.#steps.push(step) - 1;
  }

  #sequence(parts: readonly Part[], end: number): number {
    return parts.reduceRight((next: number, part) => this.#part(part, next), end);
  }

  #part(part: Part, next: number): number {
    if (typeof part === "function") return this.#add({ takes: part, next: [next] });
    if (part === "*") return this.#many(isNoSlash, next);
    if (part === "**") return this.#many(() => true, next);
    // `**/`: any number of folders, or none.
    if (part === "**/") {
      const slash = this.#add({ takes: (sign) => sign === "/", next: [next] });
      return this.#add({ next: [this.#many(() => true, slash), next] });
    }
    return this.#add({ next: part.map((way) => this.#sequence(way, next)) });
  }

  /** Any number of characters. */
  #many(takes: (sign: string) => boolean, next: number): number {
    const again = this.#steps.length;
    this.#add({ next: [again + 1, next] });
    this.#add({ takes, next: [again] });
    return again;
  }
}

/** One character, the kinds of stars, or the alternatives in braces. */
type Part = ((sign: string) => boolean) | "*" | "**" | "**/" | readonly (readonly Part[])[];

function isNoSlash(sign: string): boolean {
  return sign !== "/";
}

function partsOf(glob: string): readonly Part[] {
  const signs = [...glob];
  const parts: Part[] = [];
  for (let at = 0; at < signs.length; at++) {
    const sign = signs[at] ?? "";
    const braces = sign === "{" ? bracesAt(signs, at) : undefined;
    const set = sign === "[" ? setAt(signs, at) : undefined;
    if (sign === "*") {
      let end = at;
      while (signs[end + 1] === "*") end++;
      const isSegment = end > at && (at === 0 || signs[at - 1] === "/");
      const follows = signs[end + 1];
      if (isSegment && follows === "/") parts.push("**/");
      else parts.push(isSegment && follows === undefined ? "**" : "*");
      at = isSegment && follows === "/" ? end + 1 : end;
    } else if (sign === "?") parts.push(isNoSlash);
    else if (braces !== undefined) {
      parts.push(braces.ways.map(partsOf));
      at = braces.end;
    } else if (set !== undefined) {
      parts.push(set.isOneOf);
      at = set.end;
    } else {
      const literal = sign === "\\" && at + 1 < signs.length ? signs[++at] : sign;
      parts.push((other) => other === literal);
    }
  }
  return parts;
}

/** Undefined where no brace closes it, or it offers no choice. */
function bracesAt(signs: readonly string[], start: number) {
  let depth = 0;
  let from = start + 1;
  const ways: string[] = [];
  for (let at = start; at < signs.length; at++) {
    const sign = signs[at];
    if (sign === "\\") at++;
    else if (sign === "{") depth++;
    else if ((sign === "," && depth === 1) || (sign === "}" && --depth === 0)) {
      ways.push(signs.slice(from, at).join(""));
      from = at + 1;
      if (sign === "}") return ways.length > 1 ? { ways, end: at } : undefined;
    }
  }
  return undefined;
}

const NAMED: Readonly<Record<string, RegExp>> = {
  alpha: /^[A-Za-z]$/,
  digit: /^[0-9]$/,
  alnum: /^[A-Za-z0-9]$/,
  upper: /^[A-Z]$/,
  lower: /^[a-z]$/,
  space: /^\s$/,
  punct: /^[!-/:-@[-`{-~]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

/** `[abc]`, `[!a-z]`, `[[:digit:]_]`: one character, never a slash. Undefined where no bracket closes it. */
function setAt(signs: readonly string[], start: number) {
  let at = start + 1;
  const isNegated = signs[at] === "!" || signs[at] === "^";
  if (isNegated) at++;
  const tests: ((sign: string) => boolean)[] = [];
  for (const first = at; at < signs.length; at++) {
    const sign = signs[at] ?? "";
    if (sign === "]" && at > first) {
      const isOneOf = (other: string) => isNoSlash(other) && tests.some((test) => test(other)) !== isNegated;
      return { isOneOf, end: at };
    }
    const [whole = "", name = ""] = /^\[:(\w+):\]/.exec(signs.slice(at, at + 12).join("")) ?? [];
    const named = NAMED[name];
    const last = signs[at + 1] === "-" && signs[at + 2] !== "]" ? signs[at + 2] : undefined;
    if (named !== undefined) {
      tests.push((other) => named.test(other));
      at += whole.length - 1;
    } else if (last !== undefined) {
      tests.push((other) => sign <= other && other <= last);
      at += 2;
    } else tests.push((other) => other === sign);
  }
  return undefined;
}
