import { list } from "../base/wording.ts";
import type { CommitMessage, Subject } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { WHOLE_CHANGE } from "../model/place.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import type { ChangeRule } from "../rule/rule.ts";
import { withinMoment, withinTimeLimit } from "../rule/time-limit.ts";

/**
 * The commit title includes the task code (playbook, "Rollback"). A merge is exempt by its parents, never by its words. A
 * title that Git or `git rebase --autosquash` derived from another one is judged by that one.
 */
export const taskCode: ChangeRule<NoOptions> = {
  id: "task-code",
  kind: "change",
  summary: "the commit's title carries a task code",
  facet: "message",
  options: NO_OPTIONS,
  *inspect({ change, project }) {
    const message = ownMessage(change.subject);
    if (message === undefined) return;
    const { patterns, examples } = project.taskCode;
    if (patterns.length === 0) return;
    const judged = codeInTime(message.title, patterns);
    if (judged === "spent") return yield* unjudged(patterns);
    if (judged.code !== undefined) return;
    const title = wrappedTitle(message.title);
    yield {
      place: WHOLE_CHANGE,
      message: title === "" ? "the commit has no title" : `the title names no task: ${shorten(title)}`,
      hint:
        examples.length === 0
          ? `the title must match ${patterns.join(" or ")}`
          : `write it like ${list(examples.map(quoted), "or")}`,
      anchor: { scope: "", code: title },
    };
  },
};

function* unjudged(patterns: readonly string[]): Iterable<Finding> {
  yield {
    place: WHOLE_CHANGE,
    message: `the title could not be judged: ${patterns.join(" or ")} takes too much time on it`,
    hint: "make the pattern simpler in the policy: no repetition inside another",
  };
}

/**
 * The task code of a commit title: the group `code` of the first of `patterns` that matches, or the whole match if it
 * has no such group.
 */
export function taskCodeOf(title: string, patterns: readonly string[]): string | undefined {
  const wrapped = wrappedTitle(title);
  for (const pattern of patterns) {
    const match = compiled(pattern).exec(wrapped);
    if (match !== null) return match.groups?.["code"] ?? match[0];
  }
  return undefined;
}

/** The same for patterns that nobody vouches for; one that takes too long names no task. */
export function codeOfTitle(title: string, patterns: readonly string[]): string | undefined {
  if (patterns.length === 0) return undefined;
  const found = codeInTime(title, patterns);
  return found === "spent" ? undefined : found.code;
}

type FoundCode = { readonly code: string | undefined } | "spent";

/** The title of a commit is asked about several times over, and each clock costs a thread. */
function codeInTime(title: string, patterns: readonly string[]): FoundCode {
  const last = found.get(patterns);
  if (last?.title === title) return last.code;
  const code = findInTime(title, patterns);
  found.set(patterns, { title, code });
  return code;
}

const found = new WeakMap<readonly string[], { readonly title: string; readonly code: FoundCode }>();

function findInTime(title: string, patterns: readonly string[]): FoundCode {
  const code = withinMoment(() => ({ code: taskCodeOf(title, patterns) }));
  if (code !== "spent") return code;
  const inOtherWords = patterns.map((pattern) => `(?:${pattern})`);
  return withinTimeLimit(() => ({ code: taskCodeOf(title, inOtherWords) }));
}

const AUTOSQUASH = /^(?:fixup|squash|amend)! +/;
// GitHub and GitLab add the number of the request to the title that Git writes.
const REVERT = /^(?:Revert|Reapply) "(.*)"(?: \([#!]\d+\))?$/s;

/** The title inside `fixup! …`, `squash! …`, `amend! …`, `Revert "…"` and `Reapply "…"`, however deep. */
export function wrappedTitle(title: string): string {
  for (let current = title.trim(); ; ) {
    const inner = current.replace(AUTOSQUASH, "").replace(REVERT, "$1").trim();
    if (inner === current) return current;
    current = inner;
  }
}

export function ownMessage(subject: Subject): CommitMessage | undefined {
  if (subject.kind === "message") return subject.isMerge ? undefined : subject.message;
  if (subject.kind === "commit") return subject.isMerge ? undefined : subject.message;
  return undefined;
}

const known = new Map<string, RegExp>();

function compiled(pattern: string): RegExp {
  const expression = known.get(pattern) ?? new RegExp(pattern);
  known.set(pattern, expression);
  return expression;
}

function shorten(title: string): string {
  const characters = [...title];
  return characters.length > 72 ? `${characters.slice(0, 71).join("")}…` : title;
}

function quoted(text: string): string {
  return `"${text}"`;
}
