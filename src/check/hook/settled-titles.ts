import { grepPattern } from "../../base/grep-pattern.ts";
import type { ChangeSet } from "../../model/change.ts";
import type { Policy } from "../../policy/policy.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import { touchesPolicy } from "../../policy-source/policy-at.ts";
import { taskCode } from "../../rules/task-code.ts";
import type { TaskTerms } from "../terms-for.ts";

/**
 * What a title has to match, for `grep -E`, so that nothing more is asked of the message of a change: where no tasks are kept, only
 * `task-code` asks for anything. Undefined where more than the title counts, and where no pattern can be written that way.
 */
export function settledTitles(
  policy: Policy,
  { branches, files, subject }: Pick<ChangeSet, "branches" | "files" | "subject">,
  { task }: TaskTerms,
): string | undefined {
  const isMerge = subject.kind === "staged" && subject.isMerge;
  if (task !== undefined || isMerge || files.some(touchesPolicy)) return undefined;
  const { patterns } = policy.project.taskCode;
  const isAsked = settingFor(policy, taskCode.id, { branches }).level !== "off" && patterns.length > 0;
  if (!isAsked) return ANY;
  const words = patterns.map(grepPattern).filter((pattern) => pattern !== undefined);
  return words.length === 0 ? undefined : words.join("|");
}

const ANY = ".";
