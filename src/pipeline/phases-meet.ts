// Whether one phase may touch what another one touches, and so builds on it.
import { isUnder, matchesAny } from "../base/glob.ts";
import type { ManifestPhase } from "../model/pipeline.ts";

/** What a phase may touch; undefined if nothing fences it. */
export function reachOf({ task }: ManifestPhase): readonly string[] | undefined {
  const { constraints, liveRoot, featureRoot } = task;
  if (constraints.allowlist !== undefined) return constraints.allowlist;
  const roots = [liveRoot, featureRoot].flatMap((root) => root ?? []);
  return roots.length === 0 ? undefined : roots;
}

/** Unless they certainly keep apart, they meet. */
export function phasesMeet(one: ManifestPhase, other: ManifestPhase): boolean {
  const [first, second] = [reachOf(one), reachOf(other)];
  if (first === undefined || second === undefined) return true;
  return first.some((entry) => second.some((wider) => entriesMeet(entry, wider)));
}

function entriesMeet(one: string, other: string): boolean {
  const [first, second] = [one, other].map((entry) => (entry === "." ? "" : entry.replace(/\/+$/, "")));
  if (first === undefined || second === undefined) return true;
  const [isGlob, isOtherGlob] = [isGlobOf(first), isGlobOf(second)];
  if (!isGlob && !isOtherGlob) return isUnder(first, second) || isUnder(second, first);
  if (!isGlob && matchesAny([second], first)) return true;
  if (!isOtherGlob && matchesAny([first], second)) return true;
  // What two globs have in common can't be found out in general: their plain beginnings must differ.
  const [plain, otherPlain] = [plainPart(first), plainPart(second)];
  return plain.startsWith(otherPlain) || otherPlain.startsWith(plain);
}

function isGlobOf(entry: string): boolean {
  return /[*?[\]{}()!+@\\]/.test(entry);
}

function plainPart(entry: string): string {
  return /^[^*?[\]{}()!+@\\]*/.exec(entry)?.[0] ?? "";
}
