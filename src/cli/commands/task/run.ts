import { join } from "node:path";
import { taskAsked, tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command, Input } from "../../../command/command.ts";
import type { Repository } from "../../../git/open/repository.ts";
import { CannotLook, failure } from "../../../model/failure.ts";
import type { Task } from "../../../model/task.ts";
import { runPipeline } from "../../../pipeline/run/run-pipeline.ts";
import type { Refactoring } from "../../../refactor/refactoring.ts";
import { refactoringOf } from "../../../refactor/refactoring-of.ts";
import type { World } from "../../../system/world.ts";
import { authoredDeed, RUN_PIPELINE } from "../../../task/authored-task.ts";
import { manifestName } from "../../../task/manifest-file.ts";
import { branchOfTask } from "../../../task/named-tasks.ts";
import { authorOf } from "../../refactor/author-of.ts";
import { type AskedRefactoring, ONE_OF, performed, RUN_FLAGS } from "../../refactor/performed.ts";
import { GOING_FLAGS } from "../pipeline/run.ts";
import { COMMIT_FLAGS, MAKING_FLAGS, runOptions, withPipeline } from "../pipeline/run-flags.ts";
import { askedIn } from "./asked-in.ts";

const PIPELINE_FLAGS = { ...MAKING_FLAGS, push: COMMIT_FLAGS.push, ...GOING_FLAGS } as const;

export const runCommand: Command = {
  name: "task run",
  about:
    "Carries out a task that is mechanical (move_module, refactor_require, …), as `arkitekt refactor` does; author_pipeline_manifest writes manifests that obey, create_ci_notifications the workflow of `arkitekt ci github`, and run_pipeline is `arkitekt pipeline run`. A commit of it goes to the task's branch; of a task that is a file with a path, to the one that is checked out.",
  optional: ["CODE|FILE"],
  flags: { ...RUN_FLAGS, ...PIPELINE_FLAGS },
  oneOf: ONE_OF,
  examples: [
    { line: "arkitekt task run phase6_colors", says: "what it would make" },
    { line: "arkitekt task run move.json --apply --format contract" },
  ],
  async run(input, world) {
    const pipeline = await withRepository(world, (repo) => pipelineAsked(repo, input, world));
    if (pipeline !== undefined) return runOf(pipeline.manifest, input, world);
    const needless = Object.keys(PIPELINE_FLAGS).find((flag) => input.has(flag));
    if (needless !== undefined) return input.refuse(`--${needless} is for a task that runs a pipeline`);
    const read = async (repo: Repository): Promise<AskedRefactoring> => {
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

/** The manifest that the task runs, as `--manifest` names it; undefined for any other task. */
async function pipelineAsked(repo: Repository, input: Input, world: World) {
  const { task } = await taskAsked(await tasksHere(repo), askedIn(input, world));
  if (task.kind !== RUN_PIPELINE) return undefined;
  const { path } = task;
  if (path === undefined) return { manifest: undefined };
  const name = manifestName(path);
  if (name !== undefined) return { manifest: name === "" ? undefined : name };
  return { manifest: join(repo.top ?? world.cwd, path) };
}

/** As `arkitekt pipeline run` does. */
function runOf(manifest: string | undefined, input: Input, world: World): Promise<number> {
  for (const flag of ["dry-run", "title"])
    if (input.has(flag))
      return input.refuse(
        `--${flag} is not for a pipeline, which makes a commit of each phase`,
        "arkitekt pipeline plan shows what it would do",
      );
  const named: Input = {
    ...input,
    text: (flag) => (flag === "manifest" ? manifest : input.text(flag)),
  };
  return withPipeline(named, world, (pipeline) => runPipeline(pipeline, runOptions(named, world, false)));
}

/** Files that steer the program, which it writes itself. */
function authored(task: Task, code: string | undefined): AskedRefactoring | undefined {
  const author = authorOf(task);
  if (author === undefined) return undefined;
  return { author, code: code ?? task.kind ?? task.code, title: authoredDeed(task) };
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
