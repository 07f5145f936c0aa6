import type { Command } from "../../command/command.ts";
import { describeUninstall } from "../../install/describe.ts";
import { uninstall as uninstallGate } from "../../install/gate/uninstall.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";

export const uninstall: Command = {
  name: "uninstall",
  about:
    "Takes the gate out of this clone and restores its configuration and files as they were, byte for byte.",
  flags: { repo: { value: "DIR", help: "a folder in the clone; this one when left out" } },
  examples: [{ line: "npx arkitekt uninstall", says: "what could not be restored is said, with what to do" }],
  async run(input, { cwd, env, stdout }) {
    const report = await uninstallGate({ repo: input.text("repo") ?? cwd, env });
    if (!report.ok) throw new CannotLook(report.error);
    stdout.write(describeUninstall(report.value, stdout.paint));
    return EXIT.pass;
  },
};
