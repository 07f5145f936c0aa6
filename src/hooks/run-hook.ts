import { dirname, join, resolve } from "node:path";
import { list, withGuess } from "../base/wording.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, type Failure, failure } from "../model/failure.ts";
import { damagedLaunchers } from "../system/program/damaged-launchers.ts";
import { endWithGit } from "../system/program/end-with-git.ts";
import { type Launched, withoutLaunched } from "../system/program/launched.ts";
import type { World } from "../system/world.ts";
import type { Hook } from "./hook.ts";
import { preApplypatch } from "./pre-applypatch.ts";
import { preMergeCommit } from "./pre-merge-commit.ts";
import { HOOKS, type HookFacts, type HookName, hookNames, isHook, SERVER_HOOK } from "./table.ts";

/** Each is a part of the program: what one needs is not loaded for another. */
const RUN: Readonly<Record<HookName, () => Promise<Hook>>> = {
  "commit-msg": async () => (await import("./commit-msg.ts")).commitMsg,
  "pre-applypatch": async () => preApplypatch,
  "pre-commit": async () => (await import("./pre-commit.ts")).preCommit,
  "pre-merge-commit": async () => preMergeCommit,
  "pre-push": async () => (await import("./pre-push.ts")).prePush,
  "prepare-commit-msg": async () => (await import("./prepare-commit-msg.ts")).prepareCommitMsg,
};

/**
 * What the Git hooks call: `arkitekt hook <name> [arguments that Git gave]`, with Git's standard input. After the name a launcher
 * says who it is, and with `--prefetched` that standard input is what it has asked Git already.
 */
export async function runHook(
  [name = "", ...more]: readonly string[],
  launched: Launched | undefined,
  world: World,
): Promise<number> {
  const words = withoutLaunched(more);
  const isPrefetched = words[0] === "--prefetched";
  const args = isPrefetched ? words.slice(1) : words;
  if (name === SERVER_HOOK) {
    if (launched !== undefined) endWithGit(launched);
    const { preReceive } = await import("./pre-receive.ts");
    return await preReceive(args, world);
  }
  if (!isHook(name)) {
    const sentence = withGuess(`there is no hook "${name}" here`, name, [...hookNames, SERVER_HOOK]);
    throw new CannotLook(
      failure("bad-arguments", sentence, `the hooks are ${list([...hookNames, SERVER_HOOK], "and")}`),
    );
  }
  if (world.env["ARKITEKT"] === "0") {
    const { skipped }: HookFacts = HOOKS[name];
    if (skipped !== undefined) world.stderr.write(`arkitekt: ${name} skipped (ARKITEKT=0); ${skipped}\n`);
    return EXIT.pass;
  }
  if (launched !== undefined) {
    endWithGit(launched);
    const launcher = launched.launcher === undefined ? undefined : resolve(world.cwd, launched.launcher);
    const damaged = launcher === undefined ? [] : damagedLaunchers(launcher, hookNames);
    if (damaged[0] !== undefined) throw new CannotLook(notWhole(damaged[0], launcher ?? ""));
  }
  const run = await RUN[name]();
  return await run(args, world, isPrefetched);
}

function notWhole(name: string, launcher: string): Failure {
  const what = `the launcher of ${name} is damaged, so Git may pass it over`;
  const place = join(dirname(launcher), name);
  return failure("launcher-damaged", what, "put it back: npx arkitekt install", place);
}
