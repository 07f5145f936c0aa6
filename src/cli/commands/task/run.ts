import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import type { Command } from "../../../command/command.ts";
import type { Repository } from "../../../git/open/repository.ts";
import { CannotLook, failure } from "../../../model/failure.ts";
import type { Refactoring } from "../../../refactor/refactoring.ts";
import { refactoringOf } from "../../../refactor/refactoring-of.ts";
import { branchOfTask } from "../../../task/named-tasks.ts";
import { ONE_OF, type Place, performed, RUN_FLAGS } from "../../refactor/performed.ts";
import { askedIn } from "./asked-in.ts";

export const runCommand: Command = {
  name: "task run",
  about:
    "Carries out a task that is mechanical (move_module, refactor_require, …), as `arkitekt refactor` does. A commit of it goes to the task's branch; of a task that is a file with a path, to the one that is checked out.",
  optional: ["CODE|FILE"],
  flags: RUN_FLAGS,
  oneOf: ONE_OF,
  examples: [
    { line: "arkitekt task run phase6_colors", says: "what it would make" },
    { line: "arkitekt task run move.json --apply --format contract" },
  ],
  run(input, world) {
    const read = async (
      repo: Repository,
    ): Promise<{ readonly task: Refactoring; readonly place?: Place }> => {
      const here = await tasksHere(repo);
      const { task } = await taskAsked(here, askedIn(input, world));
      const refactoring = refactoringOf(task);
      if (!refactoring.ok)
        throw new CannotLook(
          failure("bad-task", `${task.code} can't be carried out: ${refactoring.error}`, NEXT),
        );
      if (refactoring.value === undefined) {
        const kind =
          task.kind === undefined
            ? "it does not say what kind of work it is"
            : `nothing carries out ${task.kind}`;
        throw new CannotLook(failure("bad-task", `${task.code} can't be carried out: ${kind}`, NEXT));
      }
      const isNamedFile = /[/\\]|\.json$/.test(input.operands[0] ?? "");
      if (isNamedFile) return { task: refactoring.value };
      const { agentBranches } = here.policy.project;
      return {
        task: refactoring.value,
        place: { branch: branchOfTask(task.code, agentBranches), code: task.code },
      };
    };
    return performed(read, input, world);
  },
};

const NEXT = "arkitekt refactor --help shows what can be carried out";
