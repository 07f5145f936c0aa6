import type { Command, Family } from "../../command/command.ts";
import { runCommand, runFamily } from "../../command/run-command.ts";
import type { World } from "../../system/world.ts";
import type { Loaded } from "../loaded.ts";

/** What begins with one word after `arkitekt`. A new command is a file beside this one and its line here. */
export interface CommandEntry {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The page that says more, below docs. */
  readonly docs: string;
  /** Loads the command's part; `word` is what is typed next, for which there may be a smaller one. */
  load(word?: string): Promise<Loaded>;
}

const one = (command: Command): Loaded => ({
  commands: [command],
  run: (args, world) => runCommand(command, args, world.stdout, () => world),
});

/** One of a family, by itself: what is asked often need not wait for the others to be loaded. */
const alone = (command: Command): Loaded => ({
  commands: [command],
  run: ([_, ...args], world) => runCommand(command, args, world.stdout, () => world),
});

/** Commands that begin with the same word; `surroundings` makes what they may know of the outside. */
const family = <Surroundings>(
  commands: Family<Surroundings>,
  surroundings: (world: World) => Surroundings | Promise<Surroundings>,
): Loaded => ({
  commands: commands.commands,
  run: (args, world) => runFamily(commands, args, world.stdout, () => surroundings(world)),
});

export const commands: readonly CommandEntry[] = [
  {
    name: "install",
    summary: "wires the gate into this clone",
    docs: "install.md",
    load: async () => one((await import("./install.ts")).install),
  },
  {
    name: "uninstall",
    summary: "takes the gate out and restores what was there",
    docs: "install.md",
    load: async () => one((await import("./uninstall.ts")).uninstall),
  },
  {
    name: "doctor",
    summary: "proves the gate with a bad commit and reports weak spots",
    docs: "install.md",
    load: async () => one((await import("./doctor.ts")).doctor),
  },
  {
    name: "check",
    summary: "judges the index, a range of commits or a whole tree",
    docs: "commands.md",
    load: async () => one((await import("./check.ts")).check),
  },
  {
    name: "report",
    summary: "writes a page to look at; puts the verdicts of several machines together",
    docs: "report.md",
    load: async () => (await import("./report.ts")).report,
  },
  {
    name: "baseline",
    summary: "lists the old findings that a check of a whole tree tolerates; the list may only shrink",
    docs: "commands.md",
    load: async () => one((await import("./baseline.ts")).baseline),
  },
  {
    name: "scan",
    summary: "shows which Lua file requires what",
    docs: "commands.md",
    load: async () => one((await import("./scan.ts")).scan),
  },
  {
    name: "shims",
    summary: "lists every shim with the days it has left",
    docs: "commands.md",
    load: async () => one((await import("./shims.ts")).shims),
  },
  {
    name: "fix",
    summary: "mends what is mechanical in the change, and runs the policy's fixers",
    docs: "commands.md",
    load: async () => one((await import("./fix.ts")).fixCommand),
  },
  {
    name: "patch",
    summary: "judges a proposed change before it exists, and writes it whole",
    docs: "patch.md",
    load: async () => family((await import("./patch.ts")).patch, (world) => world),
  },
  {
    name: "task",
    summary: "writes, shows and checks what a change is for and how far it may reach",
    docs: "tasks.md",
    load: async (word) =>
      word === "status"
        ? alone((await import("./task/status.ts")).statusCommand)
        : family((await import("./task.ts")).task, (world) => world),
  },
  {
    name: "refactor",
    summary: "moves modules and does other mechanical changes, which prove themselves",
    docs: "refactor.md",
    load: async () => family((await import("./refactor.ts")).refactor, (world) => world),
  },
  {
    name: "pipeline",
    summary: "carries out phases in order, a branch each, and holds their manifest against the playbook",
    docs: "pipelines.md",
    load: async () => family((await import("./pipeline.ts")).pipeline, (world) => world),
  },
  {
    name: "policy",
    summary: "shows the policy in force and where each value comes from",
    docs: "policy.md",
    load: async () => family((await import("./policy.ts")).policy, (world) => world),
  },
  {
    name: "rules",
    summary: "lists the rules",
    docs: "commands.md",
    load: async () => one((await import("./rules.ts")).rulesCommand),
  },
  {
    name: "explain",
    summary: "shows the page of a rule, of a key of the policy, or of a word",
    docs: "commands.md",
    load: async () => one((await import("./explain.ts")).explain),
  },
  {
    name: "spec",
    summary: "hands spec requests to other repositories, as files with a status trail",
    docs: "handoff.md",
    load: async () => {
      const { spec, specWorld } = await import("./spec.ts");
      return family(spec, specWorld);
    },
  },
  {
    name: "ci",
    summary: "makes the workflow with which a server judges what agents push",
    docs: "ci.md",
    load: async () => family((await import("./ci.ts")).ci, (world) => world),
  },
  {
    name: "agent",
    summary: "what coding agents meet: their hooks, and the rules they read",
    docs: "agents.md",
    load: async () => family((await import("./agent.ts")).agent, (world) => world),
  },
  {
    name: "demo",
    summary: "plays a session with the gate in a throw-away repository",
    docs: "commands.md",
    load: async () => one((await import("./demo.ts")).demo),
  },
  {
    name: "hook",
    summary: "what the Git hooks call",
    docs: "architecture.md",
    load: async () => one((await import("./hook.ts")).hook),
  },
];
