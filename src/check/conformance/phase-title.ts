// The title of a phase's commit, which names its task as the policy wants it.
import { err, ok, type Result } from "../../base/result.ts";
import { list } from "../../base/wording.ts";
import type { Task } from "../../model/task.ts";
import { settingFor } from "../../policy/resolve/setting-for.ts";
import { refactoringOf } from "../../refactor/refactoring-of.ts";
import { titleOf } from "../../refactor/title-of.ts";
import { codeOfTitle } from "../../rules/task-code.ts";
import { authoredDeed, isAuthored } from "../../task/authored-task.ts";
import { titleForms } from "../task/title-with-code.ts";
import type { ConformanceFault, PhaseScene } from "./scene.ts";

/** Its code is `--code`, else the phase's `task`; it is written in the first way that the policy's `taskCode` takes. */
export function phaseTitle({
  task,
  policy,
  branch,
  code = task.kind,
}: Omit<PhaseScene, "paths">): Result<string, ConformanceFault> {
  const { patterns, examples } = policy.project.taskCode;
  const isHeld =
    patterns.length > 0 && settingFor(policy, "task-code", { branches: [branch] }).level !== "off";
  const what = deedOf(task);
  if (code === undefined || code.trim() === "") {
    if (!isHeld) return ok(what);
    return err({
      about: "title",
      keys: ["task"],
      message: "nothing gives the title of its commit a code",
      next: CODE,
    });
  }
  const forms = titleForms(code, what, policy.project.taskCode);
  const [first] = forms;
  if (!isHeld) return ok(first);
  const title = forms.find((form) => codeOfTitle(form, patterns) !== undefined);
  if (title !== undefined) return ok(title);
  const wanted =
    examples.length === 0
      ? patterns.join(" or ")
      : list(
          examples.map((one) => JSON.stringify(one)),
          "or",
        );
  return err({
    about: "title",
    keys: ["task"],
    message: `the title of its commit would name no task: ${JSON.stringify(first)}, where the policy wants one like ${wanted}`,
    next: CODE,
  });
}

const CODE = 'write a task with a code, "task": "move_keys" for example, or give one: --code CODE';

/** What is done, in a line. */
function deedOf(task: Task): string {
  if (isAuthored(task)) return authoredDeed(task);
  const refactoring = refactoringOf(task);
  if (refactoring.ok && refactoring.value !== undefined) return titleOf(refactoring.value);
  return `the phase ${task.phase?.name ?? task.code}`;
}
