import type { Command } from "../../command/command.ts";
import { describeInstall } from "../../install/describe.ts";
import { install as installGate } from "../../install/gate/install.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";

export const install: Command = {
  name: "install",
  about:
    "Wires the gate into this clone: its hooks, its own copy of the program, and a first policy when there is none. Run again it changes nothing.",
  flags: {
    repo: { value: "DIR", help: "a folder in the clone; this one when left out" },
    chain: { help: "keeps hooks that are in force now running, before the gate" },
  },
  examples: [
    { line: "npx arkitekt install", says: "once per clone; linked worktrees and submodules are gated too" },
  ],
  async run(input, { cwd, env, stdout }) {
    const report = await installGate({ repo: input.text("repo") ?? cwd, chain: input.has("chain"), env });
    if (!report.ok) throw new CannotLook(report.error);
    stdout.write(describeInstall(report.value, stdout.paint));
    return EXIT.pass;
  },
};
