import { EXIT } from "../model/exit.ts";
import { CannotLook, failure } from "../model/failure.ts";
import type { World } from "../system/world.ts";
import { commitMsg } from "./commit-msg.ts";
import { preApplypatch } from "./pre-applypatch.ts";
import { preCommit } from "./pre-commit.ts";
import { preMergeCommit } from "./pre-merge-commit.ts";
import { prePush } from "./pre-push.ts";

type Hook = (args: readonly string[], world: World, isAhead: boolean) => Promise<number>;

const HOOKS: Readonly<Record<string, Hook>> = {
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
  const hook = Object.hasOwn(HOOKS, name) ? HOOKS[name] : undefined;
  if (hook === undefined) {
    const known = Object.keys(HOOKS).join(", ");
    throw new CannotLook(
      failure("bad-arguments", `there is no hook "${name}" here`, `the hooks are ${known}`),
    );
  }
  if (world.env["ARKITEKT"] === "0") {
    if (name !== "commit-msg") world.stderr.write(skipped(name));
    return EXIT.pass;
  }
  return hook(args, world, isAhead);
}

/** One line a command: before commit-msg runs, the hook that Git asks first has said it. */
function skipped(name: string): string {
  const later = name === "pre-push" ? "nothing of this push was judged" : "a push still judges the commit";
  return `arkitekt: ${name} skipped (ARKITEKT=0); ${later}\n`;
}
