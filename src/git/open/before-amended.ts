// Git tells pre-commit nothing about `--amend`: what is staged differs from the commit that is replaced, and has to be judged as a change of its parent.

import { wordsOfCaller } from "../../system/started-by.ts";
import { parseCommit } from "../objects/commit-object.ts";
import type { Repository } from "./repository.ts";

/**
 * The repository as it was before the commit that is being replaced; undefined if none is, or if it is a merge, or the first commit of a
 * branch that has no name. A shallow clone may not have what lies before.
 */
export async function beforeAmended(repo: Repository): Promise<Repository | undefined> {
  const { head, objects } = repo;
  if (head.kind === "unborn" || !isAmending()) return undefined;
  const replaced = await objects.get(head.id);
  const [parent, ...others] = parseCommit(replaced.bytes ?? Buffer.alloc(0)).parents;
  if (others.length > 0) return undefined;
  if (parent !== undefined)
    return (await objects.find(parent, -1)) === undefined
      ? undefined
      : { ...repo, head: { ...head, id: parent } };
  return head.kind === "branch" ? { ...repo, head: { kind: "unborn", branch: head.branch } } : undefined;
}

/** Whether this process runs for a commit that replaces the last one; the answer holds until it ends. */
export function isAmending(): boolean {
  known ??= isAmend(wordsOfCaller("git") ?? []);
  return known;
}

let known: boolean | undefined;

/** Whether the words of `git …` are those of a commit that replaces the last one. A word that another flag takes does not count. */
export function isAmend(words: readonly string[]): boolean {
  const at = words.indexOf("commit");
  if (at < 1) return false;
  const end = words.indexOf("--", at);
  const flags = words.slice(at + 1, end < 0 ? words.length : end);
  return flags.some(
    (word, index) => /^--ame(?:nd?)?$/.test(word) && !TAKES_NEXT.test(flags[index - 1] ?? ""),
  );
}

const TAKES_NEXT =
  /^(?:-[A-Za-z]*[mFCct]|--(?:message|file|author|date|template|trailer|fixup|squash|cleanup|pathspec-from-file|re(?:edit|use)-message))$/;
