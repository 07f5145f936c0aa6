import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import type { Command } from "../../../command/command.ts";
import type { Repository } from "../../../git/open/repository.ts";
import { WORKFLOW } from "../../../model/ci-places.ts";
import { CannotLook, failure } from "../../../model/failure.ts";
import type { Task } from "../../../model/task.ts";
import { AUTHOR_MANIFEST, authorManifest } from "../../../pipeline/authored/author-manifest.ts";
import type { Refactoring } from "../../../refactor/refactoring.ts";
import { refactoringOf } from "../../../refactor/refactoring-of.ts";
import { branchOfTask } from "../../../task/named-tasks.ts";
import { AUTHOR_WORKFLOW, authorWorkflow } from "../../ci/author-workflow.ts";
import { type Asked, ONE_OF, performed, RUN_FLAGS } from "../../refactor/performed.ts";
import { askedIn } from "./asked-in.ts";

export const runCommand: Command = {
  name: "task run",
  about:
    "Carries out a task that is mechanical (move_module, refactor_require, …), as `arkitekt refactor` does; author_pipeline_manifest writes manifests that obey, create_ci_notifications the workflow of `arkitekt ci github`. A commit of it goes to the task's branch; of a task that is a file with a path, to the one that is checked out.",
  optional: ["CODE|FILE"],
  flags: RUN_FLAGS,
  oneOf: ONE_OF,
  examples: [
    { line: "arkitekt task run phase6_colors", says: "what it would make" },
    { line: "arkitekt task run move.json --apply --format contract" },
  ],
  run(input, world) {
    const read = async (repo: Repository): Promise<Asked> => {
      const here = await tasksHere(repo);
      const { task } = await taskAsked(here, askedIn(input, world));
      const asked = authored(task, input.text("code")) ?? { task: refactoringIn(task) };
      const isNamedFile = /[/\\]|\.json$/.test(input.operands[0] ?? "");
      if (isNamedFile) return asked;
      const { agentBranches } = here.policy.project;
      return { ...asked, place: { branch: branchOfTask(task.code, agentBranches), code: task.code } };
    };
    return performed(read, input, world);
  },
};

/** Files that steer the program, which it writes itself. */
function authored(task: Task, code: string | undefined): Asked | undefined {
  if (task.kind === AUTHOR_MANIFEST) {
    const paths = task.edits.map(({ path }) => path).join(", ");
    return {
      author: authorManifest(task, undefined),
      code: code ?? AUTHOR_MANIFEST,
      title: `write ${paths}`,
    };
  }
  if (task.kind !== AUTHOR_WORKFLOW) return undefined;
  return { author: authorWorkflow(task.workflow), code: code ?? AUTHOR_WORKFLOW, title: `write ${WORKFLOW}` };
}

function refactoringIn(task: Task): Refactoring {
  const refactoring = refactoringOf(task);
  const refused = (why: string) =>
    new CannotLook(failure("bad-task", `${task.code} can't be carried out: ${why}`, NEXT));
  if (!refactoring.ok) throw refused(refactoring.error);
  if (refactoring.value !== undefined) return refactoring.value;
  throw refused(
    task.kind === undefined ? "it does not say what kind of work it is" : `nothing carries out ${task.kind}`,
  );
}

const NEXT = "arkitekt refactor --help shows what can be carried out";
