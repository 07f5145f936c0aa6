import { resolve } from "node:path";
import { withRepository } from "../../check/with-repository.ts";
import type { Command, Family } from "../../command/command.ts";
import { formatFlag, printerOf } from "../../command/format.ts";
import { branchesOf } from "../../git/open/head.ts";
import { EXIT } from "../../model/exit.ts";
import { LARGEST_POLICY } from "../../model/policy-places.ts";
import { type Explanation, explainPolicy } from "../../policy/print/explain-policy.ts";
import { policyJson, printPolicy } from "../../policy/print/print-policy.ts";
import { policyInForce, policyOfFile } from "../../policy-source/in-force.ts";
import type { Printers } from "../../report/format.ts";
import { readNamedFile } from "../../system/places.ts";
import type { Output } from "../../system/world.ts";
import { policySuggest } from "../policy/suggest.ts";
import { policyTry } from "../policy/try.ts";

const PRINTERS: Printers<(explanation: Explanation, stdout: Output) => string> = {
  pretty(explanation, { paint, columns, isTerminal }) {
    const width = isTerminal ? columns : Number.POSITIVE_INFINITY;
    return printPolicy(explanation, { dim: paint.dim, width });
  },
  json: (explanation) => policyJson(explanation),
};

const print: Command = {
  name: "policy print",
  about:
    "Shows the policy in force for the next commit, one value a line, each with where it comes from. It is the one of HEAD: a change can't loosen its own leash.",
  flags: {
    branch: { value: "B", help: "what holds on this branch; the one that is checked out when left out" },
    file: { value: "F", help: "what holds for this file" },
    policy: { value: "FILE", help: "a draft, in place of the policy in force" },
    format: formatFlag(PRINTERS),
  },
  examples: [
    {
      line: "arkitekt policy print --branch codex/colours",
      says: "every rule's level and options there, and the line that sets them",
    },
    { line: "arkitekt policy print --policy draft.json", says: "what a draft comes to" },
  ],
  async run(input, world) {
    const printer = printerOf(input, PRINTERS);
    const file = input.text("file");
    const explanation = await withRepository(world, async (repo) => {
      const branch = input.text("branch") ?? branchesOf(repo.head)[0];
      const draft = input.text("policy");
      const found =
        draft === undefined
          ? await policyInForce(repo)
          : await policyOfFile(draft, readNamedFile(resolve(world.cwd, draft), LARGEST_POLICY));
      return explainPolicy(found, {
        ...(branch === undefined ? {} : { branch }),
        ...(file === undefined ? {} : { file }),
      });
    });
    world.stdout.write(printer(explanation, world.stdout));
    return EXIT.pass;
  },
};

export const policy: Family = {
  name: "policy",
  about: "What the policy in force says, and where it says so.",
  commands: [print, policyTry, policySuggest],
};
