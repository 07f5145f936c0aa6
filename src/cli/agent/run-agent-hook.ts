import { join, relative, resolve } from "node:path";
import { answerTo } from "../../agent/answer.ts";
import { type Decision, decide, mayMatter } from "../../agent/decide.ts";
import { AGENTS, type AgentEvent, type AgentName, readEvent } from "../../agent/event.ts";
import type { AgentPlaces } from "../../agent/guarded-paths.ts";
import { callsUs, SETTINGS, SETTINGS_FILES } from "../../agent/settings.ts";
import { withRepository } from "../../check/with-repository.ts";
import { userGit } from "../../git/process/user-git.ts";
import { EXIT } from "../../model/exit.ts";
import { CannotLook } from "../../model/failure.ts";
import { POLICY_FILES } from "../../model/policy-places.ts";
import { policyInForce } from "../../policy-source/in-force.ts";
import { fileFailure, readFileIfThere } from "../../system/files.ts";
import { isFolder, isThere } from "../../system/folders.ts";
import { pasteable, readStandardInput, type World } from "../../system/world.ts";

/** More than any agent hands in; a file that it writes may be part of it. */
const LARGEST = 64 << 20;

/**
 * What an agent's hook system calls. Whatever goes wrong here, the agent goes on: the hooks of Git and the server judge all the same. So the
 * exit code is always 0, and a refusal is said in the agent's own form.
 */
export async function runAgentHook(named: string | undefined, world: World): Promise<number> {
  const expected = AGENTS.find((agent) => agent === named);
  if (named !== undefined && expected === undefined)
    world.stderr.write(
      `arkitekt: agent hook: there is no agent "${named}" here; recognised from the input\n`,
    );
  const event = readEvent(readStandardInput(LARGEST)?.toString("utf8") ?? "", expected);
  if (!event.ok) {
    world.stderr.write(`arkitekt: agent hook: ${event.error}; nothing was judged\n`);
    return EXIT.pass;
  }
  try {
    const refusal = await refusalOf(event.value, expected, world);
    world.stdout.write(answerTo(event.value, refusal === undefined ? undefined : pasteable(refusal)));
  } catch (error) {
    const failure = error instanceof CannotLook ? error.failure : fileFailure(error);
    const said = failure?.message ?? (error instanceof Error ? error.message : String(error));
    world.stderr.write(`arkitekt: agent hook: nothing was judged: ${said}\n`);
  }
  return EXIT.pass;
}

/** What the agent is told; undefined where it may go on. */
async function refusalOf(
  event: AgentEvent,
  expected: AgentName | undefined,
  world: World,
): Promise<string | undefined> {
  const { about } = event;
  if (about.kind === "other" || (about.kind === "shell" && !mayMatter(about.command))) return undefined;
  const around = surroundings(resolve(world.cwd, event.cwd ?? "."), world.env);
  if (around === undefined || isAskedElsewhere(event, expected, around)) return undefined;
  const decision = decide(event, around);
  switch (decision.kind) {
    case "pass":
      return undefined;
    case "refuse":
      return (await isAllowed(decision, around, world)) ? undefined : decision.reason;
    case "commit": {
      const { isGateOpen } = await import("../../install/gate/open-gate.ts");
      return isGateOpen(around.cwd, world.env) ? LOST : undefined;
    }
    case "push": {
      const { refusedPush } = await import("./refused-push.ts");
      return await refusedPush(decision.calls, around.cwd, world);
    }
    case "end": {
      const { refusedEnd } = await import("./refused-end.ts");
      return await refusedEnd(decision.isRepeated, around.cwd, world);
    }
  }
}

const LOST =
  "npx arkitekt install   # refused: the gate of this clone is lost, and a commit would go unjudged: put it back, then commit\n";

/** Undefined where there is no repository, or only one that this program has nothing to do with. */
function surroundings(cwd: string, env: NodeJS.ProcessEnv): AgentPlaces | undefined {
  if (!isFolder(cwd)) return undefined;
  const names = ["--absolute-git-dir", "--git-common-dir", "--show-toplevel", "--show-prefix"];
  const answer = userGit(cwd, env, ["rev-parse", "--path-format=absolute", ...names]);
  const [gitDir, commonDir, top, prefix = ""] = answer.stdout.split("\n");
  if (answer.code !== 0 || !gitDir || !commonDir || !top) return undefined;
  const isGated = isFolder(join(commonDir, "arkitekt"));
  const hasPolicy = POLICY_FILES.some((file) => isThere(join(top, file)));
  if (!isGated && !hasPolicy) return undefined;
  const settings = SETTINGS_FILES.filter((file) => callsUs(textOf(join(top, file))));
  // The agent may have come through a link, and name files by it.
  const linked = prefix === "" ? cwd : resolve(cwd, relative(join(top, prefix), top));
  const gitFolders = [gitDir, commonDir, join(linked, ".git")];
  return { cwd, tops: [top, linked], gitFolders, settings, aliasOf: (name) => aliasOf(name, cwd, env) };
}

/** Asked only where a name may be an alias: Git's own commands can't be. */
function aliasOf(name: string, cwd: string, env: NodeJS.ProcessEnv): string | undefined {
  if (!/^[A-Za-z][\w-]*$/.test(name) || OWN.has(name)) return undefined;
  const answer = userGit(cwd, env, ["config", "--get", `alias.${name}`]);
  return answer.code === 0 ? answer.stdout.trimEnd() : undefined;
}

const OWN = new Set([
  ...[
    "add",
    "branch",
    "checkout",
    "cherry-pick",
    "clone",
    "commit",
    "config",
    "diff",
    "fetch",
    "grep",
    "log",
  ],
  ...["ls-files", "merge", "mv", "pull", "push", "rebase", "remote", "reset", "restore", "rev-parse", "rm"],
  ...["show", "stash", "status", "switch", "tag", "worktree"],
]);

/** One agent reads another one's settings too and calls what stands in both: its own count, and it is answered once. */
function isAskedElsewhere(
  { agent }: AgentEvent,
  expected: AgentName | undefined,
  { settings }: AgentPlaces,
): boolean {
  return expected !== undefined && agent !== expected && settings.includes(SETTINGS[agent].file);
}

/** The policy may let hooks be skipped. */
async function isAllowed(
  decision: Extract<Decision, { kind: "refuse" }>,
  { cwd }: AgentPlaces,
  { env }: World,
): Promise<boolean> {
  if (decision.what !== "skips-hooks") return false;
  try {
    return await withRepository(
      { cwd, env },
      async (repo) => (await policyInForce(repo)).policy.noVerify === "allow",
    );
  } catch (error) {
    if (error instanceof CannotLook) return false;
    throw error;
  }
}

function textOf(path: string): string {
  return readFileIfThere(path)?.toString("utf8") ?? "";
}
