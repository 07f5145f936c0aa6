import { resolve } from "node:path";
import { AGENTS, type AgentName } from "../../agent/event.ts";
import { withGuess } from "../../base/wording.ts";
import { progress } from "../../check/progress.ts";
import { dayOf } from "../../check/today.ts";
import { lastCommits, stoppedByRule, type Trial, tryPolicy } from "../../check/trial.ts";
import { withRepository } from "../../check/with-repository.ts";
import type { Command, Input } from "../../command/command.ts";
import { DEFAULT_BUDGET, readBudget } from "../../hooks/pre-receive.ts";
import { describeInstall } from "../../install/describe.ts";
import { type PastStop, type PolicyWritten, rewritePolicy } from "../../install/gate/initial-policy.ts";
import { install as installGate } from "../../install/gate/install.ts";
import type { InstallReport } from "../../install/gate/install-report.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";
import { pathOf } from "../../model/place.ts";
import { policyOfFile } from "../../policy-source/in-force.ts";
import { trialText } from "../../report/policy/trial.ts";
import { wrap } from "../../report/terminal-text.ts";
import type { World } from "../../system/world.ts";
import { reportOf } from "../policy/run-try.ts";

/** How many commits of the past show whether a first policy fits. */
const TRIED = 100;

export const install: Command = {
  name: "install",
  about:
    "Wires the gate into this clone: its hooks, its own copy of the program, and a first policy when there is none, drawn up from the tree and tried on its history. Run again it changes nothing.",
  flags: {
    repo: { value: "DIR", help: "a folder in the clone; this one when left out" },
    server: {
      value: "DIR",
      help: "a bare repository that others push to: lays its pre-receive hook, which judges each push before it is accepted",
    },
    budget: {
      value: "SECONDS",
      help: `with --server: how long a push may take to be judged; ${DEFAULT_BUDGET} when left out`,
    },
    chain: { help: "keeps hooks that are in force now running, before the gate" },
    agents: {
      value: "NAME",
      help: `has the hook system of a coding agent ask the gate: ${AGENTS.join(", ")}; several one after another, or separated by commas`,
      isRepeatable: true,
    },
  },
  oneOf: { flags: ["repo", "server"], isNeeded: false },
  moreOperands: ["name"],
  examples: [
    { line: "npx arkitekt install", says: "once per clone; linked worktrees and submodules are gated too" },
    { line: "arkitekt install --server /srv/git/songs.git", says: "on the server, once per repository" },
    { line: "npx arkitekt install --agents claude codex cursor", says: "their settings, to be committed" },
  ],
  async run(input, world) {
    const { cwd, env, stdout } = world;
    const server = input.text("server");
    const given = input.text("budget");
    const budget = given === undefined ? DEFAULT_BUDGET : readBudget(given);
    if (budget === undefined) return input.refuse(`--budget ${given} is not a number of seconds`);
    const agents = agentsOf(input);
    if (server !== undefined && agents.length > 0)
      return input.refuse("--agents is for a clone, not for --server DIR");
    if (server !== undefined) {
      const { installServer } = await import("../../install/server/install-server.ts");
      const { describeServer } = await import("../../install/server/describe-server.ts");
      const laid = await installServer({
        repo: resolve(cwd, server),
        chain: input.has("chain"),
        budget,
        env,
      });
      if (!laid.ok) throw new CannotLook(laid.error);
      stdout.write(describeServer(laid.value, stdout.paint));
      return EXIT.pass;
    }
    if (given !== undefined) return input.refuse("--budget is for --server DIR");
    const repo = input.text("repo") ?? cwd;
    const installed = await installGate({ repo, chain: input.has("chain"), agents, env });
    if (!installed.ok) throw new CannotLook(installed.error);
    const { report, proof } = await tried(installed.value, world);
    stdout.write(describeInstall(report, stdout.paint, proof));
    return EXIT.pass;
  },
};

/** `--agents claude codex`, `--agents claude,codex`, or the flag for each. */
function agentsOf(input: Input): readonly AgentName[] {
  const names = [...input.list("agents"), ...input.operands].flatMap((word) => word.split(","));
  if (input.operands.length > 0 && input.list("agents").length === 0)
    input.refuse(`unexpected argument ${input.operands[0]}`, "npx arkitekt install --help");
  return names
    .filter((name) => name !== "")
    .map((name) => {
      const known = AGENTS.find((agent) => agent === name);
      return known ?? input.refuse(withGuess(`there is no agent "${name}" here`, name, AGENTS));
    });
}

interface Tried {
  readonly report: InstallReport;
  /** What the policy would have done to the past, or why that can't be told. */
  readonly proof: string | undefined;
}

/** How often a draft is made milder and tried again. */
const STEPS = 4;

/** A policy that was drawn up is tried on the past, and what would have stopped too much of it becomes milder, step by step. */
async function tried(report: InstallReport, world: World): Promise<Tried> {
  const { policy, workTree } = report;
  if (policy.kind !== "write" || workTree === undefined) return { report, proof: undefined };
  try {
    let plan = policy;
    let trial = await trialOf(plan, workTree, world);
    for (let step = 0; step < STEPS; step++) {
      // A shallow clone tells as little as a short history.
      const milder = rewritePolicy(
        plan,
        trial?.judged ?? 0,
        trial === undefined ? new Map() : stopsOf(trial),
      );
      if (milder === undefined) break;
      plan = milder;
      if (trial !== undefined) trial = await trialOf(plan, workTree, world);
    }
    return { report: { ...report, policy: plan }, proof: trial === undefined ? undefined : proofOf(trial) };
  } catch (error) {
    // The gate stands all the same: a past that can't be read is no reason to do without it.
    if (!(error instanceof CannotLook)) throw error;
    const why = `the policy was not tried on the history: ${error.failure.message}`;
    return { report, proof: wrap(why, WIDTH, "") };
  }
}

function stopsOf(trial: Trial): ReadonlyMap<string, readonly PastStop[]> {
  const stops = [...stoppedByRule(trial)].map(([rule, commits]) => {
    const firsts = commits.flatMap(({ findings }) => findings.find((each) => each.rule === rule) ?? []);
    const list = firsts.map(({ place, anchor }) => ({
      path: pathOf(place),
      isRead: anchor?.code.startsWith("read ") ?? false,
    }));
    return [rule, list] as const;
  });
  return new Map(stops);
}

async function trialOf(policy: PolicyWritten, workTree: string, world: World): Promise<Trial | undefined> {
  return await withRepository({ cwd: workTree, env: world.env }, async (repo) => {
    const range = await lastCommits(repo, TRIED);
    if (range === undefined) return undefined;
    const draft = await policyOfFile(policy.path, Buffer.from(policy.text));
    const options = { today: dayOf(world.now), report: progress(world.stderr) };
    return await tryPolicy(repo, draft.policy, range, options);
  });
}

function proofOf(trial: Trial): string {
  return trialText(reportOf(trial, undefined), WIDTH);
}

/** Columns that are left beside the indentation. */
const WIDTH = 76;
