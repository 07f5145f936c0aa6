import type { Command } from "../../command/command.ts";
import { describeDoctor } from "../../install/describe.ts";
import { doctor as examine } from "../../install/doctor/doctor.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";

const CODES = { holds: EXIT.pass, open: EXIT.blocked, untried: EXIT.cannotLook } as const;

export const doctor: Command = {
  name: "doctor",
  about:
    "Proves the gate: offers it commits that must be refused, through Git itself, and leaves nothing behind. Then names each weak spot with its remedy.",
  flags: { repo: { value: "DIR", help: "a folder in the clone; this one when left out" } },
  examples: [
    {
      line: "npx arkitekt doctor",
      says: "exit code 0: the gate holds, 1: it does not, 2: it could not be tried",
    },
  ],
  async run(input, { cwd, env, stdout }) {
    const report = await examine({ repo: input.text("repo") ?? cwd, env });
    if (!report.ok) throw new CannotLook(report.error);
    stdout.write(describeDoctor(report.value, stdout.paint));
    return CODES[report.value.standing];
  },
};
