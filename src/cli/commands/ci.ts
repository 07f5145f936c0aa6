import { version } from "../../base/version.ts";
import { withRepository } from "../../check/with-repository.ts";
import { readOptions } from "../../ci/read-options.ts";
import { seal } from "../../ci/seal.ts";
import { workflow } from "../../ci/workflow.ts";
import { DEFAULT_PIN, type WorkflowOptions } from "../../ci/workflow-options.ts";
import type { Command, Family, Input } from "../../command/command.ts";
import { WORKFLOW } from "../../model/ci-places.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import { REQUESTS } from "../../model/project.ts";
import type { Policy } from "../../policy/policy.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import { writeCi } from "../ci/write-ci.ts";

const github: Command = {
  name: "ci github",
  about:
    "Prints a GitHub workflow that judges each push to an agents' branch, keeps a pull request for it and tells Discord. The branches are those of the policy in force.",
  flags: {
    discord: { help: "tells Discord how it went; the address is the secret DISCORD_WEBHOOK" },
    program: {
      value: "FROM",
      help: "vendored (the default: the repository brings the program), npm, or the https address of its one file",
    },
    sha256: { value: "HEX", help: "what the file at that address must be" },
    checkout: { value: "REF", help: `the tag or commit of actions/checkout; ${DEFAULT_PIN} when left out` },
    "setup-node": {
      value: "REF",
      help: `the tag or commit of actions/setup-node; ${DEFAULT_PIN} when left out`,
    },
    write: { help: `writes ${WORKFLOW}, with what it needs, over nothing that a person wrote` },
  },
  examples: [
    { line: "arkitekt ci github --discord --write", says: "the workflow and the program, to be committed" },
    { line: "arkitekt ci github --program npm", says: "only shown; the program comes from the registry" },
  ],
  async run(input, world) {
    const written = await withRepository(world, async (repo) => {
      const { policy } = await policyInForce(repo);
      const options = optionsOf(input, policy);
      const text = seal(workflow(options), "#");
      return input.has("write") ? await writeCi(repo, text, options.program) : text;
    });
    world.stdout.write(written);
    return EXIT.pass;
  },
};

function optionsOf(input: Input, policy: Policy): WorkflowOptions {
  const wished = {
    isDiscord: input.has("discord"),
    program: input.text("program"),
    sha256: input.text("sha256"),
    checkout: input.text("checkout"),
    setupNode: input.text("setup-node"),
  };
  const ofPolicy = {
    agentBranches: policy.project.agentBranches,
    requests: policy.project.requests ?? REQUESTS,
  };
  const options = readOptions(wished, ofPolicy, version, (name) => `--${name}`);
  if (options.ok) return options.value;
  const { of, message, next } = options.error;
  if (of === "wish") return input.refuse(message);
  throw new CannotLook(failure("bad-policy", message, next));
}

export const ci: Family = {
  name: "ci",
  about: "What a server needs to judge pushes as the hooks do.",
  commands: [github],
};
