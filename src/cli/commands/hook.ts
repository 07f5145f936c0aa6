import { list } from "../../base/wording.ts";
import type { Command } from "../../command/command.ts";
import { hookNames } from "../../hooks/table.ts";
import { EXIT } from "../../model/exit.ts";

/** Only its help: a hook takes a shorter way, in main.ts, and reads no flags. */
export const hook: Command = {
  name: "hook",
  about: `What the Git hooks call, with the arguments and the standard input that Git gave: ${list(hookNames, "and")}; and pre-receive, of a repository that others push to.`,
  operands: ["name"],
  flags: {},
  examples: [
    { line: "arkitekt hook pre-commit", says: "judges what is staged, as a commit would" },
    {
      line: "arkitekt hook pre-receive --budget 30",
      says: "in a bare repository's own hook: judges the push in 30 seconds, or refuses it",
    },
  ],
  run: async () => EXIT.cannotLook,
};
