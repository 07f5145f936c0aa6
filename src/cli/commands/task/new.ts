import { newTask } from "../../../check/task/new-task.ts";
import { tasksHere } from "../../../check/task/tasks-here.ts";
import { withRepository } from "../../../check/with-repository.ts";
import type { Command, Input } from "../../../command/command.ts";
import { formatFlag, printerOf } from "../../../command/format.ts";
import { EXIT } from "../../../model/exit.ts";
import { newTaskPrinters } from "../../../report/task/index.ts";

export const newCommand: Command = {
  name: "task new",
  about:
    "Writes a task, complete: the playbook's acceptance and proof-greps, a budget within the policy's, notes with what is known. It never writes over another one.",
  operands: ["CODE"],
  flags: {
    allow: {
      value: "GLOB",
      help: "a file, folder or glob that may change",
      isRequired: true,
      isRepeatable: true,
    },
    files: { value: "N", help: "how many files may change; the policy's most when left out" },
    loc: { value: "N", help: "how many lines may be added" },
    mechanical: { help: "claims the mechanical exception, which has to be proved" },
    kind: { value: "KIND", help: "what kind of work it is: move_module, refactor_require, …" },
    from: { value: "MODULE", help: "the module that goes" },
    to: { value: "MODULE", help: "the module that takes its place" },
    "live-root": { value: "FOLDER", help: "the folder that it is about" },
    "feature-root": { value: "FOLDER", help: "the feature in it" },
    grep: { value: "PATTERN", help: "must not be found in what changes", isRepeatable: true },
    "must-find": { value: "PATTERN", help: "must be found there", isRepeatable: true },
    accept: { value: "LINE", help: "one more line of its acceptance", isRepeatable: true },
    note: { value: "LINE", help: 'a line of its notes: "Risks: …", "Caller deltas: …"', isRepeatable: true },
    format: formatFlag(newTaskPrinters),
  },
  examples: [
    {
      line: "arkitekt task new phase6_colors --allow ARKITEKT/core/colors.lua --files 2 --note 'Risks: none'",
      says: "the file .codex/tasks/phase6_colors.json; its commits go to codex/phase6_colors",
    },
  ],
  async run(input, world) {
    const print = printerOf(input, newTaskPrinters);
    const asked = {
      code: input.operands[0] ?? "",
      kind: input.text("kind"),
      allowlist: input.list("allow"),
      files: numberOf(input, "files"),
      addedLoc: numberOf(input, "loc"),
      isMechanical: input.has("mechanical"),
      liveRoot: input.text("live-root"),
      featureRoot: input.text("feature-root"),
      from: input.text("from"),
      to: input.text("to"),
      acceptance: input.list("accept"),
      proofGreps: [
        ...input.list("grep").map((pattern) => ({ pattern, should_match: false })),
        ...input.list("must-find").map((pattern) => ({ pattern, should_match: true })),
      ],
      notes: input.list("note"),
    };
    const made = await withRepository(world, async (repo) => newTask(await tasksHere(repo), asked));
    world.stdout.write(print(made, world.stdout));
    return EXIT.pass;
  },
};

function numberOf(input: Input, flag: string): number | undefined {
  const text = input.text(flag);
  if (text === undefined) return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : input.refuse(`--${flag} ${text} is not a whole number`);
}
