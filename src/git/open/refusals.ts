// What was refused last, so that a second refusal can say what differs: a file in the Git folder of the working tree, which may be deleted at any
// time. A damaged one does not count.
import { join } from "node:path";
import { fileFailure, replaceKept } from "../../system/files.ts";
import { readIfThere } from "./head.ts";
import type { Repository } from "./repository.ts";

export const REFUSALS = "arkitekt-refusals";

/** What was asked: a hook's name, or what `check` looked at. Each keeps its own. */
export type Question = string;

/** More than there are. */
const MOST_QUESTIONS = 12;

export function lastRefusal(
  { gitDir }: Pick<Repository, "gitDir">,
  question: Question,
): readonly string[] | undefined {
  return readAll(gitDir).find(([other]) => other === question)?.[1];
}

/**
 * Keeps what was found, or forgets the last refusal if this is not one. False if nothing can be written: the next one then counts as the
 * first.
 */
export function keepRefusal(
  { gitDir }: Pick<Repository, "gitDir">,
  question: Question,
  keys: readonly string[] | undefined,
): boolean {
  const all = readAll(gitDir);
  const others = all.filter(([other]) => other !== question);
  if (keys === undefined && others.length === all.length) return true;
  const entries = keys === undefined ? others : [[question, keys] as const, ...others];
  try {
    replaceKept(join(gitDir, REFUSALS), `${JSON.stringify(entries.slice(0, MOST_QUESTIONS))}\n`);
    return true;
  } catch (error) {
    if (fileFailure(error) === undefined) throw error;
    return false;
  }
}

type KeptRefusal = readonly [Question, readonly string[]];

function readAll(gitDir: string): readonly KeptRefusal[] {
  try {
    const read: unknown = JSON.parse(readIfThere(join(gitDir, REFUSALS)) ?? "[]");
    return Array.isArray(read) && read.every(isEntry) ? read : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is KeptRefusal {
  return (
    Array.isArray(value) &&
    typeof value[0] === "string" &&
    Array.isArray(value[1]) &&
    value[1].every((key: unknown) => typeof key === "string")
  );
}
