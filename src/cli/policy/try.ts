import type { Command } from "../../command/command.ts";

/** How many commits of this branch, when nothing else is asked for. */
const DEFAULT_LAST = 100;

export const policyTry: Command = {
  name: "policy try",
  about:
    "Says what a policy would have done to the commits there are: how many it would have stopped, by rule, with an example of each. A draft is compared with the policy in force.",
  flags: {
    last: { value: "N", help: `that many commits of this branch; ${DEFAULT_LAST} when left out` },
    range: { value: "A..B", help: "the commits of a range" },
    policy: { value: "FILE", help: "a draft" },
    set: {
      value: "KEY=VALUE",
      help: "a change to it, the value in JSON; may be given several times",
      isRepeatable: true,
    },
  },
  oneOf: { flags: ["last", "range"], isNeeded: false },
  examples: [
    { line: "arkitekt policy try --last 200", says: "what the policy in force would have stopped" },
    { line: "arkitekt policy try --set rules.module-shape=warn", says: "the same with and without a change" },
  ],
  // Judging is loaded for those who judge: `policy print` does without.
  run: async (input, world) => (await import("./run-try.ts")).runTry(input, world, DEFAULT_LAST),
};
