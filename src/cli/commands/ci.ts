import { version } from "../../base/version.ts";
import { withRepository } from "../../check/with-repository.ts";
import { branchFilters } from "../../ci/branch-filters.ts";
import { seal } from "../../ci/seal.ts";
import { workflow } from "../../ci/workflow.ts";
import {
  type CiProgram,
  DEFAULT_PIN,
  isPin,
  isProgramAddress,
  isSha256,
  type WorkflowOptions,
} from "../../ci/workflow-options.ts";
import type { Command, Family, Input } from "../../command/command.ts";
import { WORKFLOW } from "../../model/ci-places.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook, failure } from "../../model/failure.ts";
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
    const program = programOf(input);
    const pins = { checkout: pinOf(input, "checkout"), setupNode: pinOf(input, "setup-node") };
    const written = await withRepository(world, async (repo) => {
      const { policy } = await policyInForce(repo);
      const branches = filtersOf(policy.project.agentBranches);
      const options: WorkflowOptions = { branches, program, isDiscord: input.has("discord"), ...pins };
      const text = seal(workflow(options), "#");
      return input.has("write") ? await writeCi(repo, text, program) : text;
    });
    world.stdout.write(written);
    return EXIT.pass;
  },
};

function programOf(input: Input): CiProgram {
  const from = input.text("program") ?? "vendored";
  const sha256 = input.text("sha256");
  const isAddress = from.startsWith("https:");
  if (sha256 !== undefined && !isAddress)
    input.refuse("--sha256 is for a program that comes from an address");
  if (sha256 !== undefined && !isSha256(sha256))
    input.refuse(`--sha256 ${sha256} is not 64 small hex digits`);
  if (from === "vendored") return { kind: "vendored" };
  if (from === "npm") return { kind: "npm", version };
  if (isProgramAddress(from)) return { kind: "url", url: from, sha256 };
  return input.refuse(`--program ${from} is neither npm, vendored nor a plain https address`);
}

function pinOf(input: Input, flag: "checkout" | "setup-node"): string {
  const pin = input.text(flag) ?? DEFAULT_PIN;
  return isPin(pin) ? pin : input.refuse(`--${flag} ${pin} is neither a tag nor a commit`);
}

function filtersOf(agentBranches: readonly string[]): readonly string[] {
  const filters = branchFilters(agentBranches);
  if (!filters.ok)
    throw new CannotLook(
      failure(
        "bad-policy",
        `agentBranches holds ${filters.error}, which GitHub's branch filters can't say`,
        "write it with names, * and ** alone",
      ),
    );
  if (filters.value.length > 0) return filters.value;
  throw new CannotLook(
    failure(
      "bad-policy",
      "the policy in force names no agentBranches",
      'for example "agentBranches": ["codex/**"]',
    ),
  );
}

export const ci: Family = {
  name: "ci",
  about: "What a server needs to judge pushes as the hooks do.",
  commands: [github],
};
