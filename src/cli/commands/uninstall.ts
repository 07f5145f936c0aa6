import { resolve } from "node:path";
import type { Command } from "../../command/command.ts";
import { describeUninstall } from "../../install/describe.ts";
import { uninstall as uninstallGate } from "../../install/gate/uninstall.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";

export const uninstall: Command = {
  name: "uninstall",
  about:
    "Takes the gate out of this clone and restores its configuration and files as they were, byte for byte.",
  flags: {
    repo: { value: "DIR", help: "a folder in the clone; this one when left out" },
    server: { value: "DIR", help: "a bare repository that others push to" },
  },
  oneOf: { flags: ["repo", "server"], isNeeded: false },
  examples: [
    { line: "npx arkitekt uninstall", says: "what could not be restored is named, with what to do about it" },
  ],
  async run(input, { cwd, env, stdout }) {
    const server = input.text("server");
    if (server !== undefined) {
      const { uninstallServer } = await import("../../install/server/install-server.ts");
      const { describeServerUninstall } = await import("../../install/server/describe-server.ts");
      const done = await uninstallServer(resolve(cwd, server), env);
      if (!done.ok) throw new CannotLook(done.error);
      stdout.write(describeServerUninstall(done.value, stdout.paint));
      return EXIT.pass;
    }
    const report = await uninstallGate({ repo: input.text("repo") ?? cwd, env });
    if (!report.ok) throw new CannotLook(report.error);
    stdout.write(describeUninstall(report.value, stdout.paint));
    return EXIT.pass;
  },
};
