import { nearest } from "../base/nearest.ts";
import { showPath } from "../base/repo-path.ts";
import { list } from "../base/wording.ts";
import { isAgentBranch } from "../model/agent-branch.ts";
import type { ChangeSet } from "../model/change.ts";
import type { Finding } from "../model/finding.ts";
import { fileAt, WHOLE_CHANGE } from "../model/place.ts";
import {
  type ActiveTask,
  sameCode,
  TASK_FILE,
  type TaskAtHand,
  type TaskFinder,
} from "../model/task/task-at-hand.ts";
import { NO_OPTIONS, type NoOptions } from "../rule/no-options.ts";
import type { ChangeRule } from "../rule/rule.ts";
import { ownMessage } from "./task-code.ts";

/**
 * Where the repository keeps tasks, what an agent commits belongs to one of them, and to the one that its branch is for (playbook,
 * "Rollback": work on `codex/<task-name>`). Where no tasks are kept, and on people's branches, it only says if the task at
 * hand can't be read, or is finished.
 */
export const taskBranch: ChangeRule<NoOptions> = {
  id: "task-branch",
  kind: "change",
  summary: "on an agent's branch a commit belongs to a task that exists, and to the branch's own",
  facet: "message",
  options: NO_OPTIONS,
  *inspect({ change, project, code, task }) {
    if (task === undefined || ownMessage(change.subject) === undefined) return;
    const isAgent = isAgentBranch(change.branches, project);
    const { active } = task;
    if (active?.kind === "broken") yield unreadable(active, isAgent);
    const done = finished(active, change, isAgent);
    if (!isAgent && done !== undefined) yield done;
    // A title without a code is the business of `task-code`.
    if (!isAgent || code === undefined) return;
    // A change that only adds tasks is not work on one yet: `policy-change` looks at those.
    if (bringsTasksAlone(change) && !isKept(code, task)) return;
    // A phase whose commit says which it is may come along on the branch of a later one.
    const isElsewhere = active?.foundBy !== "trailer";
    const finding =
      unknown(code, task) ??
      other(code, active) ??
      done ??
      (isElsewhere ? elsewhere(code, change) : undefined);
    if (finding !== undefined) yield finding;
  },
};

function bringsTasksAlone({ files }: ChangeSet): boolean {
  const isTask = ({ kind, path }: ChangeSet["files"][number]) => kind === "added" && TASK_FILE.test(path);
  return files.length > 0 && files.every(isTask);
}

function isKept(code: string, { kept }: Pick<TaskAtHand, "kept">): boolean {
  return kept.some((each) => sameCode(each, code));
}

function unreadable({ code, failure }: ActiveTask & { kind: "broken" }, isAgent: boolean): Finding {
  const { where, message, next = "mend it" } = failure;
  const path = where?.replace(/(?::\d+){2}$/, "");
  const place = where?.slice(path?.length ?? 0).slice(1);
  return {
    place: path === undefined ? WHOLE_CHANGE : fileAt(path),
    message: `the task ${code} can't be read${place ? `, at ${place}` : ""}: ${message.replace(/^the task can't be read: /, "")}`,
    ...(isAgent
      ? { hint: "let somebody mend it: a task in force is not an agent's to change" }
      : { hint: next, atMost: "warn" }),
  };
}

function unknown(code: string, { kept }: TaskAtHand): Finding | undefined {
  if (isKept(code, { kept })) return undefined;
  const like = nearest(code, kept);
  const some = kept.slice(0, 5);
  const more = kept.length > some.length ? ` and ${kept.length - some.length} more` : "";
  return {
    place: WHOLE_CHANGE,
    message: `the title names ${code}, and there is no such task`,
    hint:
      like === undefined
        ? `name one of the tasks: ${some.join(", ")}${more}; or ask for one of its own`
        : `did you mean ${like}?`,
    anchor: { scope: "", code },
  };
}

function other(code: string, active: ActiveTask | undefined): Finding | undefined {
  if (active === undefined || sameCode(active.code, code)) return undefined;
  return {
    place: WHOLE_CHANGE,
    message: `the title names ${code}, but ${WHENCE[active.foundBy]} is ${active.code}`,
    hint: `begin the title with ${active.code}, or commit it on the branch of ${code}`,
    anchor: { scope: "", code },
  };
}

/** A change of the task itself, for example that it is open again, is not work on it. */
function finished(
  active: ActiveTask | undefined,
  { files }: ChangeSet,
  isAgent: boolean,
): Finding | undefined {
  if (active?.kind !== "task" || !active.task.isDone) return undefined;
  const { path, where } = active.task.source;
  if (where === "change" || files.every((file) => TASK_FILE.test(file.path))) return undefined;
  const reopen = `"done": true out of ${path === undefined ? "it" : showPath(path)}`;
  return {
    place: WHOLE_CHANGE,
    message: `the task ${active.code} is done, and this is more work on it`,
    anchor: { scope: "", code: active.code },
    ...(isAgent
      ? { hint: `write a task of its own, arkitekt task new; or let somebody take ${reopen}` }
      : { hint: `write a new one, arkitekt task new; or take ${reopen}`, atMost: "warn" }),
  };
}

const WHENCE: Readonly<Record<TaskFinder, string>> = {
  flag: "the task that was named",
  environment: "the task in ARKITEKT_TASK",
  title: "the task of the title",
  use: "the task in use here",
  trailer: "the phase in its trailer",
  branch: "the task of this branch",
};

/** Its own branch is named by its code, whatever the agents' folder is. */
function elsewhere(code: string, { branches }: ChangeSet): Finding | undefined {
  if (branches.some((branch) => sameCode(branch.split("/").at(-1) ?? "", code))) return undefined;
  return {
    place: WHOLE_CHANGE,
    message: `this commit is of ${code}, and ${list([...branches], "and")} is not its branch`,
    hint: `the branch of a task has its code as its name: codex/${code}`,
    atMost: "warn",
    anchor: { scope: "", code },
  };
}
