import { withRepository } from "../../check/with-repository.ts";
import { branchesOf } from "../../git/open/head.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { explainPolicy } from "../../policy/print/explain-policy.ts";
import { policyJson, printPolicy } from "../../policy/print/print-policy.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import type { Command } from "../command.ts";
import { formatOf } from "../format.ts";

export const policy: Command = {
  name: "policy",
  summary:
    "Shows the policy in force for the next commit, a value a line, each with where it comes from. It is the one of HEAD: a change can't loosen its own leash.",
  usage: "print [--branch B] [--file F]",
  flags: {
    branch: { value: "B", help: "what holds on this branch; the one that is checked out when left out" },
    file: { value: "F", help: "what holds for this file" },
    format: { value: "pretty|json", help: "text for people, or JSON" },
  },
  words: { least: 1, most: 1 },
  examples: [
    {
      line: "arkitekt policy print --branch codex/colours",
      says: "every rule's level and options there, and the line that sets them",
    },
  ],
  async run(input, world) {
    if (input.words[0] !== "print") {
      throw new CannotLook(
        failure("bad-arguments", `arkitekt policy can't "${input.words[0]}"`, "arkitekt policy print"),
      );
    }
    const format = formatOf(input);
    const file = input.text("file");
    const explanation = await withRepository(world, async (repo) => {
      const branch = input.text("branch") ?? branchesOf(repo.head)[0];
      return explainPolicy(await policyInForce(repo), {
        ...(branch === undefined ? {} : { branch }),
        ...(file === undefined ? {} : { file }),
      });
    });
    const { paint, columns, isTerminal } = world.stdout;
    const width = isTerminal ? columns : Number.POSITIVE_INFINITY;
    const text =
      format === "json" ? policyJson(explanation) : printPolicy(explanation, { dim: paint.dim, width });
    world.stdout.write(text);
    return EXIT.pass;
  },
};
