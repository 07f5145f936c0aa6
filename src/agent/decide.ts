import type { AgentEvent } from "./event.ts";
import { aliasDefined, followed } from "./followed.ts";
import { changesHooksPath, type GitCall, gitCall, skipsHooks, turnsHooks } from "./git-call.ts";
import { type AgentPlaces, guardedBy, pathsInDiff, pathsInEnvelope, writtenBy } from "./guarded-paths.ts";
import { exportedBy, type SimpleCommand, simpleCommands } from "./shell.ts";

/** What becomes of what an agent is about to do. */
export type Decision =
  | { readonly kind: "pass" }
  /** `reason` is read by the agent: what to do next first. */
  | {
      readonly kind: "refuse";
      readonly what: "skips-hooks" | "hooks-path" | "guarded";
      readonly reason: string;
    }
  /** Nothing is wrong with it, if Git's hooks judge what it makes. */
  | { readonly kind: "commit" }
  /** What it pushes has to be judged first. */
  | { readonly kind: "push"; readonly calls: readonly GitCall[] }
  | { readonly kind: "end"; readonly isRepeated: boolean };

/** Without looking at anything but the event itself. */
export function decide({ about }: AgentEvent, around: AgentPlaces): Decision {
  switch (about.kind) {
    case "other":
      return PASS;
    case "end":
      return about;
    case "edit":
      return ofPaths(about.paths, around);
    case "shell":
      return ofShell(about.command, around);
  }
}

/** Whether a command could be refused at all: one that names neither Git nor a file of the gate is not looked at. */
export function mayMatter(command: string): boolean {
  return /git|arkitekt|husky|hooks|\.claude|\.codex|\.cursor|[*?]/i.test(command);
}

const PASS = { kind: "pass" } as const;

function ofShell(text: string, around: AgentPlaces): Decision {
  if (!mayMatter(text)) return PASS;
  const commands = simpleCommands(text).flatMap((command) => followed(command, around.aliasOf));
  for (const command of commands) {
    const refusal = ofCommand(command, around);
    if (refusal !== undefined) return refusal;
  }
  const edited = ofPaths(pathsInEnvelope(text), around);
  if (edited.kind === "refuse") return edited;
  if (commands.some(appliesDiff)) {
    const named = pathsInDiff(text);
    const patched = ofPaths(
      [...named, ...named.flatMap((path) => around.tops.map((top) => `${top}/${path}`))],
      around,
    );
    if (patched.kind === "refuse") return patched;
  }
  const calls = commands.flatMap((command) => gitCall(command) ?? []);
  const pushes = calls.filter(
    ({ subcommand, args }) => subcommand === "push" && !args.some((word) => NO_PUSH.has(word)),
  );
  if (pushes.length > 0) return { kind: "push", calls: pushes };
  return calls.some(({ subcommand }) => subcommand === "commit") ? { kind: "commit" } : PASS;
}

/** What brings no commit to the remote. */
const NO_PUSH = new Set(["--delete", "-d", "--dry-run", "-n"]);

function appliesDiff(command: SimpleCommand): boolean {
  if (command.words[0] === "patch") return !command.words.includes("--dry-run");
  const call = gitCall(command);
  return (
    call?.subcommand === "apply" && !call.args.some((word) => /^--(check|stat|numstat|summary)$/.test(word))
  );
}

function ofCommand(command: SimpleCommand, around: AgentPlaces): Decision | undefined {
  const call = gitCall(command);
  const { assignments, words, folder } = command;
  if (call !== undefined) {
    if (skipsHooks(call)) return refuse("skips-hooks", `git ${call.subcommand}`, SKIPS);
    if (call.settings.some(turnsHooks) || changesHooksPath(call))
      return refuse("hooks-path", "arkitekt doctor", STAYS);
    const alias = aliasDefined(call);
    for (const run of alias === undefined ? [] : simpleCommands(alias, folder)) {
      const refusal = followed(run, around.aliasOf)
        .map((each) => ofCommand(each, around))
        .find((each) => each);
      if (refusal !== undefined) return refusal;
    }
    const isOff = assignments.some(
      ([name, value]) => (name === "ARKITEKT" || name === "HUSKY") && value === "0",
    );
    if (isOff && ["commit", "push", "merge", "am", "rebase", "pull"].includes(call.subcommand))
      return refuse("skips-hooks", `git ${call.subcommand}`, SKIPS);
  }
  // A variable that is set for everything that comes after it.
  const exported = exportedBy(words);
  if (exported.some((word) => /^(ARKITEKT|HUSKY)=0$/.test(word)))
    return refuse("skips-hooks", "git commit", SKIPS);
  const names = /^GIT_CONFIG_KEY_\d+=core\.hookspath$|^GIT_CONFIG_PARAMETERS=.*hookspath/i;
  if (exported.some((word) => names.test(word))) return refuse("hooks-path", "arkitekt doctor", STAYS);
  if (isUninstall(words))
    return refuse("guarded", "arkitekt check", "the gate of this repository is taken out by a person alone");
  for (const { path, isWhole } of writtenBy(command)) {
    const guarded = guardedBy(path, around, { folder, isWhole });
    if (guarded !== undefined) return ofGuarded(path, guarded);
  }
  return undefined;
}

/** Whichever way the program is started. */
function isUninstall(words: readonly string[]): boolean {
  const at = words.findIndex((word) => /(^|[/\\])arkitekt(\.cjs|@[^/\\]*)?$/.test(word));
  const isStarted = at === 0 || STARTERS.has(words[0] ?? "") || (at === 1 && words[0] === "git");
  return at >= 0 && words[at + 1] === "uninstall" && isStarted;
}

const STARTERS = new Set(["npx", "npm", "pnpm", "yarn", "bunx", "bun", "node"]);

const SKIPS =
  "the hooks judge every commit and push: run the same command with them; `arkitekt check` says beforehand what they will say";

const STAYS = "core.hooksPath leads to the gate of this repository, and stays as it is";

function ofPaths(paths: readonly string[], around: AgentPlaces): Decision {
  for (const path of paths) {
    const guarded = guardedBy(path, around);
    if (guarded !== undefined) return ofGuarded(path, guarded);
  }
  return PASS;
}

function ofGuarded(path: string, guarded: string): Decision {
  return refuse(
    "guarded",
    "arkitekt policy print",
    `${path} belongs to ${guarded}, which a person changes: say what should change and why, and leave the file`,
  );
}

function refuse(what: "skips-hooks" | "hooks-path" | "guarded", next: string, why: string): Decision {
  return { kind: "refuse", what, reason: `${next}   # refused: ${why}\n` };
}
