import { EXIT } from "../../model/exit.ts";
import type { Command } from "../command.ts";

/** Only the help of it: a hook takes a shorter way, in main.ts, and reads no flags. */
export const hook: Command = {
  name: "hook",
  summary:
    "What the Git hooks call, with the arguments and the standard input that Git gave: pre-commit, pre-merge-commit, pre-applypatch, commit-msg, pre-push.",
  usage: "<name> [arguments of Git]",
  flags: {},
  examples: [{ line: "arkitekt hook pre-commit", says: "judges what is staged, as a commit would" }],
  run: async () => EXIT.cannotLook,
};
