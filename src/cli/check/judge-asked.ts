// What `check` was asked to look at, judged.
import { resolve } from "node:path";
import { environmentOverrides } from "../../check/environment-overrides.ts";
import { judgeMessage, LARGEST_MESSAGE } from "../../check/message.ts";
import { progress } from "../../check/progress.ts";
import { judgeRange } from "../../check/range.ts";
import { tasksAtHand } from "../../check/refactor/tasks-at-hand.ts";
import { judgeStaged } from "../../check/staged.ts";
import { dayOf, readDay } from "../../check/today.ts";
import { judgeTree } from "../../check/tree.ts";
import type { Input } from "../../command/command.ts";
import type { Repository } from "../../git/open/repository.ts";
import { CannotLook, failure } from "../../model/failure.ts";
import type { Verdict } from "../../model/finding.ts";
import type { Note } from "../../model/note.ts";
import { LARGEST_POLICY } from "../../model/policy-places.ts";
import type { Policy } from "../../policy/policy.ts";
import { policyOfFile } from "../../policy-source/in-force.ts";
import { expectLongRun } from "../../system/engine.ts";
import { isFolder } from "../../system/folders.ts";
import { readNamedFile } from "../../system/places.ts";
import type { World } from "../../system/world.ts";
import { readStandardInput } from "../../system/world.ts";

/** What holds for everything that is looked at. */
export async function optionsAsked(input: Input, world: World): Promise<Asked> {
  const now = input.text("now");
  const branch = input.text("branch");
  const policy = await policyFrom(input.text("policy"), world);
  return {
    today: now === undefined ? dayOf(world.now) : readDay(now),
    ...(branch === undefined ? {} : { branches: [branch] }),
    ...(policy === undefined ? {} : { policy }),
  };
}

interface Asked {
  readonly today: string;
  readonly branches?: readonly string[];
  readonly policy?: Policy;
}

export async function judgeAsked(repo: Repository, input: Input, world: World): Promise<Verdict> {
  const options = await optionsAsked(input, world);
  const range = input.text("range");
  const tree = input.text("tree");
  const message = input.text("message");
  const patch = input.text("patch");
  if (patch !== undefined) return await judgePatch(repo, patch, options, world);
  if (range !== undefined) {
    const report = progress(world.stderr);
    expectLongRun();
    return withReason(await judgeRange(repo, range, { ...options, report }), { kind: "no-commits", range });
  }
  if (tree !== undefined) {
    const { treeHelpers } = await import("../../check/shard/tree-helpers.ts");
    const helpers = treeHelpers(world.program, world.env);
    const { keptTree } = await import("../../system/kept/kept-tree.ts");
    const its = keptTree(world.program);
    const isStrictOnDates = input.has("strict-dates");
    try {
      return await judgeTree(repo, tree, { ...options, isStrictOnDates, helpers, keptTree: its });
    } finally {
      await helpers?.end();
    }
  }
  // What a commit would be told now, with the exceptions that it would be made with.
  const committed = { ...options, overrides: environmentOverrides(world.env) };
  if (message !== undefined) {
    const bytes = textOf(
      message,
      world,
      LARGEST_MESSAGE,
      "no commit carries a message of that size: hand in less",
    );
    return (await judgeMessage(repo, bytes.toString("utf8"), committed)).verdict;
  }
  if (input.has("working") || input.operands.length > 0) {
    const { judgeWorking } = await import("../../check/working.ts");
    const files = input.operands.length === 0 ? undefined : { cwd: world.cwd, names: input.operands };
    return withReason(await judgeWorking(repo, committed, files), { kind: "nothing-changed" });
  }
  const tasks = await tasksAtHand(repo, world.env["ARKITEKT_TASK"]);
  return withReason(await judgeStaged(repo, { ...committed, tasks }), { kind: "nothing-staged" });
}

/** Whoever asks is told why there was nothing to judge; a hook stays silent. */
export function withReason(verdict: Verdict, note: Note): Verdict {
  const isSilent = verdict.outcome === "skip" && verdict.notes.length === 0;
  return isSilent ? { ...verdict, notes: [note] } : verdict;
}

/** More than anybody reads, and far less than what memory holds. */
const LARGEST_PATCH = 64 << 20;

/** As `patch check` judges it. */
async function judgePatch(repo: Repository, file: string, asked: Asked, world: World): Promise<Verdict> {
  const { readProposal } = await import("../../patch/read-proposal.ts");
  const { runPatch } = await import("../../check/patch/run-patch.ts");
  const proposal = readProposal(
    textOf(file, world, LARGEST_PATCH, "hand it in as several patches"),
    undefined,
  );
  if (!proposal.ok) throw new CannotLook(proposal.error);
  const { verdict } = await runPatch(repo, proposal.value, {
    ...asked,
    isWritten: false,
    commit: undefined,
    isTreeTold: false,
  });
  return verdict;
}

async function policyFrom(place: string | undefined, { cwd }: World): Promise<Policy | undefined> {
  if (place === undefined) return undefined;
  const path = resolve(cwd, place);
  if (!isFolder(path)) return (await policyOfFile(place, readNamedFile(path, LARGEST_POLICY))).policy;
  const { policyInWorkingTree } = await import("../../policy-source/in-working-tree.ts");
  const found = await policyInWorkingTree(path);
  if (!found.ok) throw new CannotLook(found.error);
  if (found.value === undefined)
    throw new CannotLook(
      failure("bad-policy", `${place} holds no policy`, "name a policy, or a folder with one"),
    );
  return found.value.policy;
}

/** The contents of a file, or standard input for `-`. */
function textOf(file: string, { cwd }: World, most: number, next: string): Buffer {
  if (file !== "-") return readNamedFile(resolve(cwd, file), most);
  const bytes = readStandardInput(most);
  if (bytes !== undefined) return bytes;
  throw new CannotLook(failure("too-large", `standard input has more than ${most} bytes`, next));
}
