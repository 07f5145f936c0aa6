import { isAgentBranch } from "./agent-branch.ts";
import { doubleWork } from "./double-work.ts";
import { asksFixpoint, type Transform, unfixed } from "./fixpoint.ts";
import type { ChangeRule } from "./rule.ts";

interface IdempotenceOptions {
  readonly transforms: readonly Transform[];
}

/**
 * What is pushed can be done again without a difference (playbook, "Hard boundaries": idempotence): every transform that
 * the policy declares leaves the tip as it is, and no work in the range is done twice.
 */
export const idempotence: ChangeRule<IdempotenceOptions> = {
  id: "idempotence",
  kind: "change",
  summary: "doing it again changes nothing, and nothing is done twice",
  subjects: ["range"],
  options: {
    type: "object",
    additionalProperties: false,
    properties: {
      transforms: {
        type: "array",
        default: [],
        description:
          "Programs that make files from files (formatters, generators); the tip must be what they make.",
        items: {
          type: "object",
          additionalProperties: false,
          required: ["name", "command", "inputs"],
          properties: {
            name: { type: "string", minLength: 1, description: "What messages call it." },
            command: {
              type: "array",
              minItems: 1,
              items: { type: "string" },
              description: "Program and arguments, run without a shell in a folder that holds the inputs.",
            },
            inputs: { type: "array", items: { type: "string" }, description: "Globs of the files it reads." },
            outputs: {
              type: "array",
              items: { type: "string" },
              description: "Globs of the files it writes; left out, it rewrites its inputs.",
            },
          },
        },
      },
    },
  },
  defaults: { transforms: [] },
  asks: ({ change, options }) => asksFixpoint(change, options.transforms),
  *inspect({ change, options, project }, answers) {
    yield* unfixed(change, options.transforms, answers);
    if (change.subject.kind !== "range") return;
    const isAgent = isAgentBranch(change.branches, project);
    for (const finding of doubleWork(change.subject.commits)) {
      yield isAgent ? finding : { ...finding, atMost: "warn" };
    }
  },
};
