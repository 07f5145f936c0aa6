// Patterns of module names in a policy: `socket` is that module, `socket.*` all below it.
import { encodeText } from "../base/byte-text.ts";
import { dotted } from "../base/dotted.ts";

export function matchesModule(name: string, patterns: readonly string[]): boolean {
  if (patterns.length === 0) return false;
  const { whole, starts } = readPatterns(patterns);
  const dots = dotted(name);
  return whole.has(dots) || starts.some((start) => dots.startsWith(start));
}

interface Patterns {
  readonly whole: ReadonlySet<string>;
  /** What a name below such a pattern starts with, the dot included. */
  readonly starts: readonly string[];
}

/** A policy's list is consulted for every name in a tree. */
const known = new WeakMap<readonly string[], Patterns>();

function readPatterns(patterns: readonly string[]): Patterns {
  const found = known.get(patterns);
  if (found !== undefined) return found;
  const wanted = patterns.map((pattern) => dotted(encodeText(pattern)));
  const isGroup = (pattern: string) => pattern.endsWith(".*");
  const read = {
    whole: new Set(wanted.filter((pattern) => !isGroup(pattern))),
    starts: wanted.filter(isGroup).map((pattern) => pattern.slice(0, -1)),
  };
  known.set(patterns, read);
  return read;
}
