import type { Command } from "../../../command/command.ts";
import { noteAddress } from "../../../pipeline/run/mark-phase.ts";
import { REPORT_FLAGS, withPipeline } from "./run-flags.ts";

export const noteCommand: Command = {
  name: "pipeline note",
  about:
    "Attaches the address where CI has looked at a phase's branch; what only CI can tell counts as not checked until then.",
  operands: ["PHASE"],
  flags: { ...REPORT_FLAGS, "ci-url": { value: "URL", help: "the address of the CI run", isRequired: true } },
  examples: [{ line: "arkitekt pipeline note palette --ci-url https://ci.example.com/runs/12" }],
  run(input, world) {
    const [name = ""] = input.operands;
    const url = input.need("ci-url");
    if (!/^https?:\/\/[^\s\p{Cc}]+$/u.test(url))
      return input.refuse(`--ci-url ${url} is not an address`, "write it as https://…");
    return withPipeline(input, world, (pipeline) => noteAddress(pipeline, name, url), true);
  },
};
