// What is asked of a workflow → its options, or why there can be none.
import { err, ok, type Result } from "../base/result.ts";
import { branchFilters } from "./branch-filters.ts";
import {
  type CiProgram,
  DEFAULT_PIN,
  isPin,
  isProgramAddress,
  isSha256,
  type WorkflowOptions,
} from "./workflow-options.ts";

/** As texts; undefined for the default. */
export interface WishedWorkflow {
  readonly isDiscord: boolean;
  readonly program: string | undefined;
  readonly sha256: string | undefined;
  readonly checkout: string | undefined;
  readonly setupNode: string | undefined;
}

/** `of` says what has to be mended: the wish, or the policy. */
export interface UnfitWish {
  readonly of: "wish" | "policy";
  readonly message: string;
  readonly next: string | undefined;
}

/** What a workflow takes from the policy. */
export interface OfPolicy {
  readonly agentBranches: readonly string[];
  /** The folder of the hand-off. */
  readonly requests: string;
}

/** `version` is the program's own; `spell` writes the name of a wish as it was typed. */
export function readOptions(
  wished: WishedWorkflow,
  { agentBranches, requests }: OfPolicy,
  version: string,
  spell: (name: string) => string,
): Result<WorkflowOptions, UnfitWish> {
  const { checkout = DEFAULT_PIN, setupNode = DEFAULT_PIN, isDiscord } = wished;
  const program = readProgram(wished, version, spell);
  if (!program.ok) return unfit("wish", program.error, undefined);
  for (const [name, pin] of [
    ["checkout", checkout],
    ["setup-node", setupNode],
  ] as const)
    if (!isPin(pin)) return unfit("wish", `${spell(name)} ${pin} is neither a tag nor a commit`, undefined);
  const branches = branchFilters(agentBranches);
  if (!branches.ok)
    return unfit(
      "policy",
      `agentBranches holds ${branches.error}, which GitHub's branch filters can't say`,
      "write it with names, * and ** alone",
    );
  if (branches.value.length === 0)
    return unfit(
      "policy",
      "the policy in force names no agentBranches",
      'for example "agentBranches": ["codex/**"]',
    );
  if (requests.includes("${{"))
    return unfit(
      "policy",
      `GitHub would read ${requests} as an expression`,
      "give the folder of requests another name",
    );
  return ok({ branches: branches.value, requests, program: program.value, isDiscord, checkout, setupNode });
}

function unfit(of: UnfitWish["of"], message: string, next: string | undefined): Result<never, UnfitWish> {
  return err({ of, message, next });
}

function readProgram(
  { program = "vendored", sha256 }: WishedWorkflow,
  version: string,
  spell: (name: string) => string,
): Result<CiProgram, string> {
  if (sha256 !== undefined && !program.startsWith("https:"))
    return err(`${spell("sha256")} is for a program that comes from an address`);
  if (sha256 !== undefined && !isSha256(sha256))
    return err(`${spell("sha256")} ${sha256} is not 64 small hex digits`);
  if (program === "vendored") return ok({ kind: "vendored" });
  if (program === "npm") return ok({ kind: "npm", version });
  if (isProgramAddress(program)) return ok({ kind: "url", url: program, sha256 });
  return err(`${spell("program")} ${program} is neither npm, vendored nor a plain https address`);
}
