import { list, withGuess } from "../base/wording.ts";
import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { World } from "../system/world.ts";
import { commitMsg } from "./commit-msg.ts";
import { preApplypatch } from "./pre-applypatch.ts";
import { preCommit } from "./pre-commit.ts";
import { preMergeCommit } from "./pre-merge-commit.ts";
import { prePush } from "./pre-push.ts";
import { HOOKS, type HookFacts, type HookName, hookNames, isHook } from "./table.ts";

type Hook = (args: readonly string[], world: World, isAhead: boolean) => Promise<number>;

const RUN: Readonly<Record<HookName, Hook>> = {
  "commit-msg": commitMsg,
  "pre-applypatch": preApplypatch,
  "pre-commit": preCommit,
  "pre-merge-commit": preMergeCommit,
  "pre-push": prePush,
};

/**
 * What the Git hooks call: `arkitekt hook <name> [arguments that Git gave]`, with Git's standard input. With `--ahead` behind
 * the name it is what the launcher has asked Git already.
 */
export async function runHook([name = "", ...words]: readonly string[], world: World): Promise<number> {
  const isAhead = words[0] === "--ahead";
  const args = isAhead ? words.slice(1) : words;
  if (!isHook(name)) {
    const sentence = withGuess(`there is no hook "${name}" here`, name, hookNames);
    throw new CannotLook(failure("bad-arguments", sentence, `the hooks are ${list(hookNames, "and")}`));
  }
  if (world.env["ARKITEKT"] === "0") {
    const { skipped }: HookFacts = HOOKS[name];
    if (skipped !== undefined) world.stderr.write(`arkitekt: ${name} skipped (ARKITEKT=0); ${skipped}\n`);
    return EXIT.pass;
  }
  return RUN[name](args, world, isAhead);
}
