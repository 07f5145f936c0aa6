// Phases by the names that people give them: `Phase-3` in a shim, `phase6_colors_util` and `Phase 7` in titles, `phase-names` in a manifest.
import { sameCode } from "../../model/task/task-at-hand.ts";

/**
 * Whether, with a commit of `code`, the phase in which a shim must go has come. `series` are the phases of the same manifest up to its own,
 * in their order. With `isAfter` it may stay through that phase itself.
 */
export function isPhaseDue(
  removal: string,
  isAfter: boolean,
  code: string,
  series: readonly string[],
): boolean {
  const names = isAfter ? series.slice(0, -1) : series;
  if (names.some((name) => isSame(removal, name))) return true;
  if (!isAfter && isSame(removal, code)) return true;
  const [planned, own] = [numbered(removal, true), numbered(code, false)];
  if (planned === undefined || own === undefined || planned.series !== own.series) return false;
  const order = own.number - planned.number || compare(own.letter, planned.letter);
  return isAfter ? order > 0 : order >= 0;
}

function isSame(removal: string, code: string): boolean {
  return sameCode(removal, code) || sameCode(`phase-${removal}`, code);
}

interface Numbered {
  /** What stands before the word: `gui` of "GUI Phase 3". */
  readonly series: string;
  readonly number: number;
  /** `b` of "Phase 3b". */
  readonly letter: string;
}

/** Where a phase is certainly meant, its number alone is enough. */
function numbered(text: string, isBare: boolean): Numbered | undefined {
  const match = /^(.*?)(?<![a-z])phase[\s_-]*(\d+)([a-z])?(?![a-z\d])/is.exec(text);
  const [, before = "", number, letter = ""] =
    match ?? (isBare ? (/^()(\d+)([a-z])?$/i.exec(text.trim()) ?? []) : []);
  if (number === undefined) return undefined;
  return {
    series: before.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, ""),
    number: Number(number),
    letter: letter.toLowerCase(),
  };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
