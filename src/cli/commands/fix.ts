import { dayOf, readDay } from "../../check/today.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command } from "../../command/command.ts";
import { fix } from "../../fix/fix.ts";
import { EXIT } from "../../model/exit.ts";
import { fixedText } from "../../report/fix/fixed.ts";

export const fixCommand: Command = {
  name: "fix",
  about:
    "Mends what is mechanical in the change that is being made: backslashes and retired namespaces in requires, missing dates of shims; then runs the fixers of the policy. Without --staged it writes to the working tree, and leaves staging to you.",
  flags: {
    staged: { help: "mends what is staged, in the index; and the working tree where the same edit fits" },
    "dry-run": { help: "says what would be mended, and changes nothing" },
    now: { value: "DATE", help: "the day that the date of a shim counts from, YYYY-MM-DD" },
  },
  examples: [
    { line: "arkitekt fix", says: "mends every tracked file that is changed" },
    {
      line: "arkitekt fix --staged",
      says: "mends what will be committed, even where a file is staged in part",
    },
  ],
  async run(input, { cwd, env, now, program, stdout }) {
    const day = input.text("now");
    const options = {
      isStaged: input.has("staged"),
      isDryRun: input.has("dry-run"),
      today: day === undefined ? dayOf(now) : readDay(day),
      program,
    };
    const report = await withRepository({ cwd, env }, (repo) => fix(repo, options));
    stdout.write(fixedText(report, stdout.paint, stdout.columns));
    return EXIT.pass;
  },
};
