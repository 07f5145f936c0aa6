import type { World } from "../../system/world.ts";
import type { Command } from "../command.ts";
import { check } from "./check.ts";

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Loads the command's part (`check` shares all it needs with the hooks, and is part of the program); one with a family of commands below it reads its own arguments. */
  load(): Promise<LoadedCommand>;
}

type LoadedCommand =
  | { readonly kind: "command"; readonly command: Command }
  | { readonly kind: "own-arguments"; run(args: readonly string[], world: World): Promise<number> };

const command = (loaded: Command): LoadedCommand => ({ kind: "command", command: loaded });

export const commands: readonly CommandEntry[] = [
  {
    name: "install",
    summary: "wires the gate into this clone",
    load: async () => command((await import("./install.ts")).install),
  },
  {
    name: "uninstall",
    summary: "takes the gate out and restores what was there",
    load: async () => command((await import("./uninstall.ts")).uninstall),
  },
  {
    name: "doctor",
    summary: "proves the gate with a bad commit and reports weak spots",
    load: async () => command((await import("./doctor.ts")).doctor),
  },
  {
    name: "check",
    summary: "judges the index, a range of commits or a whole tree",
    load: async () => command(check),
  },
  {
    name: "scan",
    summary: "shows which Lua file requires what",
    load: async () => command((await import("./scan.ts")).scan),
  },
  {
    name: "shims",
    summary: "lists every shim with the days it has left",
    load: async () => command((await import("./shims.ts")).shims),
  },
  {
    name: "fix",
    summary: "mends what is mechanical in the change, and runs the policy's fixers",
    load: async () => command((await import("./fix.ts")).fixCommand),
  },
  {
    name: "policy",
    summary: "shows the policy in force and where each value comes from",
    load: async () => command((await import("./policy.ts")).policy),
  },
  {
    name: "rules",
    summary: "lists the rules",
    load: async () => command((await import("./rules.ts")).rulesCommand),
  },
  {
    name: "explain",
    summary: "shows the page of a rule",
    load: async () => command((await import("./explain.ts")).explain),
  },
  {
    name: "spec",
    summary: "hands spec requests to other repositories, as files with a status trail",
    load: async () => ({ kind: "own-arguments", run: (await import("./spec.ts")).runSpec }),
  },
  {
    name: "demo",
    summary: "plays a session with the gate in a throw-away repository",
    load: async () => command((await import("./demo.ts")).demo),
  },
  {
    name: "hook",
    summary: "what the Git hooks call",
    load: async () => command((await import("./hook.ts")).hook),
  },
];
